import { SCHEDULES, type ScheduleId } from '../../schedules/registry.ts';
import type { Choice } from '../../scene/scene.ts';
import type { AnyValues } from '../../specs/spec.ts';
import { literalOf } from './python.ts';

/** A schedule in Python. */
export interface ScheduleScript {
  /** A function of t and the hyperparameters' values; null where a run's own lines say it all. */
  readonly text: string | null;
  /** What multiplies η. */
  factor(hyperparameters: AnyValues): string;
  /** Lines of a run before its first step. @param loss Python of f at the start */
  setup?(loss: string): readonly string[];
  /** Lines after each step. @param loss Python of f there */
  afterStep?(loss: string): readonly string[];
}

/** A call of a schedule's function with its hyperparameters by name. */
function call(id: ScheduleId): (hyperparameters: AnyValues) => string {
  return (hyperparameters) => {
    const specs = Object.entries(SCHEDULES[id].hyperparameters);
    const values = specs.map(([name, spec]) => `, ${name}=${literalOf(hyperparameters[name], spec)}`);
    return `${id}(t${values.join('')})`;
  };
}

/** Every schedule in Python; null is the factor 1. */
export const SCHEDULE_SCRIPTS = {
  constant: null,
  step: {
    text: `\
def step(t, every, factor):
    """Cut the learning rate every so many steps."""
    return factor ** ((t - 1) // every)`,
    factor: call('step'),
  },
  exponential: {
    text: `\
def exponential(t, rate):
    """Let the learning rate decay at a constant rate."""
    return math.exp(-rate * (t - 1))`,
    factor: call('exponential'),
  },
  cosine: {
    text: `\
def cosine(t, floor):
    """Half a cosine from 1 towards the floor."""
    return floor + 0.5 * (1 - floor) * (1 + math.cos(math.pi * (t - 1) / STEPS))`,
    factor: call('cosine'),
  },
  linear: {
    text: `\
def linear(t, floor):
    """A line from 1 towards the floor."""
    return 1 + (floor - 1) * (t - 1) / STEPS`,
    factor: call('linear'),
  },
  warmup: {
    text: `\
def warmup(t, steps):
    """Let the learning rate grow over the first steps."""
    return min(1.0, t / steps)`,
    factor: call('warmup'),
  },
  restarts: {
    text: `\
def restarts(t, period, growth, floor):
    """Half a cosine over each period, every one \`growth\` times as long as the one before."""
    left, length = t - 1.0, period
    while left >= length:
        span, factor = length, growth  # as many periods at once as a doubling finds
        while left >= span * (1 + factor):
            span *= 1 + factor
            factor *= factor
        left -= span
        length *= factor
    return floor + 0.5 * (1 - floor) * (1 + math.cos(math.pi * (left / length)))`,
    factor: call('restarts'),
  },
  'halve-on-divergence': {
    text: null,
    factor: () => 'halving',
    setup: (loss) => [
      'halving = 1.0  # halves for good after each step whose loss is above that of the start',
      `start_loss = ${loss}`,
    ],
    afterStep: (loss) => [`if not ${loss} <= start_loss:`, '    halving *= 0.5'],
  },
} as const satisfies Record<ScheduleId, ScheduleScript | null>;

/** The scripts of a run's schedules that change the learning rate, each with its hyperparameters. */
export function schedulesOf(schedule: readonly Choice<ScheduleId>[]) {
  return schedule.flatMap(({ id, hyperparameters }) => {
    const script: ScheduleScript | null = SCHEDULE_SCRIPTS[id];
    return script ? [{ script, hyperparameters }] : [];
  });
}

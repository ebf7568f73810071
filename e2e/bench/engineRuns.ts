import { hasDiverged } from '../../src/engine/outcome.ts';
import { simulate } from '../../src/engine/simulate.ts';
import { createStepper, type Stepper } from '../../src/engine/stepper.ts';
import { OPTIMIZERS, type OptimizerId } from '../../src/optimizers/registry.ts';
import type { ProblemId } from '../../src/problems/registry.ts';
import { readScene } from '../../src/scene/readScene.ts';
import { taskOf, type Choice, type Task } from '../../src/scene/scene.ts';
import { SCHEDULES, type ScheduleId } from '../../src/schedules/registry.ts';
import { defaultsOf } from '../../src/specs/defaults.ts';
import { median } from './statistics.ts';

/** Steps of one repetition. */
export const STEPS = 20_000;
export const START = [-1.5, 2] as const;
export const ADAM = { learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
/** Learning rates at which a run takes all its steps on every problem here; the others use their defaults. */
const RATES: Partial<Record<OptimizerId, number>> = {
  sgd: 5e-4,
  momentum: 1e-4,
  nesterov: 1e-4,
  aggmo: 1e-4,
  adam: 0.01,
};
export const IDS = Object.keys(OPTIMIZERS) as OptimizerId[];
/** Settings with which five steps see all of a schedule; the others use their defaults. */
const SCHEDULE_SETTINGS: Partial<Record<ScheduleId, Choice<ScheduleId>['hyperparameters']>> = {
  step: { every: 2, factor: 0.5 },
  warmup: { steps: 3 },
  restarts: { period: 1, growth: 1.5, floor: 0.1 },
};
export const SCHEDULE_IDS = Object.keys(SCHEDULES) as ScheduleId[];

export function taskFor(optimizer: OptimizerId, problem: ProblemId = 'rosenbrock'): Task {
  const rate = RATES[optimizer];
  const { scene, issues } = readScene({
    version: 1,
    problem: { id: problem },
    ...(problem === 'rosenbrock' ? { start: START } : {}),
    steps: STEPS,
    runs: [
      {
        optimizer: {
          id: optimizer,
          hyperparameters: optimizer === 'adam' ? ADAM : rate === undefined ? {} : { learningRate: rate },
        },
      },
    ],
  });
  if (issues.length > 0) throw new Error(`The scene of ${optimizer} has issues: ${JSON.stringify(issues)}`);
  return taskOf(scene, scene.runs[0]);
}

const f = new Float64Array(1);

/** Adam under a schedule. */
export function scheduledTask(id: ScheduleId): Task {
  const hyperparameters = SCHEDULE_SETTINGS[id] ?? defaultsOf(SCHEDULES[id].hyperparameters);
  return { ...taskFor('adam'), schedule: [{ id, hyperparameters }] };
}

/** The worker's loop without recording. @returns the steps made */
export function walk(stepper: Stepper, steps: number): number {
  const { problem, theta } = stepper;
  for (let i = 0; i < steps; i++) {
    if (stepper.advance()) return i;
    problem.valueInto(theta, f);
    if (hasDiverged(theta, f[0])) return i;
  }
  return steps;
}

/** Steps alone, without f at each new point. */
export function advance(stepper: Stepper, steps: number): void {
  for (let i = 0; i < steps; i++) stepper.advance();
}

/** Readings of the heap, of which every other one is the reference. */
const READINGS = 40;

/** How much the heap grows by one of two contenders more than by the other, which takes turns with it; NaN if it was collected. */
function growthOf(more: () => void, less: () => void): number {
  const growth: [number[], number[]] = [[], []];
  for (let i = 0; i < READINGS; i++) {
    const before = process.memoryUsage().heapUsed;
    if (i % 2 === 0) more();
    else less();
    growth[i % 2].push(process.memoryUsage().heapUsed - before);
  }
  const [grown, reference] = growth.map(median);
  return grown < 0 ? Number.NaN : grown - reference;
}

/** So few steps that no optimizer is at the minimizer, where f is 0 and a line search ends at once. */
const SPELL = 5;
/** Steps of one reading: so few that the heap is not collected meanwhile. */
const READ_STEPS = 1000;

/** Growth of the heap a step, in a run that is warm and set back every few steps. */
export function bytesPerStep(task: Task, go: (stepper: Stepper, steps: number) => void): number {
  const stepper = createStepper(task);
  const start = stepper.memory.slice();
  const goOn = (steps: number) => {
    for (let made = 0; made < steps; made += SPELL) {
      stepper.memory.set(start);
      go(stepper, SPELL);
    }
  };
  goOn(STEPS);
  // While this run is alive its compiled code survives the collection.
  globalThis.gc?.();
  goOn(5 * STEPS);
  const growth = growthOf(
    () => goOn(READ_STEPS),
    () => goOn(0),
  );
  return growth / READ_STEPS;
}

/** The same of Adam in `simulate()`: what a longer run within a piece grows by more than a shorter one. */
export function bytesRecorded(stride: number): number {
  const task = taskFor('adam');
  const [short, long] = [100, 900];
  const goOn = (until: number) => {
    const run = simulate(task, { stride, until, pause: () => false });
    while (run.next().done !== true);
  };
  for (let i = 0; i < 200; i++) goOn(long);
  const growth = growthOf(
    () => goOn(long),
    () => goOn(short),
  );
  return growth / (long - short);
}

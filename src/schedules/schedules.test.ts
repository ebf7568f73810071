import { describe, expect, test } from 'vitest';
import { recorded, taskWith } from '../engine/recordedRun.ts';
import { layOut } from '../engine/memory.ts';
import { createStepper } from '../engine/stepper.ts';
import { namesIn } from '../equations/equation.ts';
import { outside } from '../scene/reading.ts';
import { defaultsOf } from '../specs/defaults.ts';
import { SCHEDULES, type ScheduleId } from './registry.ts';

const IDS = Object.keys(SCHEDULES) as ScheduleId[];

describe.each(IDS)('%s', (id) => {
  const schedule = SCHEDULES[id];
  const { name, idea, cite, hyperparameters, quantities } = schedule;
  const defaults = defaultsOf(hyperparameters);

  test('has a name, an idea of one sentence, and says where it is from', () => {
    expect(name).toMatch(/^\p{Lu}/u);
    expect(idea).toMatch(/^\p{Lu}[^.!?]*\.$/u);
    expect(cite.length).toBeGreaterThan(0);
  });

  test('has defaults and sliders inside their ranges', () => {
    for (const [key, spec] of Object.entries(hyperparameters)) {
      if (spec.kind !== 'number') throw new Error(`${id}.${key}: say how to check a ${spec.kind}`);
      for (const value of [spec.default, ...(spec.slider ?? [])])
        expect(outside(value, spec), key).toBeNull();
    }
  });

  test('has all its hyperparameters and quantities in its formula, and nothing else but t and T', () => {
    const names = namesIn(schedule.formula(defaults));
    const own = [...Object.keys(hyperparameters), ...Object.keys(quantities)];
    expect(own.filter((key) => !names.includes(key))).toEqual([]);
    expect(names.filter((key) => !['t', 'T', ...own].includes(key))).toEqual([]);
  });

  test('remembers losses if it is told them, and only then', () => {
    expect(Object.keys(quantities).length > 0).toBe(schedule.observe !== undefined);
  });

  test('gives a factor between 0 and 1 at every update, of a long run as of one of a single step', () => {
    const [atStart] = layOut(2, [{ quantities, hyperparameters: defaults }]).named;
    for (const steps of [1, 2, 250])
      for (let t = 1; t <= steps; t++) {
        const value = schedule.factor(t, steps, defaults, atStart);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
  });
});

// Worked by hand from the definitions: T is 10.
test.each<[ScheduleId, Record<string, number>, [t: number, factor: number][]]>([
  [
    'constant',
    {},
    [
      [1, 1],
      [7, 1],
      [10, 1],
    ],
  ],
  [
    'step',
    { every: 3, factor: 0.5 },
    [
      [1, 1],
      [3, 1],
      [4, 0.5],
      [6, 0.5],
      [7, 0.25],
      [10, 0.125],
    ],
  ],
  [
    'step',
    { every: 1, factor: 0 },
    [
      [1, 1],
      [2, 0],
    ],
  ],
  [
    'exponential',
    { rate: Math.LN2 / 3 },
    [
      [1, 1],
      [4, 0.5],
      [10, 0.125],
    ],
  ],
  ['exponential', { rate: 0 }, [[9, 1]]],
  [
    'cosine',
    { floor: 0.2 },
    [
      [1, 1],
      [6, 0.6],
      [10, 0.2 + 0.4 * (1 - Math.cos(Math.PI / 10))],
    ],
  ],
  [
    'cosine',
    { floor: 0 },
    [
      [1, 1],
      [6, 0.5],
    ],
  ],
  [
    'cosine',
    { floor: 1 },
    [
      [1, 1],
      [8, 1],
    ],
  ],
  [
    'linear',
    { floor: 0.5 },
    [
      [1, 1],
      [6, 0.75],
      [10, 0.55],
    ],
  ],
  [
    'linear',
    { floor: 0 },
    [
      [1, 1],
      [3, 0.8],
      [10, 0.1],
    ],
  ],
  [
    'restarts',
    { period: 4, growth: 1, floor: 0 },
    [
      [1, 1],
      [3, 0.5],
      [4, 0.5 * (1 - Math.SQRT1_2)],
      [5, 1],
      [8, 0.5 * (1 - Math.SQRT1_2)],
      [9, 1],
    ],
  ],
  // Periods of 2, 4 and 8 updates: from updates 1, 3 and 7.
  [
    'restarts',
    { period: 2, growth: 2, floor: 0.2 },
    [
      [1, 1],
      [2, 0.6],
      [3, 1],
      [5, 0.6],
      [6, 0.6 - 0.4 * Math.SQRT1_2],
      [7, 1],
      [9, 0.6 + 0.4 * Math.SQRT1_2],
      [11, 0.6],
      [14, 0.6 - 0.4 * Math.cos(Math.PI / 8)],
      [15, 1],
    ],
  ],
  // Periods of 3, 4.5 and 6.75 updates: the second ends between two of them, and the third goes on from there.
  [
    'restarts',
    { period: 3, growth: 1.5, floor: 0 },
    [
      [3, 0.25],
      [4, 1],
      [7, 0.25],
      [8, 0.5 + 0.5 * Math.cos((Math.PI * 4) / 4.5)],
      [9, 0.5 + 0.5 * Math.cos((Math.PI * 0.5) / 6.75)],
      [15, 0.5 + 0.5 * Math.cos((Math.PI * 6.5) / 6.75)],
      [16, 0.5 + 0.5 * Math.cos((Math.PI * 0.75) / 10.125)],
    ],
  ],
  [
    'restarts',
    { period: 1, growth: 1, floor: 0.3 },
    [
      [1, 1],
      [2, 1],
      [10, 1],
    ],
  ],
  [
    'warmup',
    { steps: 4 },
    [
      [1, 0.25],
      [2, 0.5],
      [3, 0.75],
      [4, 1],
      [5, 1],
      [10, 1],
    ],
  ],
  [
    'warmup',
    { steps: 1 },
    [
      [1, 1],
      [2, 1],
    ],
  ],
])('%s with %j', (id, hyperparameters, expected) => {
  for (const [t, factor] of expected)
    expect(SCHEDULES[id].factor(t, 10, hyperparameters, {}), `t = ${t}`).toBeCloseTo(factor, 14);
});

describe('warm restarts', () => {
  const factor = (t: number, period: number, growth: number, steps = 1_000_000) =>
    SCHEDULES.restarts.factor(t, steps, { period, growth, floor: 0 }, {});

  test('begin again at exactly every update that a whole growth asks for, to the end of the longest run', () => {
    for (const [period, growth] of [
      [7, 1],
      [50, 2],
      [1, 3],
      [13, 10],
    ]) {
      const wrong: number[] = [];
      let start = 0;
      let former = 1;
      for (let length = period; start < 1_000_000; length *= growth) {
        const endsBelow = former === 1 || factor(start, period, growth) <= 0.5;
        if (factor(start + 1, period, growth) !== 1 || !endsBelow) wrong.push(start);
        start += length;
        former = length;
      }
      expect(wrong, `periods of ${period} times ${growth}`).toEqual([]);
    }
  });

  test('with a growth near 1 are those of equal periods', () => {
    for (const t of [1, 400, 99_999]) expect(factor(t, 30, 1 + 1e-12)).toBeCloseTo(factor(t, 30, 1), 3);
  });

  test('do not depend on the number of steps of the run, as the cosine over all of it does', () => {
    expect(factor(37, 50, 1, 40)).toBe(factor(37, 50, 1, 4000));
    expect(factor(37, 50, 1)).toBeCloseTo(SCHEDULES.cosine.factor(37, 50, { floor: 0 }, {}), 14);
  });
});

describe('a run’s learning rate', () => {
  const rates = (schedule: unknown, times: readonly number[]) => {
    const run = schedule === undefined ? {} : { schedule };
    const { rows } = recorded(
      taskWith({ problem: { id: 'matyas' }, steps: 10 }, 'sgd', { learningRate: 0.8 }, run),
    );
    return times.map((t) => rows[t].learningRate);
  };
  const warmup = { id: 'warmup', hyperparameters: { steps: 4 } };
  const linear = { id: 'linear', hyperparameters: { floor: 0.5 } };

  test('is that of its optimizer where nothing is scheduled, or a constant', () => {
    expect(rates(undefined, [1, 10])).toEqual([0.8, 0.8]);
    expect(rates({ id: 'constant' }, [1, 10])).toEqual([0.8, 0.8]);
  });

  test('is multiplied by every schedule of its list, in whatever order', () => {
    for (const schedule of [
      [warmup, linear],
      [linear, warmup],
      [{ id: 'constant' }, linear, warmup],
    ])
      rates(schedule, [1, 3, 6]).forEach((rate, i) => {
        expect(rate).toBeCloseTo([0.2, 0.8 * 0.75 * 0.9, 0.8 * 0.75][i], 14);
      });
  });

  test('is multiplied twice by a schedule that stands there twice', () => {
    const step = { id: 'step', hyperparameters: { every: 5, factor: 0.25 } };
    expect(rates([step, step], [5, 6])).toEqual([0.8, 0.05]);
  });

  test('is what the step uses: gradient descent moves by it', () => {
    const scene = { problem: { id: 'bowl', params: { kappa: 4 } }, start: [3, -2], steps: 10 };
    const stepper = createStepper(taskWith(scene, 'sgd', { learningRate: 0.2 }, { schedule: linear }));
    let [x, y] = [3, -2];
    for (const eta of [0.2, 0.19, 0.18, 0.17]) {
      stepper.advance();
      [x, y] = [x * (1 - eta), y * (1 - 4 * eta)];
      expect(stepper.theta[0]).toBeCloseTo(x, 14);
      expect(stepper.theta[1]).toBeCloseTo(y, 14);
    }
  });
});

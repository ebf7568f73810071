import { describe, expect, test } from 'vitest';
import { recorded, taskWith } from '../engine/recordedRun.ts';
import { createStepper } from '../engine/stepper.ts';
import { namesIn } from '../equations/equation.ts';
import { outside } from '../scene/reading.ts';
import { defaultsOf } from '../specs/defaults.ts';
import { SCHEDULES, type ScheduleId } from './registry.ts';

const IDS = Object.keys(SCHEDULES) as ScheduleId[];

describe.each(IDS)('%s', (id) => {
  const schedule = SCHEDULES[id];
  const { name, idea, cite, hyperparameters } = schedule;
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

  test('has all its hyperparameters in its formula, and nothing else but t and T', () => {
    const names = namesIn(schedule.formula(defaults));
    expect(Object.keys(hyperparameters).filter((key) => !names.includes(key))).toEqual([]);
    expect(names.filter((key) => !['t', 'T', ...Object.keys(hyperparameters)].includes(key))).toEqual([]);
  });

  test('gives a factor between 0 and 1 at every update, of a long run as of one of a single step', () => {
    for (const steps of [1, 2, 250])
      for (let t = 1; t <= steps; t++) {
        const value = schedule.factor(t, steps, defaults, {});
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

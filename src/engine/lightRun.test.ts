import { describe, expect, test, vi } from 'vitest';
import { MODIFIERS } from '../modifiers/registry.ts';
import { OPTIMIZERS, type OptimizerId } from '../optimizers/registry.ts';
import { createProblem } from '../problems/createProblem.ts';
import { PROBLEMS, type ProblemId } from '../problems/registry.ts';
import { MAX_STEPS, type Task } from '../scene/scene.ts';
import { SCHEDULES } from '../schedules/registry.ts';
import { createTrail, hasTrail, isLightInHand, lightStrideFor } from './lightRun.ts';
import { recorded, taskWith } from './recordedRun.ts';
import { simulate, type SimulateOptions } from './simulate.ts';
import { CHECKPOINT_INTERVAL, strideFor } from './trajectory.ts';

const IDS = Object.keys(OPTIMIZERS) as OptimizerId[];
/** With replacement, and by epochs whose last batch is smaller. */
const SAMPLINGS = [
  { seed: 11, batchSize: 16, order: 'replacement' },
  { seed: 12, batchSize: 7, order: 'epochs' },
];
const EVERY_MODIFIER = { modifiers: Object.keys(MODIFIERS).map((id) => ({ id })) };
const iris = (params: Readonly<Record<string, unknown>>, sampling: object, steps: number) => ({
  problem: { id: 'iris', params },
  start: [2.5, -1.5],
  sampling,
  steps,
});

/** A light run beside a whole one: its rows, and the points of all steps. */
function both(task: Task, stride: number) {
  const whole = recorded(task);
  const points: number[][] = [];
  const light = recorded(task, {
    stride,
    light: true,
    onPoint: (theta) => points.push([...theta]),
  });
  return { whole, light, points };
}

function expectTheSame(task: Task, stride = 8): void {
  const { whole, light, points } = both(task, stride);
  const kept = whole.rows.filter(({ step }) => step % stride === 0 || step === whole.rows.at(-1)?.step);
  expect(light.rows).toEqual(kept.map((row) => ({ ...row, lossRange: [Number.NaN, Number.NaN] })));
  expect(points).toEqual(whole.rows.map(({ point }) => point));
  expect(light.outcome).toEqual(whole.outcome);
  expect(light.checkpoints).toEqual(whole.checkpoints);
}

describe.each(SAMPLINGS)('a light run over data in batches, $order', (sampling) => {
  test.each(IDS)('of %s has the points, the rows and the outcome of the whole one, bit for bit', (id) => {
    expectTheSame(taskWith(iris({}, sampling, 205), id));
    const schedule = [{ id: 'warmup', hyperparameters: { steps: 40 } }, { id: 'halve-on-divergence' }];
    expectTheSame(taskWith(iris({ loss: 'hinge' }, sampling, 205), id, {}, { ...EVERY_MODIFIER, schedule }));
  });

  test.each(Object.keys(SCHEDULES))('under the schedule %s is made of the same steps', (id) => {
    expectTheSame(taskWith(iris({}, sampling, 301), 'momentum', {}, { schedule: [{ id }] }));
  });

  test.each(Object.keys(MODIFIERS))('under the modifier %s is made of the same steps', (id) => {
    expectTheSame(taskWith(iris({}, sampling, 301), 'adam', {}, { modifiers: [{ id }] }));
  });

  test('is made of the same steps beyond a checkpoint, at any stride', () => {
    for (const stride of [1, 10, 250])
      expectTheSame(taskWith(iris({ penalty: 0.1 }, sampling, 2301), 'nesterov'), stride);
  });
});

test('a light run of all samples is made of the same steps: gradients are offered to it at fewer', () => {
  for (const id of ['sgd', 'lbfgs', 'adam'])
    expectTheSame(taskWith(iris({}, { batchSize: 'full' }, 205), id));
});

describe.each(Object.keys(PROBLEMS) as ProblemId[])('a light run on %s', (id) => {
  const scene = { problem: { id }, steps: 205 };

  test.each(['sgd', 'adam', 'muon', 'newton', 'line-search'] as const)(
    'by %s is made of the same steps',
    (by) => {
      expectTheSame(taskWith(scene, by));
    },
  );

  test('with noise, under every modifier and a schedule that watches f, is made of the same steps', () => {
    const sampling = { noise: 0.5, seed: 3 };
    const schedule = [{ id: 'cosine' }, { id: 'halve-on-divergence' }];
    expectTheSame(taskWith({ ...scene, sampling }, 'momentum', {}, { ...EVERY_MODIFIER, schedule }));
  });
});

describe('a light run that ends early does so at the same step', () => {
  const [sampling] = SAMPLINGS;

  test('where a parameter is too far away', () => {
    const task = taskWith(iris({ loss: 'squared-error' }, sampling, 400), 'sgd', { learningRate: 1.7 });
    const { whole } = both(task, 8);
    expect(whole.outcome).toMatchObject({ kind: 'diverged' });
    expect((whole.outcome?.step ?? 0) % 8).not.toBe(0);
    expectTheSame(task);
  });

  test('where only f is infinite, though it would be finite again at the next row', () => {
    const of = (loss: string) =>
      taskWith({ ...iris({ loss }, sampling, 400), start: [5, -9] }, 'sgd', { learningRate: 300 });
    const far = of('binary-cross-entropy');
    const { whole } = both(far, 8);
    expect(whole.rows.map(({ loss }) => loss).at(-1)).toBe(Number.POSITIVE_INFINITY);
    expect((whole.outcome?.step ?? 0) % 8).not.toBe(0);
    // The same steps, by a loss that is finite everywhere.
    const next = 8 * Math.ceil((whole.outcome?.step ?? 0) / 8);
    const { point } = recorded(of('sigmoid-cross-entropy')).rows[next];
    expect(createProblem(far.problem).value(Float64Array.from(point))).toBeLessThan(10);
    expectTheSame(far);
  });
});

test('a light run asks for f and its gradient far less often than a whole one', () => {
  const task = taskWith(iris({}, SAMPLINGS[0], 1000), 'sgd');
  const problem = createProblem(task.problem);
  const spies = [
    vi.spyOn(problem, 'valueInto'),
    vi.spyOn(problem, 'gradient'),
    vi.spyOn(problem, 'valueAndGradient'),
  ];
  /** Passes over the whole set: what a step asks for is of a draw. */
  const passesOf = (options: SimulateOptions) => {
    for (const spy of spies) spy.mockClear();
    recorded(task, options);
    const calls: unknown[] = spies.flatMap(({ mock }) => mock.calls.filter((args) => !isOfDraw(args)));
    return calls.length;
  };
  // One pass a row, and one at the end for the outcome.
  expect(passesOf({})).toBe(1001 + 1);
  // The effective step to a row is measured by the gradient where it began, which has no row.
  expect(passesOf({ stride: 8, light: true })).toBe(126 + 125 + 1);
  for (const spy of spies) spy.mockRestore();
});

function isOfDraw(args: readonly unknown[]): boolean {
  return args.some((value) => typeof value === 'object' && value !== null && 'batch' in value);
}

test('a trail hands on every point once, chunk by chunk', () => {
  const task = taskWith(iris({}, SAMPLINGS[1], 2301), 'adam');
  const trail = createTrail(2);
  const points: number[] = [];
  let calls = 0;
  for (const chunk of simulate(task, {
    stride: 8,
    light: true,
    onPoint: trail.add,
    pause: () => calls % 5 === 0,
  })) {
    calls += 1;
    const { from, points: some } = trail.take();
    expect(from).toBe(points.length / 2);
    points.push(...some);
    expect(chunk.piece.steps.at(-1)).toBeLessThan(points.length / 2);
  }
  expect(calls).toBeGreaterThan(3);
  expect(points).toEqual(recorded(task).rows.flatMap(({ point }) => point));
});

describe('of the tasks of a scene', () => {
  const data = (params: object, sampling: object, steps = 300) =>
    taskWith({ problem: { id: 'blobs', params }, sampling, steps }, 'sgd');

  test('those of which every point is kept are light in a hand, and those over batches of a data set at any length', () => {
    const booth = (steps: number) =>
      taskWith({ problem: { id: 'booth' }, sampling: { batchSize: 4 }, steps }, 'sgd');
    expect([booth(1), booth(1000), booth(20_000)].map(isLightInHand)).toEqual([true, true, true]);
    expect([booth(20_001), booth(MAX_STEPS)].map(isLightInHand)).toEqual([false, false]);
    const long = (params: object, sampling: object) => isLightInHand(data(params, sampling, 50_000));
    expect(long({}, { batchSize: 16 })).toBe(true);
    expect(long({}, { batchSize: 16, order: 'epochs' })).toBe(true);
    expect(long({ count: 10 }, { batchSize: 16, order: 'epochs' })).toBe(false);
    expect(long({}, { batchSize: 'full' })).toBe(false);
  });

  test('light runs have some hundred rows, and fewer with many samples; no fewer than a long run has as a whole', () => {
    const strides = [2, 200, 500, 5000, 100_000].map((count) => lightStrideFor(data({ count }, {}, 1000)));
    expect(strides).toEqual([10, 100, 200, 200, 200]);
    expect([20, 300, 20_000].map((steps) => lightStrideFor(data({}, {}, steps)))).toEqual([2, 25, 1000]);
    for (let steps = 1; steps < 20_000; steps += 777)
      expect(CHECKPOINT_INTERVAL % lightStrideFor(data({}, {}, steps))).toBe(0);
    for (const steps of [50_000, 100_000, MAX_STEPS]) {
      const task = data({ count: 5000 }, {}, steps);
      expect(lightStrideFor(task)).toBe(strideFor(steps));
      expect(hasTrail(task)).toBe(false);
    }
    expect(hasTrail(data({}, {}))).toBe(true);
  });
});

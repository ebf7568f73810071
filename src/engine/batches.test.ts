import { describe, expect, test } from 'vitest';
import '../problems/data/atOnce.ts';
import { createProblem } from '../problems/createProblem.ts';
import { batchAt } from '../random/batches.ts';
import type { Task } from '../scene/scene.ts';
import { explain, type Explanation } from './explain.ts';
import { pathOf, recorded, taskWith } from './recordedRun.ts';

const N = 30;
const scene = (sampling: Readonly<Record<string, unknown>>, steps = 40) => ({
  problem: { id: 'blobs', params: { count: N, loss: 'sigmoid-cross-entropy', penalty: 0.02 } },
  start: [1.5, -2],
  steps,
  sampling,
});
const EPOCHS = { seed: 11, batchSize: 8, order: 'epochs' };
const REPLACED = { seed: 11, batchSize: 5, order: 'replacement' };
const sgd = (sampling: Readonly<Record<string, unknown>>, steps?: number) =>
  taskWith(scene(sampling, steps), 'sgd', { learningRate: 0.4 });

const stepOf = (task: Task, t: number) => explain(task, t) as Explanation;

function gradientOf(task: Task, point: Float64Array, t: number): number[] {
  const out = new Float64Array(2);
  createProblem(task.problem).gradient(point, out, { t, batch: batchAt(task.sampling, N, t) });
  return [...out];
}

/** ∇f of single samples at a point, penalty included: f is the mean of these. */
function gradientsOfSamples(task: Task, point: Float64Array): readonly (readonly number[])[] {
  const problem = createProblem(task.problem);
  return Array.from({ length: N }, (_, i) => {
    const out = new Float64Array(2);
    problem.gradient(point, out, { t: 1, batch: Uint32Array.of(i) });
    return [...out];
  });
}

const mean = (rows: readonly (readonly number[])[], j: number) =>
  rows.reduce((sum, row) => sum + row[j], 0) / rows.length;

describe('a step on a data problem', () => {
  test.each([
    ['with replacement', REPLACED],
    ['by epochs', EPOCHS],
  ])('sees the gradient of its batch, %s, and says which that was', (_, sampling) => {
    const task = sgd(sampling);
    for (const t of [1, 2, 4, 5, 40]) {
      const { g, theta, batch } = stepOf(task, t);
      expect(batch).toEqual(batchAt(task.sampling, N, t));
      expect([...g]).toEqual(gradientOf(task, theta, t));
    }
  });

  test('sees the mean of the gradients of its samples', () => {
    const task = sgd(EPOCHS);
    const { g, theta, batch } = stepOf(task, 3);
    const all = gradientsOfSamples(task, theta);
    const drawn = Array.from(batch ?? [], (i) => all[i]);
    expect(drawn).toHaveLength(8);
    for (const j of [0, 1]) expect(g[j]).toBeCloseTo(mean(drawn, j), 14);
  });

  test('sees all samples where the batch is full, or by epochs as large as the data set, and no noise', () => {
    const full = pathOf(sgd({ batchSize: 'full' }));
    expect(stepOf(sgd({ batchSize: 'full' }), 7).batch).toBeNull();
    for (const sampling of [
      { batchSize: N, order: 'epochs', seed: 3 },
      { batchSize: 2 ** 53, order: 'epochs', seed: 4 },
      { batchSize: 'full', noise: 0.7 },
    ])
      expect(pathOf(sgd(sampling))).toEqual(full);
    expect(pathOf(sgd({ ...EPOCHS, noise: 3 }))).toEqual(pathOf(sgd(EPOCHS)));
    expect(pathOf(sgd({ batchSize: N, order: 'replacement' }))).not.toEqual(full);
  });

  test('shares its batch with every other run of the scene', () => {
    for (const id of ['adam', 'newton', 'muon', 'lbfgs', 'line-search'])
      for (const t of [1, 9])
        expect(stepOf(taskWith(scene(EPOCHS), id), t).batch).toEqual(stepOf(sgd(EPOCHS), t).batch);
  });

  test('shares it among all its evaluations: both of SAM’s gradients, Newton’s Hessian, a line search', () => {
    const sam = taskWith(
      scene(REPLACED),
      'momentum',
      { learningRate: 0.05 },
      { modifiers: [{ id: 'sam', hyperparameters: { rho: 0.3 } }] },
    );
    const { g, theta, modifiersAfter } = stepOf(sam, 6);
    expect([...modifiersAfter.sam.s]).toEqual(gradientOf(sam, theta, 6));
    expect([...g]).toEqual(gradientOf(sam, modifiersAfter.sam.point, 6));

    const newton = taskWith(scene(REPLACED), 'newton');
    const step = stepOf(newton, 3);
    const hessian = new Float64Array(4);
    createProblem(newton.problem).hessian(step.theta, hessian, { t: 3, batch: step.batch });
    expect([...step.after.H]).toEqual([...hessian]);

    const search = stepOf(taskWith(scene(REPLACED), 'line-search'), 4);
    const f = (point: Float64Array) =>
      createProblem(newton.problem).value(point, { t: 4, batch: search.batch });
    expect(f(search.thetaAfter)).toBeLessThan(f(search.theta));
  });

  test('is unbiased: over many seeds the mean of the first gradients is that of all samples', () => {
    const task = sgd({ ...REPLACED, batchSize: 3 });
    const theta = Float64Array.from(task.start);
    const exact = new Float64Array(2);
    createProblem(task.problem).gradient(theta, exact);
    const samples = gradientsOfSamples(task, theta);
    const SEEDS = 4000;
    for (const order of ['replacement', 'epochs'] as const) {
      const first = Array.from(
        { length: SEEDS },
        (_, seed) => stepOf({ ...task, sampling: { ...task.sampling, order, seed } }, 1).g,
      );
      for (const j of [0, 1]) {
        const variance = mean(
          samples.map((row) => [(row[j] - exact[j]) ** 2]),
          0,
        );
        // Five standard errors; without replacement the variance is smaller still.
        const bound = 5 * Math.sqrt(variance / 3 / SEEDS);
        expect(Math.abs(first.reduce((sum, g) => sum + g[j], 0) / SEEDS - exact[j])).toBeLessThan(bound);
      }
    }
  });
});

describe('a run on a data problem', () => {
  test('records losses and gradient norms of all samples, and is judged by them', () => {
    const task = sgd({ seed: 5, batchSize: 1 });
    const problem = createProblem(task.problem);
    const { rows } = recorded(task);
    for (const { point, loss, gradientNorm } of rows) {
      const theta = Float64Array.from(point);
      const gradient = new Float64Array(2);
      problem.gradient(theta, gradient);
      expect(loss).toBe(problem.value(theta));
      expect(gradientNorm).toBeCloseTo(Math.hypot(...gradient), 14);
    }
    expect(stepOf(task, 9).loss).toBe(rows[8].loss);
  });

  test('counts an evaluation of a batch as one, like one of all samples', () => {
    const counts = (sampling: Readonly<Record<string, unknown>>) =>
      recorded(sgd(sampling)).rows.map(({ evaluations }) => evaluations);
    expect(counts(EPOCHS)).toEqual(counts({ batchSize: 'full' }));
    expect(counts(EPOCHS).at(-1)).toEqual([0, 40, 0]);
  });

  test('halves its learning rate by the loss of all samples', () => {
    const run = { schedule: { id: 'halve-on-divergence' } };
    const task = taskWith(scene({ seed: 2, batchSize: 1 }, 60), 'sgd', { learningRate: 5 }, run);
    const { rows } = recorded(task);
    const start = rows[0].loss;
    let rate = 5;
    for (const { loss, learningRate } of rows.slice(1)) {
      expect(learningRate).toBe(rate);
      if (loss > start) rate /= 2;
    }
    expect(rate).toBe(5 / 16);
    expect(rows.at(-1)?.evaluations).toEqual([61, 60, 0]);
  });

  test.each([
    ['with replacement', REPLACED],
    ['by epochs', EPOCHS],
  ])('goes on from a checkpoint bit for bit: %s', (_, sampling) => {
    const run = {
      modifiers: [{ id: 'sam', hyperparameters: { rho: 0.05 } }],
      schedule: { id: 'halve-on-divergence' },
    };
    const task = taskWith(scene(sampling, 2500), 'adam', { learningRate: 0.01 }, run);
    const whole = recorded(task);
    const [first, second] = whole.checkpoints;
    for (const from of [first, second])
      expect(recorded(task, { from }).rows).toEqual(whole.rows.slice(from.step + 1));
    expect(explain(task, 2003, first)).toEqual(explain(task, 2003, second));
    expect(explain(task, 2003, second)?.batch).toEqual(batchAt(task.sampling, N, 2003));
    expect(recorded(task).rows).toEqual(whole.rows);
  });

  test('of a neighbouring seed goes elsewhere', () => {
    expect(pathOf(sgd({ ...EPOCHS, seed: 12 }))).not.toEqual(pathOf(sgd(EPOCHS)));
  });
});

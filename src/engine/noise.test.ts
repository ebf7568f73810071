import { describe, expect, test } from 'vitest';
import { createProblem } from '../problems/createProblem.ts';
import { normal } from '../random/draws.ts';
import type { Task } from '../scene/scene.ts';
import { explain, type Explanation } from './explain.ts';
import { pathOf, taskWith } from './recordedRun.ts';

const scene = (sampling: Readonly<Record<string, unknown>>) => ({
  problem: { id: 'bowl', params: { kappa: 4 } },
  start: [3, -2],
  steps: 30,
  sampling,
});
const NOISE = 0.75;
const SEED = 11;

const stepOf = (task: Task, t: number) => explain(task, t) as Explanation;

/** ∇f at a point, without noise. */
function gradientAt(task: Task, point: Float64Array): number[] {
  const out = new Float64Array(point.length);
  createProblem(task.problem).gradient(point, out);
  return [...out];
}

/** What was added to the gradient that entered step t, taken at θ. */
function noiseAt(task: Task, t: number): number[] {
  const { g, theta } = stepOf(task, t);
  const exact = gradientAt(task, theta);
  return [...g].map((entry, i) => entry - exact[i]);
}

function expectClose(actual: readonly number[], expected: readonly number[]) {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((x, i) => expect(x).toBeCloseTo(expected[i], 13));
}

describe('noise', () => {
  const sgd = (sampling: Readonly<Record<string, unknown>>) =>
    taskWith(scene(sampling), 'sgd', { learningRate: 0.1 });
  const task = sgd({ seed: SEED, noise: NOISE });

  test('of each step and coordinate is a standard normal draw of its own, times the deviation', () => {
    for (const t of [1, 2, 17])
      expectClose(
        noiseAt(task, t),
        [0, 1].map((i) => NOISE * normal(SEED, 'noise', t, i)),
      );
  });

  test('is the same for every run of a scene, wherever it is', () => {
    const others = [
      taskWith(scene({ seed: SEED, noise: NOISE }), 'adam', { learningRate: 0.3 }),
      taskWith(scene({ seed: SEED, noise: NOISE }), 'muon', { learningRate: 0.02 }),
    ];
    for (const other of others)
      for (const t of [1, 6, 30]) {
        if (t > 1) expect([...stepOf(other, t).theta]).not.toEqual([...stepOf(task, t).theta]);
        expectClose(noiseAt(other, t), noiseAt(task, t));
      }
  });

  test('is √batchSize times smaller, and absent where the batch is everything', () => {
    for (const t of [1, 9]) {
      const whole = noiseAt(task, t);
      for (const batchSize of [2, 16, 900])
        expectClose(
          noiseAt(sgd({ seed: SEED, noise: NOISE, batchSize }), t),
          whole.map((entry) => entry / Math.sqrt(batchSize)),
        );
    }
    const full = pathOf(sgd({ seed: SEED, noise: NOISE, batchSize: 'full' }));
    expect(full).toEqual(pathOf(sgd({})));
    expect(full).not.toEqual(pathOf(task));
  });

  test('is shared by all evaluations within one step: both of SAM’s gradients have it', () => {
    const sam = taskWith(
      scene({ seed: SEED, noise: NOISE }),
      'momentum',
      { learningRate: 0.05 },
      { modifiers: [{ id: 'sam', hyperparameters: { rho: 0.3 } }] },
    );
    for (const t of [1, 8]) {
      const { g, theta, modifiersAfter } = stepOf(sam, t);
      const { s, point } = modifiersAfter.sam;
      const draw = [0, 1].map((i) => NOISE * normal(SEED, 'noise', t, i));
      expectClose(
        [...s],
        gradientAt(sam, theta).map((entry, i) => entry + draw[i]),
      );
      expectClose(
        [...g],
        gradientAt(sam, point).map((entry, i) => entry + draw[i]),
      );
    }
  });

  test('enters Nesterov’s gradient at the look-ahead point', () => {
    const nesterov = taskWith(scene({ seed: SEED, noise: NOISE }), 'nesterov', { learningRate: 0.05 });
    const { g, theta, after } = stepOf(nesterov, 12);
    expect([...after.lookahead]).not.toEqual([...theta]);
    expectClose(
      [...g],
      gradientAt(nesterov, after.lookahead).map((x, i) => x + NOISE * normal(SEED, 'noise', 12, i)),
    );
  });

  test('of another seed is another, and of deviation 0 none', () => {
    expect(pathOf(sgd({ seed: SEED + 1, noise: NOISE }))).not.toEqual(pathOf(task));
    expect(pathOf(sgd({ seed: SEED, noise: 0 }))).toEqual(pathOf(sgd({ seed: SEED + 1, noise: 0 })));
  });

  test('does not turn with the problem: it belongs to the coordinates', () => {
    const turned = taskWith(
      { ...scene({ seed: SEED, noise: NOISE }), problem: { id: 'bowl', params: { kappa: 4 }, rotation: 35 } },
      'sgd',
      { learningRate: 0.1 },
    );
    expectClose(noiseAt(turned, 4), noiseAt(task, 4));
  });
});

import { describe, expect, test } from 'vitest';
import { explain, type Explanation } from '../engine/explain.ts';
import { recorded, taskWith } from '../engine/recordedRun.ts';
import { createProblem } from '../problems/createProblem.ts';
import type { Task } from '../scene/scene.ts';

// What modifiers and noise are to optimizers that ask for more than one gradient: they stand between the problem and
// whatever is asked of it.

const SAM = { id: 'sam', hyperparameters: { rho: 0.3 } };
const PENALTY = { id: 'weight-decay', hyperparameters: { coefficient: 0.7, mode: 'l2' } };
const LOOKAHEAD = { id: 'lookahead', hyperparameters: { k: 2, alpha: 0.5 } };
const CALM = { problem: { id: 'himmelblau' }, start: [3.4, 1.5], steps: 30 };
const NOISY = { ...CALM, sampling: { seed: 8, noise: 0.6 } };

const task = (
  id: string,
  modifiers: readonly unknown[],
  scene: object = CALM,
  hyperparameters: object = {},
) => taskWith({ ...scene }, id, { ...hyperparameters }, { modifiers });
const stepOf = (given: Task, t: number) => explain(given, t) as Explanation;

function oracleOf(given: Task) {
  const problem = createProblem(given.problem);
  const filled = (size: number, fill: (out: Float64Array) => void) => {
    const out = new Float64Array(size);
    fill(out);
    return out;
  };
  return {
    value: (point: Float64Array) => problem.value(point),
    gradient: (point: Float64Array) => filled(2, (out) => problem.gradient(point, out)),
    hessian: (point: Float64Array) => filled(4, (out) => problem.hessian(point, out)),
  };
}

/** θ + ρ∇f/‖∇f‖ */
function climbed(given: Task, theta: Float64Array): Float64Array {
  const s = oracleOf(given).gradient(theta);
  return theta.map((x, i) => x + (0.3 * s[i]) / Math.hypot(...s));
}

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, digits = 11) {
  expect(actual.length).toBe(expected.length);
  Array.from(actual).forEach((x, i) => expect(x).toBeCloseTo(expected[i], digits));
}

describe('under SAM', () => {
  test('Newton takes the gradient where SAM climbed to, and the Hessian at θ', () => {
    const given = task('newton', [SAM]);
    const { theta, g, after } = stepOf(given, 2);
    const { gradient, hessian } = oracleOf(given);
    expectClose(g, gradient(climbed(given, theta)));
    expect([...after.H]).toEqual([...hessian(theta)]);
    const [a, b, c, d] = after.H;
    expectClose(
      [a * after.direction[0] + b * after.direction[1], c * after.direction[0] + d * after.direction[1]],
      g,
    );
  });

  test('Sophia takes the gradient where SAM climbed to, and the diagonal at θ', () => {
    const given = task('sophia', [SAM], CALM, { interval: 3 });
    const { theta, g, after } = stepOf(given, 4);
    const { gradient, hessian } = oracleOf(given);
    expectClose(g, gradient(climbed(given, theta)));
    expect([...after.hHat]).toEqual([hessian(theta)[0], hessian(theta)[3]]);
  });

  test('L-BFGS measures how the gradient changes where SAM climbs to', () => {
    const given = task('lbfgs', [SAM]);
    const { theta, thetaAfter, g, after } = stepOf(given, 1);
    const { gradient } = oracleOf(given);
    expectClose(g, gradient(climbed(given, theta)));
    const reached = gradient(climbed(given, thetaAfter));
    expectClose(
      after.y,
      reached.map((x, i) => x - g[i]),
    );
    expectClose(stepOf(given, 2).g, reached);
  });

  test('each gradient of L-BFGS is two', () => {
    // In the round bowl: the first step is as that of one without SAM, along θ.
    const scene = { problem: { id: 'bowl', params: { kappa: 1 } }, start: [3, -4], steps: 2 };
    const counts = (modifiers: readonly unknown[]) =>
      recorded(task('lbfgs', modifiers, scene)).rows[1].evaluations;
    expect(counts([])).toEqual([2, 2, 0]);
    expect(counts([SAM])).toEqual([2, 4, 0]);
  });

  test('a line search goes along the gradient where SAM climbed to, and asks for f at points that did not', () => {
    const given = task('line-search', [SAM]);
    const { theta, g, after } = stepOf(given, 3);
    const { value, gradient } = oracleOf(given);
    expectClose(g, gradient(climbed(given, theta)));
    const falls = (alpha: number) =>
      value(theta.map((x, i) => x - alpha * g[i])) <= value(theta) - 1e-4 * alpha * Math.hypot(...g) ** 2;
    expect(falls(after.alpha[0])).toBe(true);
    expect(falls(2 * after.alpha[0])).toBe(false);
  });
});

describe('under weight decay by penalty', () => {
  test.each(['line-search', 'lbfgs'])('%s comes to where ∇f + λθ = 0', (id) => {
    const given = task(id, [PENALTY], { ...CALM, steps: 200 });
    const end = recorded(given).rows.at(-1)?.point ?? [];
    const g = oracleOf(given).gradient(Float64Array.from(end));
    expectClose(
      g,
      end.map((x) => -0.7 * x),
      6,
    );
  });

  test('a line search judges f + ½λ‖θ‖²', () => {
    const given = task('line-search', [PENALTY], CALM, { shrink: 0.9 });
    const { theta, g, after } = stepOf(given, 1);
    const { value } = oracleOf(given);
    const penalized = (point: Float64Array) => value(point) + 0.35 * Math.hypot(...point) ** 2;
    const falls = (of: (point: Float64Array) => number, alpha: number) =>
      of(theta.map((x, i) => x - alpha * g[i])) <= of(theta) - 1e-4 * alpha * Math.hypot(...g) ** 2;
    expect(falls(penalized, after.alpha[0])).toBe(true);
    expect(falls(penalized, after.alpha[0] / 0.9)).toBe(false);
  });

  test('Sophia adds λ to the diagonal', () => {
    const given = task('sophia', [PENALTY]);
    const { theta, after } = stepOf(given, 1);
    const hessian = oracleOf(given).hessian(theta);
    expectClose(after.hHat, [hessian[0] + 0.7, hessian[3] + 0.7]);
  });
});

describe('under Lookahead', () => {
  test('L-BFGS asks anew at a point that it was set back to', () => {
    const given = task('lbfgs', [LOOKAHEAD]);
    const { rows } = recorded(given);
    for (const t of [3, 4]) {
      const { theta, g } = stepOf(given, t);
      expectClose(g, oracleOf(given).gradient(theta), 13);
    }
    // Each step asks for a gradient and a value at the point that it takes; one that was set back, for two more.
    const asked = rows.map(({ evaluations: [, gradients] }) => gradients);
    const plain = recorded(task('lbfgs', [])).rows.map(({ evaluations: [, gradients] }) => gradients);
    expect(asked.slice(0, 3)).toEqual(plain.slice(0, 3));
    const values = rows.map(({ evaluations: [value] }) => value);
    expect(asked[3] - asked[2]).toBeGreaterThanOrEqual(2);
    expect(values[3] - values[2]).toBeGreaterThanOrEqual(2);
  });
});

describe('with noise', () => {
  test.each([
    ['lbfgs', {}],
    ['line-search', {}],
    ['sophia', { learningRate: 0.02, curvature: 'hutchinson' }],
  ])('%s stays finite and gives the same numbers again, bit for bit', (id, hyperparameters) => {
    for (const noise of [0.1, 3, 100])
      for (const modifiers of [[], [SAM, PENALTY, LOOKAHEAD]]) {
        const scene = { ...NOISY, steps: 120, sampling: { seed: 8, noise } };
        const run = recorded(task(id, modifiers, scene, hyperparameters));
        expect(run.rows).toHaveLength(121);
        for (const { point, loss } of run.rows) expect([...point, loss].every(Number.isFinite)).toBe(true);
        expect(recorded(task(id, modifiers, scene, hyperparameters))).toEqual(run);
      }
  });

  test('both gradients of an L-BFGS pair have the same noise, and the next step has its own', () => {
    const given = task('lbfgs', [], NOISY);
    const { gradient } = oracleOf(given);
    for (const t of [1, 2, 5]) {
      const { theta, thetaAfter, g, after } = stepOf(given, t);
      const [here, there] = [gradient(theta), gradient(thetaAfter)];
      expectClose(
        after.y,
        there.map((x, i) => x - here[i]),
      );
      const noise = g.map((x, i) => x - here[i]);
      const next = stepOf(given, t + 1);
      next.g.forEach((x, i) => expect(Math.abs(x - there[i] - noise[i])).toBeGreaterThan(1e-3));
    }
  });

  test('L-BFGS asks for value and gradient anew in each step', () => {
    const { rows } = recorded(task('lbfgs', [], NOISY));
    for (let t = 1; t < rows.length; t++) {
      const [values, gradients] = [0, 1].map((i) => rows[t].evaluations[i] - rows[t - 1].evaluations[i]);
      expect(gradients).toBeGreaterThanOrEqual(1);
      expect(values).toBeGreaterThanOrEqual(2);
    }
  });
});

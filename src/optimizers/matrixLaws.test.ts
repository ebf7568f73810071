import { describe, expect, test } from 'vitest';
import { runToEnd } from '../engine/simulate.ts';
import { readScene } from '../scene/readScene.ts';
import { taskOf } from '../scene/scene.ts';
import { deviation, pathOf, updatesOf, walk } from './walk.ts';

// The laws of Muon, which orthogonalizes its momentum, and of Newton, which solves with the Hessian.

const VALLEY = { problem: 'rosenbrock', start: [-1.5, 2], steps: 60 } as const;
const MATRIX = { problem: 'matrix-regression', start: [0.5, -1, 2, 3], steps: 25 } as const;
/** Far from both kinks the gradient of |x| + 3|y| is constant: (1, −3) here. */
const SLOPE = { problem: 'kink', start: [50, -40], steps: 1 } as const;
const eta = 0.02;

const lengthOf = (vector: readonly number[]) => Math.hypot(...vector);

/** Five Newton–Schulz steps on a singular value, with the coefficients that Memphis prints. */
function fiveJordanSteps(sigma: number): number {
  let value = sigma;
  for (let k = 0; k < 5; k++) value = 3.4445 * value - 4.775 * value ** 3 + 2.0315 * value ** 5;
  return value;
}

describe('muon, exact', () => {
  test.each([
    ['2×1', [2, 1]],
    ['1×2', [1, 2]],
  ])('on a column or row steps with length η, whatever the gradient: %s', (_, shape) => {
    for (const update of updatesOf({ ...VALLEY, id: 'muon', learningRate: eta, shape }))
      expect(lengthOf(update)).toBeCloseTo(eta, 15);
  });

  test('on a column without momentum is Memphis’s simplest form, θ − ηg/‖g‖', () => {
    for (const { g, update } of walk({ ...VALLEY, id: 'muon', learningRate: eta, momentum: 0 }).slice(1))
      update.forEach((delta, i) => expect(delta).toBeCloseTo((-eta * g[i]) / lengthOf(g), 15));
  });

  test('on a diagonal steps by ±η in each coordinate, against the sign of its momentum', () => {
    const given = { ...VALLEY, id: 'muon', learningRate: eta, shape: 'diagonal' } as const;
    for (const { update, quantities } of walk(given).slice(1))
      update.forEach((delta, i) => expect(delta).toBe(-eta * Math.sign(quantities.M[i])));
  });

  test('on a diagonal without momentum follows the sign of the gradient', () => {
    const given = { ...VALLEY, id: 'muon', learningRate: eta, momentum: 0, shape: 'diagonal' } as const;
    for (const { g, update } of walk(given).slice(1))
      expect(update).toEqual(g.map((x) => -eta * Math.sign(x)));
  });

  test('on a 2×2 matrix steps with length η in every direction: ΔᵀΔ = η²I', () => {
    for (const [a, b, c, d] of updatesOf({ ...MATRIX, id: 'muon', learningRate: eta })) {
      expect(a * a + c * c).toBeCloseTo(eta * eta, 15);
      expect(b * b + d * d).toBeCloseTo(eta * eta, 15);
      expect(a * b + c * d).toBeCloseTo(0, 15);
    }
  });

  // ⟨M, −Δ⟩/η is the nuclear norm σ₁ + σ₂ = √(‖M‖² + 2|det M|), the most that spectral norm 1 allows (Westlake, “Why Spectral Norm?”).
  test('on a 2×2 matrix goes down as steeply as spectral norm η allows', () => {
    for (const { update, quantities } of walk({ ...MATRIX, id: 'muon', learningRate: eta }).slice(1)) {
      const [a, b, c, d] = quantities.M;
      const nuclear = Math.sqrt(a * a + b * b + c * c + d * d + 2 * Math.abs(a * d - b * c));
      const descent = update.reduce((sum, delta, i) => sum - delta * quantities.M[i], 0);
      expect(descent / eta / nuclear).toBeCloseTo(1, 13);
    }
  });

  test.each([
    ['a column', VALLEY, [2, 1]],
    ['a diagonal', VALLEY, 'diagonal'],
    ['a matrix', MATRIX, [2, 2]],
  ])('does not feel the scale of the loss, as sgd does: %s', (_, place, shape) => {
    const scaled = (scale: number) =>
      pathOf({ ...place, problem: { id: place.problem, scale }, id: 'muon', learningRate: eta, shape });
    expect(scaled(1024)).toEqual(scaled(1));
    expect(deviation(scaled(1000), scaled(1))).toBeLessThan(1e-10);
    expect(deviation(scaled(0.001), scaled(1))).toBeLessThan(1e-10);
    const sgd = (scale: number) =>
      pathOf({ ...MATRIX, problem: { id: 'matrix-regression', scale }, id: 'sgd' });
    expect(deviation(sgd(1000), sgd(1))).toBeGreaterThan(0.1);
  });
});

describe('muon by Newton–Schulz', () => {
  const given = { id: 'muon', learningRate: 1, orthogonalization: 'newton-schulz' } as const;

  test('five Jordan steps make 0.696 of a column', () => {
    const [update] = updatesOf({ ...SLOPE, ...given });
    const length = fiveJordanSteps(Math.sqrt(10) / (Math.sqrt(10) + 1e-7));
    expect(length).toBeCloseTo(0.696, 3);
    expect(update[0]).toBeCloseTo(-length / Math.sqrt(10), 13);
    expect(update[1]).toBeCloseTo((3 * length) / Math.sqrt(10), 13);
  });

  test('five Taylor steps leave a column at length 1', () => {
    expect(lengthOf(updatesOf({ ...SLOPE, ...given, coefficients: 'taylor' })[0])).toBeCloseTo(1, 12);
  });

  test('on a diagonal takes each coordinate its own way', () => {
    const [update] = updatesOf({ ...SLOPE, ...given, shape: 'diagonal' });
    const norm = Math.sqrt(10) + 1e-7;
    expect(update[0]).toBeCloseTo(-fiveJordanSteps(1 / norm), 13);
    expect(update[1]).toBeCloseTo(fiveJordanSteps(3 / norm), 13);
  });

  test('without steps only normalizes', () => {
    const [update] = updatesOf({ ...SLOPE, ...given, newtonSchulzSteps: 0 });
    expect(lengthOf(update)).toBeCloseTo(1 / (1 + 1e-7 / Math.sqrt(10)), 13);
  });

  test('with Taylor’s coefficients and steps enough walks the exact path', () => {
    const common = { ...MATRIX, id: 'muon', learningRate: eta } as const;
    const orthogonalized = {
      orthogonalization: 'newton-schulz',
      coefficients: 'taylor',
      newtonSchulzSteps: 40,
    };
    expect(deviation(pathOf({ ...common, ...orthogonalized }), pathOf(common))).toBeLessThan(1e-10);
  });
});

describe('muon’s options', () => {
  test('its momentum is the accumulated one: on a constant gradient M is g(1 − μᵗ)/(1 − μ)', () => {
    walk({ ...SLOPE, steps: 30, id: 'muon', momentum: 0.75 }).forEach(({ quantities: { M } }, t) => {
      expect(M[0]).toBeCloseTo((1 - 0.75 ** t) / 0.25, 12);
      expect(M[1]).toBeCloseTo((-3 * (1 - 0.75 ** t)) / 0.25, 12);
    });
  });

  test('nesterov steps with the gradient and μ times the momentum, which are one where μ = 0', () => {
    const given = {
      ...VALLEY,
      steps: 12,
      id: 'muon',
      learningRate: eta,
      momentum: 0.75,
      nesterov: true,
    } as const;
    for (const {
      g,
      update,
      quantities: { M },
    } of walk(given).slice(1)) {
      const ahead = g.map((entry, i) => entry + 0.75 * M[i]);
      update.forEach((delta, i) => expect(delta).toBeCloseTo((-eta * ahead[i]) / lengthOf(ahead), 15));
    }
    const without = { ...given, momentum: 0 };
    expect(pathOf(without)).toEqual(pathOf({ ...without, nesterov: false }));
  });

  test.each([
    [VALLEY, [2, 1], Math.SQRT2],
    [VALLEY, [1, 2], 1],
    [VALLEY, 'diagonal', 1],
    [MATRIX, [4, 1], 2],
    [MATRIX, [2, 2], 1],
  ])('scaling by shape multiplies a step by √max(1, rows/cols): $problem %s', (place, shape, factor) => {
    const given = { ...place, steps: 1, id: 'muon', learningRate: eta, shape } as const;
    const [[plain], [scaled]] = [false, true].map((scaleByShape) => updatesOf({ ...given, scaleByShape }));
    scaled.forEach((delta, i) => expect(delta).toBeCloseTo(factor * plain[i], 15));
  });

  test('where the gradient is 0 only the decay is left: θ shrinks by 1 − ηλ a step', () => {
    const given = { problem: 'plateau', start: [50, -60], steps: 12, id: 'muon', learningRate: 0.1 } as const;
    const path = pathOf({ ...given, weightDecay: 0.5 });
    expect(
      deviation(
        path,
        path.map((_, t) => [50 * 0.95 ** t, -60 * 0.95 ** t]),
      ),
    ).toBeLessThan(1e-14);
    for (const point of pathOf(given)) expect(point).toEqual([50, -60]);
  });
});

describe('newton', () => {
  test.each([
    ['bowl', [-4, 1], [0, 0]],
    ['rotated-bowl', [-4, 1], [0, 0]],
    ['booth', [-6, 8], [1, 3]],
    ['matyas', [-7, 3], [0, 0]],
    ['matrix-regression', [0.5, -1, 2, 7], [3, -2, 1, 4]],
  ])('is at the minimizer of a quadratic after one step: %s', (problem, start, minimizer) => {
    pathOf({ problem, start, steps: 1, id: 'newton' })[1].forEach((x, i) =>
      expect(x).toBeCloseTo(minimizer[i], 12),
    );
  });

  test('with η = 0.25 leaves three quarters of the way each step', () => {
    const path = pathOf({ problem: 'booth', start: [-6, 8], steps: 9, id: 'newton', learningRate: 0.25 });
    const expected = path.map((_, t) => [1 - 7 * 0.75 ** t, 3 + 5 * 0.75 ** t]);
    expect(deviation(path, expected)).toBeLessThan(1e-13);
  });

  test.each([
    ['saddle', [-1.5, 0.25], 1],
    ['double-well', [1.5, 0.02], 20],
  ])('goes to a saddle, where gradient descent would leave it: %s', (id, start, steps) => {
    const runs = ['newton', 'sgd'].map((optimizer) => ({
      optimizer: { id: optimizer, hyperparameters: { learningRate: optimizer === 'newton' ? 1 : 0.1 } },
    }));
    const { scene } = readScene({ problem: { id }, start, steps, runs });
    const [newton, sgd] = scene.runs.map((run) => runToEnd(taskOf(scene, run)));
    expect(newton.outcome.kind).toBe('saddle');
    expect(Math.hypot(...(newton.pieces.at(-1)?.points.slice(-2) ?? [1]))).toBeLessThan(1e-12);
    expect(Math.abs(sgd.pieces.at(-1)?.points.at(-1) ?? 0)).toBeGreaterThan(start[1]);
  });

  test('near a minimizer doubles its digits with each step', () => {
    const path = pathOf({ problem: 'himmelblau', start: [3.3, 1.8], steps: 5, id: 'newton' });
    const errors = path.map(([x, y]) => Math.hypot(x - 3, y - 2));
    for (let t = 0; t < 4; t++) expect(errors[t + 1]).toBeLessThan(Math.max(errors[t] ** 2, 1e-14));
  });

  test('turns with the problem, and does not feel its scale', () => {
    const given = { problem: 'himmelblau', start: [3.3, 1.8], steps: 4, id: 'newton' } as const;
    const path = pathOf(given);
    const turn = ([x, y]: readonly number[]) => [
      0.5 * x - Math.sqrt(0.75) * y,
      Math.sqrt(0.75) * x + 0.5 * y,
    ];
    const turned = pathOf({
      ...given,
      problem: { id: 'himmelblau', rotation: 60 },
      start: turn(given.start),
    });
    expect(deviation(turned, path.map(turn))).toBeLessThan(1e-12);
    expect(deviation(pathOf({ ...given, problem: { id: 'himmelblau', scale: 1000 } }), path)).toBeLessThan(
      1e-12,
    );
  });

  test('stops with a reason where the Hessian is singular, at the last point it reached', () => {
    const runs = [{ optimizer: { id: 'newton' } }];
    const { scene } = readScene({ problem: { id: 'kink' }, start: [-2, 1.3], steps: 5, runs });
    const { outcome, pieces } = runToEnd(taskOf(scene, scene.runs[0]));
    expect(outcome).toMatchObject({ kind: 'stopped', reason: { kind: 'singular-hessian' }, step: 0 });
    expect(pieces.flatMap(({ points }) => [...points])).toEqual([-2, 1.3]);
  });
});

import { describe, expect, test } from 'vitest';
import { recorded, taskWith } from '../engine/recordedRun.ts';
import { createStepper } from '../engine/stepper.ts';
import { deviation, pathOf, walk } from './walk.ts';

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, x, i) => sum + x * b[i], 0);

/** 100(y − x²)² + (1 − x)² and its gradient. */
const valley = ({ 0: x, 1: y }: ArrayLike<number>) => 100 * (y - x * x) ** 2 + (1 - x) ** 2;
const valleyGradient = ({ 0: x, 1: y }: ArrayLike<number>) => [
  -400 * x * (y - x * x) - 2 * (1 - x),
  200 * (y - x * x),
];
const VALLEY = { problem: 'rosenbrock', start: [-1.2, 1], steps: 60, id: 'lbfgs' } as const;
/** ½‖θ‖², whose gradient is θ: of length 5 at the start. */
const ROUND = { problem: { id: 'bowl', params: { kappa: 1 } }, start: [3, -4] };

const lbfgs = (scene: Readonly<Record<string, unknown>>, steps: number, hyperparameters: object = {}) =>
  recorded(taskWith({ ...scene, steps }, 'lbfgs', { ...hyperparameters }));

describe('L-BFGS', () => {
  test('is within 1e-8 of Rosenbrock’s minimizer after 60 steps from (−1.2, 1)', () => {
    const { rows, outcome } = lbfgs({ problem: { id: 'rosenbrock' }, start: [-1.2, 1] }, 60);
    for (const x of rows[60].point) expect(Math.abs(x - 1)).toBeLessThan(1e-8);
    expect(outcome?.kind).toBe('converged');
  });

  test.each([
    ['bowl', [-4, 1], [0, 0]],
    ['booth', [-6, 8], [1, 3]],
    ['matyas', [-7, 3], [0, 0]],
    ['matrix-regression', [0.5, -1, 2, 7], [3, -2, 1, 4]],
  ])('is at the minimizer of a quadratic in a few steps: %s', (id, start, minimizer) => {
    const { rows } = lbfgs({ problem: { id }, start }, 20);
    rows[20].point.forEach((x, i) => expect(x).toBeCloseTo(minimizer[i], 8));
  });

  test('takes steps that satisfy both weak Wolfe conditions', () => {
    const stops = walk({ ...VALLEY, steps: 30 });
    stops.slice(1).forEach(({ g, theta, update, quantities: { alpha, direction } }, k) => {
      const before = stops[k].theta;
      expect(dot(g, direction)).toBeLessThan(0);
      expect(valley(theta)).toBeLessThanOrEqual(valley(before) + 1e-4 * alpha[0] * dot(g, direction));
      expect(dot(valleyGradient(theta), direction)).toBeGreaterThanOrEqual((0.9 + 1e-12) * dot(g, direction));
      update.forEach((delta, i) => expect(delta).toBe(alpha[0] * direction[i]));
    });
  });

  test('satisfies the secant equation: H y = s for the newest pair', () => {
    const stops = walk({ ...VALLEY, steps: 12 });
    // −H g is linear in g: with H y = s, d + s = −H(g − y), and y ⋅ H v = s ⋅ v for every v.
    for (let t = 2; t < stops.length; t++) {
      const { s, y } = stops[t - 1].quantities;
      const { g, quantities } = stops[t];
      expect(dot(y, quantities.direction) / -dot(s, g)).toBeCloseTo(1, 9);
    }
  });

  test('with memory enough does not feel its length, and with too little does', () => {
    const path = (history: number, steps: number) => pathOf({ ...VALLEY, steps, history });
    expect(path(20, 11)).toEqual(path(10, 11));
    expect(deviation(path(20, 30), path(10, 30))).toBeGreaterThan(1e-12);
    expect(deviation(path(1, 5), path(10, 5))).toBeGreaterThan(1e-3);
  });

  test('turns with the problem', () => {
    const given = { problem: 'himmelblau', start: [0.5, -0.7], steps: 6, id: 'lbfgs' } as const;
    const turn = ([x, y]: readonly number[]) => [
      0.5 * x - Math.sqrt(0.75) * y,
      Math.sqrt(0.75) * x + 0.5 * y,
    ];
    const turned = pathOf({
      ...given,
      problem: { id: 'himmelblau', rotation: 60 },
      start: turn(given.start),
    });
    expect(deviation(turned, pathOf(given).map(turn))).toBeLessThan(1e-9);
  });
});

describe('the search', () => {
  // Along −g in the round bowl a step α leaves (1 − α)θ, f = 12.5(1 − α)², and the slope −25(1 − α). α falls enough below
  // 2 − 2·10⁻⁴ and is long enough from 0.1 on.
  test.each([
    ['tries min(1, 1/‖g‖) at first', {}, 0.2, [2, 2]],
    ['doubles what is too short', { learningRate: 0.2 }, 0.16, [4, 4]],
    ['halves what is too long', { learningRate: 100 }, 1.25, [6, 2]],
    ['lets η scale the first trial', { learningRate: 5 }, 1, [2, 2]],
  ])('%s: %j', (_, hyperparameters, alpha, [values, gradients]) => {
    const { rows } = lbfgs(ROUND, 1, hyperparameters);
    rows[1].point.forEach((x, i) => expect(x).toBeCloseTo((1 - alpha) * ROUND.start[i], 14));
    expect(rows[1].evaluations).toEqual([values, gradients, 0]);
  });

  test('takes 10⁻⁴ of the tangent’s fall for enough, and 9/10 of the slope for flat enough', () => {
    const alphaAfter = (first: number) =>
      walk({ ...ROUND, steps: 1, id: 'lbfgs', learningRate: 5 * first })[1].quantities.alpha[0];
    for (const first of [0.1001, 1.9997]) expect(alphaAfter(first)).toBeCloseTo(first, 14);
    expect(alphaAfter(0.0999)).toBeCloseTo(2 * 0.0999, 14);
    expect(alphaAfter(1.9999)).toBeCloseTo(1.9999 / 2, 14);
  });

  test('begins at the origin as anywhere else', () => {
    const { rows } = lbfgs({ problem: { id: 'rosenbrock' }, start: [0, 0] }, 1);
    // ∇f(0, 0) = (−2, 0), and f(½, 0) = 6.5 is too high; f(¼, 0) = 0.953125 is not.
    expect(rows[1].point).toEqual([0.25, 0]);
    expect(rows[1].evaluations).toEqual([4, 2, 0]);
  });

  test('tries a step of 1 where the gradient is shorter than 1', () => {
    const { rows } = lbfgs({ ...ROUND, start: [0.25, -0.5] }, 1);
    expect(rows[1].point).toEqual([0, 0]);
    expect(rows[1].evaluations).toEqual([2, 2, 0]);
  });

  test('tries η once there is a pair, and does not ask again for what it knows', () => {
    // From 0.8θ the pair says H = I, and the step of 1 is at the minimizer: one more value, one more gradient.
    const { rows } = lbfgs(ROUND, 2);
    expect(Math.hypot(...rows[2].point)).toBeLessThan(1e-14);
    expect(rows[2].evaluations).toEqual([3, 3, 0]);
  });

  test('halves the interval between a trial that is too short and one that is too long', () => {
    const alphas = walk({ ...VALLEY, steps: 1, learningRate: 2 })[1].quantities.alpha;
    const trials = Array.from(
      { length: 60 },
      (_, k) => 2 / Math.hypot(...valleyGradient([-1.2, 1])) / 2 ** k,
    );
    const g = valleyGradient([-1.2, 1]);
    const along = (alpha: number) => [-1.2 - alpha * g[0], 1 - alpha * g[1]];
    const expected = trials.find(
      (alpha) => valley(along(alpha)) <= valley([-1.2, 1]) - 1e-4 * alpha * dot(g, g),
    );
    expect(alphas[0]).toBeCloseTo(expected ?? Number.NaN, 15);
  });

  test('stays where the gradient is 0, and asks for nothing more', () => {
    const { rows, outcome } = lbfgs({ problem: { id: 'booth' }, start: [1, 3] }, 12);
    for (const { step, point, evaluations } of rows) {
      expect(point).toEqual([1, 3]);
      expect(evaluations).toEqual(step === 0 ? [0, 0, 0] : [1, 1, 0]);
    }
    expect(outcome?.kind).toBe('converged');
  });

  test('gives up after 60 trials, stays, and tries anew', () => {
    // At the minimizer every direction leads upwards, that of a noisy gradient, too.
    const { rows } = lbfgs({ problem: { id: 'booth' }, start: [1, 3], sampling: { seed: 4, noise: 0.5 } }, 5);
    for (const { step, point, evaluations } of rows) {
      expect(point).toEqual([1, 3]);
      expect(evaluations).toEqual([61 * step, step, 0]);
    }
  });

  test('goes as far as 60 trials reach where the loss falls without end, and has diverged', () => {
    // On the axis y of the saddle every step falls enough and none is long enough.
    const { rows, outcome } = lbfgs({ problem: { id: 'saddle' }, start: [0, 0.5] }, 9);
    expect(outcome).toMatchObject({ kind: 'diverged', step: 1 });
    expect(rows[1].evaluations).toEqual([61, 61, 0]);
    expect(Number.isFinite(rows[1].point[1])).toBe(true);
  });
});

describe('the memory', () => {
  /** A run that has made two steps, whose quantities can be tampered with before the third. */
  const tampered = (change: (quantities: Readonly<Record<string, Float64Array>>) => void) => {
    const task = taskWith({ problem: { id: 'rosenbrock' }, start: [-1.2, 1], steps: 9 }, 'lbfgs');
    const stepper = createStepper(task);
    for (let t = 0; t < 2; t++) stepper.advance();
    change(stepper.quantities);
    stepper.advance();
    const { g, quantities } = stepper;
    return { g: [...g], direction: [...quantities.direction], count: quantities.count[0] };
  };
  const steepest = (g: readonly number[]) => g.map((x) => -x);

  test('takes up each pair, up to its length', () => {
    const counts = walk({ ...VALLEY, steps: 8, history: 3 }).map(({ quantities: { count } }) => count[0]);
    expect(counts).toEqual([0, 0, 1, 2, 3, 3, 3, 3, 3]);
  });

  test('leaves out a pair whose sᵀy is no more than 10⁻¹⁰‖s‖‖y‖', () => {
    expect(tampered(() => {}).count).toBe(2);
    // A quarter turn of s is orthogonal to it; a little of s itself gives the angle.
    const turnedBy = (cosine: number) =>
      tampered(({ s, y }) => y.set([-s[1] + cosine * s[0], s[0] + cosine * s[1]])).count;
    expect([2e-10, 0.5e-10, 0, -0.5].map(turnedBy)).toEqual([2, 1, 1, 1]);
  });

  test('is forgotten where its direction does not lead downwards, or is no number', () => {
    // One pair, (1, 0) and (entry, 0): by −1 it says H = −I.
    for (const entry of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      const { g, direction, count } = tampered(({ s, y, pairs, count: kept }) => {
        y.set([-s[1], s[0]]);
        kept[0] = 1;
        pairs.set([1, 0, entry, 0]);
      });
      expect(count).toBe(0);
      expect(direction).toEqual(steepest(g));
    }
  });

  test('is forgotten after a step of 0', () => {
    const { g, direction, count } = tampered(({ s, y }) => {
      s.fill(0);
      y.fill(0);
    });
    expect(count).toBe(0);
    expect(direction).toEqual(steepest(g));
  });
});

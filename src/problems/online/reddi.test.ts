import { describe, expect, test } from 'vitest';
import { runToEnd } from '../../engine/simulate.ts';
import { readScene } from '../../scene/readScene.ts';
import { taskOf } from '../../scene/scene.ts';
import { createProblem } from '../createProblem.ts';

type Variant = 'theorem' | 'online';

const problemOf = (variant: Variant, scale = 1) =>
  createProblem({ id: 'reddi', params: { variant }, scale, rotation: 0 });

function taskFor(
  variant: Variant,
  id: string,
  steps: number,
  hyperparameters: Readonly<Record<string, number | boolean>>,
  start = 0,
) {
  const { scene, issues } = readScene({
    problem: { id: 'reddi', params: { variant } },
    start: [start],
    steps,
    runs: [{ optimizer: { id, hyperparameters } }],
  });
  expect(issues).toEqual([]);
  return taskOf(scene, scene.runs[0]);
}

/** Every point of a run. */
function pathOf(...task: Parameters<typeof taskFor>): number[] {
  return runToEnd(taskFor(...task)).pieces.flatMap(({ points }) => [...points]);
}

const endOf = (...task: Parameters<typeof taskFor>) => pathOf(...task).at(-1)!;

// Reddi, Kale and Kumar 2018, theorem 1 with C = 3: f_t(x) = Cx for t mod 3 = 1, −x otherwise; §5: 1010x, −10x.
const SLOPES: Readonly<Record<Variant, (t: number) => number>> = {
  theorem: (t) => (t % 3 === 1 ? 3 : -1),
  online: (t) => (t % 101 === 1 ? 1010 : -10),
};

describe.each([
  { variant: 'theorem', period: 3, mean: 1 / 3 },
  { variant: 'online', period: 101, mean: 10 / 101 },
] as const)('$variant', ({ variant, period, mean }) => {
  const problem = problemOf(variant);
  const slopeAt = (t?: number) => {
    const out = Float64Array.of(Number.NaN);
    problem.gradient(Float64Array.of(0.5), out, t === undefined ? undefined : { t, batch: null });
    return out[0];
  };

  test('has the slope of its step, and the value that belongs to it', () => {
    for (let t = 1; t <= 3 * period; t++) {
      expect(slopeAt(t)).toBe(SLOPES[variant](t));
      const value = problem.value(Float64Array.of(-0.25), { t, batch: null });
      expect(value).toBe(-0.25 * SLOPES[variant](t));
    }
  });

  test('is without a step the mean over a period', () => {
    let sum = 0;
    for (let t = 1; t <= period; t++) sum += SLOPES[variant](t);
    expect(slopeAt()).toBe(sum / period);
    expect(slopeAt()).toBeCloseTo(mean, 15);
    expect(problem.value(Float64Array.of(-1))).toBe(-slopeAt());
    expect(problem.minimum).toBe(-slopeAt());
  });

  test('lets no point out of [−1, 1]', () => {
    for (const [from, to] of [
      [-1e8, -1],
      [-1, -1],
      [0.3, 0.3],
      [1, 1],
      [1.0001, 1],
      [Number.NaN, Number.NaN],
    ]) {
      const theta = Float64Array.of(from);
      problem.project?.(theta);
      expect(theta[0]).toBe(to);
    }
  });

  test('changes with the steps, as scaled as its mean', () => {
    expect(problem.online).toBe(true);
    const scaled = problemOf(variant, 4);
    expect(scaled.value(Float64Array.of(1), { t: 1, batch: null })).toBe(4 * SLOPES[variant](1));
    expect(scaled.online).toBe(true);
  });

  /** Adam and AMSGrad by the paper's formulas with bias correction, the maximum taken of the raw v. */
  function byHand(
    keepsMaximum: boolean,
    beta1: number,
    beta2: number,
    rate: number,
    steps: number,
  ): number[] {
    let [x, m, v, most] = [0, 0, 0, 0];
    return [0].concat(
      Array.from({ length: steps }, (_, i) => {
        const g = SLOPES[variant](i + 1);
        m = beta1 * m + (1 - beta1) * g;
        v = beta2 * v + (1 - beta2) * g * g;
        most = Math.max(most, v);
        const second = (keepsMaximum ? most : v) / (1 - beta2 ** (i + 1));
        x -= (rate * (m / (1 - beta1 ** (i + 1)))) / (Math.sqrt(second) + 1e-8);
        x = Math.min(1, Math.max(-1, x));
        return x;
      }),
    );
  }

  test.each([
    ['adam', 0, 0.1],
    ['amsgrad', 0, 0.1],
    ['adam', 0.9, 0.99],
    ['amsgrad', 0.9, 0.99],
    ['adam', 0.9, 0.999],
  ] as const)('%s with β₁ = %f and β₂ = %f is the loop written by hand', (id, beta1, beta2) => {
    const path = pathOf(variant, id, 600, { learningRate: 0.05, beta1, beta2 });
    const hand = byHand(id === 'amsgrad', beta1, beta2, 0.05, 600);
    expect(path).toHaveLength(601);
    // Each step rounds a few times; what is rounded has the size of its η.
    path.forEach((x, t) => expect(Math.abs(x - hand[t])).toBeLessThan(1e-10));
  });

  test('stops Newton at its first step: there is no curvature', () => {
    const { outcome, pieces } = runToEnd(taskFor(variant, 'newton', 10, { learningRate: 1 }));
    expect(outcome).toMatchObject({ kind: 'stopped', reason: { kind: 'singular-hessian' }, step: 0 });
    expect(pieces.flatMap(({ points }) => [...points])).toEqual([0]);
  });

  test('records losses and slopes of the mean loss, at points that were projected', () => {
    const { pieces } = runToEnd(taskFor(variant, 'sgd', 8, { learningRate: 0.5 }));
    const points = pieces.flatMap((piece) => [...piece.points]);
    expect(pieces.flatMap(({ losses }) => [...losses])).toEqual(points.map((x) => slopeAt() * x));
    expect(new Set(pieces.flatMap(({ gradientNorms }) => [...gradientNorms]))).toEqual(new Set([slopeAt()]));
    expect(points[1]).toBe(-1);
  });
});

// Adam's moving average forgets the large gradient: with β₁ = 0 and β₂ = 1/(1 + C²) it goes to +1 (theorem 1), with the
// paper's (0.9, 0.99) too; a long memory or the maximum keeps it. AMSGrad's v̄ is the larger one, so it moves slowly.
describe('the wrong end', () => {
  test('is where Adam goes in the theorem, where AMSGrad comes to the minimizer', () => {
    const settings = { learningRate: 0.1, beta1: 0, beta2: 0.1 };
    const adam = pathOf('theorem', 'adam', 3000, settings);
    expect(adam.slice(-30)).toContain(1);
    expect(Math.min(...adam.slice(-2000))).toBeGreaterThan(0.8);
    const amsgrad = pathOf('theorem', 'amsgrad', 3000, settings).slice(-300);
    expect(amsgrad).toContain(-1);
    expect(Math.max(...amsgrad)).toBeLessThan(-0.8);
  });

  test('is where Adam goes in the theorem from the minimizer itself', () => {
    expect(endOf('theorem', 'adam', 3000, { learningRate: 0.1, beta1: 0, beta2: 0.1 }, -1)).toBeGreaterThan(
      0.8,
    );
  });

  test('is where Adam goes in the experiment, where AMSGrad goes the other way', () => {
    const settings = { learningRate: 0.01, beta1: 0.9, beta2: 0.99 };
    const adam = pathOf('online', 'adam', 30_300, settings);
    expect(Math.min(...adam.slice(-3030))).toBeGreaterThan(0.9);
    const amsgrad = pathOf('online', 'amsgrad', 30_300, settings);
    // From one period to the next it falls, if not far: on its way.
    expect(amsgrad.at(-1)).toBeLessThan(-0.2);
    for (let period = 100; period < 300; period++)
      expect(amsgrad[101 * (period + 1)]).toBeLessThan(amsgrad[101 * period]);
  });

  test('is not where Adam goes with its usual memory', () => {
    const end = endOf('theorem', 'adam', 3000, { learningRate: 0.1, beta1: 0.9, beta2: 0.999 });
    expect(end).toBeLessThan(-0.8);
  });
});

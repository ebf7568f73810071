import { describe, expect, test } from 'vitest';
import { recorded, taskWith } from '../engine/recordedRun.ts';
import { pathOf, walk } from './walk.ts';

const VALLEY = { problem: 'rosenbrock', start: [-1.5, 2], steps: 60 } as const;
const valley = ([x, y]: ArrayLike<number> & Iterable<number>) => 100 * (y - x * x) ** 2 + (1 - x) ** 2;
const rows = (
  problem: object,
  start: readonly number[],
  steps: number,
  hyperparameters: object,
  scene: object = {},
) => recorded(taskWith({ problem, start, steps, ...scene }, 'line-search', { ...hyperparameters })).rows;

describe('backtracking', () => {
  // Along y the bowl is 10y², and a step goes from y to (1 − 20α)y: f falls enough for α up to just below 0.1. All
  // numbers are sums of few powers of 2.
  test.each([
    [{}, 0.0625, 5],
    [{ shrink: 0.25 }, 0.0625, 3],
    [{ initialStep: 8 }, 0.0625, 8],
    [{ initialStep: 0.09375 }, 0.09375, 1],
    [{ initialStep: 0.001953125 }, 0.001953125, 1],
  ])('counts f at θ and at each trial: %j', (hyperparameters, alpha, trials) => {
    for (const { step, point, evaluations } of rows({ id: 'bowl' }, [0, -2], 4, hyperparameters)) {
      expect(point[1]).toBe(-2 * (1 - 20 * alpha) ** step);
      expect(evaluations).toEqual([step * (1 + trials), step, 0]);
    }
  });

  test('takes a step that falls by 10⁻⁴ of the tangent’s fall, and not one that falls by less', () => {
    // ½x² falls by (α − α²/2)x², which is 10⁻⁴αx² at α = 2 − 2·10⁻⁴.
    const first = (initialStep: number) => rows({ id: 'bowl' }, [2, 0], 1, { initialStep })[1];
    expect(first(1.9997).evaluations[0]).toBe(2);
    expect(first(1.9999).evaluations[0]).toBe(3);
    expect(first(1.9997).point[0]).toBeCloseTo(2 * -0.9997, 14);
  });

  test('takes the first of η, ηc, ηc², … that falls enough', () => {
    const [eta, shrink] = [0.7, 0.6];
    const stops = walk({ ...VALLEY, id: 'line-search', initialStep: eta, shrink });
    stops.slice(1).forEach(({ g, quantities: { alpha } }, k) => {
      const { theta } = stops[k];
      const isEnough = (step: number) =>
        valley(theta.map((x, i) => x - step * g[i])) <= valley(theta) - 1e-4 * step * Math.hypot(...g) ** 2;
      let expected = eta;
      while (!isEnough(expected)) expected *= shrink;
      expect(alpha[0]).toBe(expected);
      expect(valley(stops[k + 1].theta)).toBeLessThan(valley(theta));
    });
  });

  test('is gradient descent where the first step always falls enough', () => {
    const given = { problem: 'bowl', start: [3, -2], steps: 30 } as const;
    expect(pathOf({ ...given, id: 'line-search', initialStep: 0.03 })).toEqual(
      pathOf({ ...given, id: 'sgd', learningRate: 0.03 }),
    );
  });

  test('begins each step with what a schedule makes of the first step', () => {
    const schedule = { id: 'step', hyperparameters: { every: 1, factor: 0.5 } };
    const stops = walk({
      problem: 'bowl',
      start: [0, -2],
      steps: 8,
      id: 'line-search',
      initialStep: 0.09375,
      schedule,
    });
    stops.slice(1).forEach(({ quantities: { alpha } }, k) => expect(alpha[0]).toBe(0.09375 / 2 ** k));
  });

  test('gives a step up after 60 shrinkings, stays, and tries anew', () => {
    // At the minimizer every direction leads upwards, that of a noisy gradient, too.
    const stuck = rows({ id: 'booth' }, [1, 3], 5, {}, { sampling: { seed: 4, noise: 0.5 } });
    for (const { step, point, evaluations } of stuck) {
      expect(point).toEqual([1, 3]);
      expect(evaluations).toEqual([62 * step, step, 0]);
    }
    const sampling = { seed: 4, noise: 0.5 };
    for (const { update } of walk({
      problem: 'booth',
      start: [1, 3],
      steps: 5,
      id: 'line-search',
      sampling,
    }).slice(1))
      expect(update.map(Math.abs)).toEqual([0, 0]);
  });

  test('stays where the gradient is 0, and calls that converged', () => {
    const { rows: still, outcome } = recorded(
      taskWith({ problem: { id: 'booth' }, start: [1, 3], steps: 5 }, 'line-search'),
    );
    for (const { point } of still) expect(point).toEqual([1, 3]);
    expect(outcome?.kind).toBe('converged');
  });
});

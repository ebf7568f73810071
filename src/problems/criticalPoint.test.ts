import { describe, expect, test } from 'vitest';
import {
  criticalPoint,
  criticalPoints,
  minimizersAmong,
  saddlesAmong,
  turnsAlongX,
} from './criticalPoint.ts';
import type { LossFunction } from './problem.ts';

/** x⁴/4 − x²/2 + x/10 + y²: the roots of x³ − x + 1/10 by the cosine formula are its critical points. */
const TILTED: LossFunction = {
  valueInto: ([x, y], out) => out.set([x ** 4 / 4 - x ** 2 / 2 + x / 10 + y ** 2]),
  gradient([x, y], out) {
    out.set([x ** 3 - x + 0.1, 2 * y]);
  },
  hessian([x], out) {
    out.set([3 * x ** 2 - 1, 0, 0, 2]);
  },
};
const root = (k: number) =>
  (2 / Math.sqrt(3)) * Math.cos((Math.acos(-0.15 * Math.sqrt(3)) - 2 * Math.PI * k) / 3);

describe('criticalPoint', () => {
  test('reaches a minimizer in full precision', () => {
    const found = criticalPoint(TILTED, [0.8, 0.3]);
    expect(found?.kind).toBe('minimizer');
    expect(found?.point[0]).toBeCloseTo(root(0), 15);
    expect(found?.point[1]).toBe(0);
  });

  test('tells a saddle from a maximizer', () => {
    const upsideDown: LossFunction = {
      ...TILTED,
      hessian([x], out) {
        out.set([3 * x ** 2 - 1, 0, 0, -2]);
      },
      gradient([x, y], out) {
        out.set([x ** 3 - x + 0.1, -2 * y]);
      },
    };
    expect(criticalPoint(TILTED, [0.2, 1])?.kind).toBe('saddle');
    expect(criticalPoint(upsideDown, [0.2, 1])?.kind).toBe('maximizer');
  });

  test('finds nothing where the Hessian is singular, or where Newton runs away', () => {
    const valley: LossFunction = {
      valueInto: ([x], out) => out.set([x ** 2]),
      gradient: ([x], out) => out.set([2 * x, 0]),
      hessian: (_theta, out) => out.set([2, 0, 0, 0]),
    };
    const slope: LossFunction = {
      valueInto: ([x, y], out) => out.set([Math.exp(x) + y ** 2]),
      gradient: ([x, y], out) => out.set([Math.exp(x), 2 * y]),
      hessian: ([x], out) => out.set([Math.exp(x), 0, 0, 2]),
    };
    expect(criticalPoint(valley, [1, -2])).toBeNull();
    expect(criticalPoint(slope, [1, -2])).toBeNull();
  });
});

test('the slope along x turns in the cells of the three roots', () => {
  const guesses = turnsAlongX(TILTED, -2, 2, 400);
  expect(guesses).toHaveLength(3);
  const roots = [0, 1, 2].map(root).sort((a, b) => a - b);
  guesses.forEach(([x], i) => expect(Math.abs(x - roots[i])).toBeLessThanOrEqual(0.005 + 1e-12));
});

test('each critical point is found once, and the least minimizer is the global one', () => {
  const guesses = [-2, -1.1, -0.9, 0, 0.1, 0.2, 0.8, 1, 3].map((x) => [x, 0.5]);
  const points = criticalPoints(TILTED, guesses);
  expect(points).toHaveLength(3);
  const minimizers = minimizersAmong(TILTED, points);
  expect(minimizers.map(({ point, kind }) => [point[0] < 0, kind])).toEqual([
    [true, 'global'],
    [false, 'local'],
  ]);
  expect(saddlesAmong(points)).toHaveLength(1);
});

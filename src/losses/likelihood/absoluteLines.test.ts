import { expect, test } from 'vitest';
import { kinkedMinimizer } from '../../problems/data/kinkedMinimizer.ts';
import { normal } from '../../random/draws.ts';
import { leastAbsoluteLines, linesOfEqualAbsoluteError } from './absoluteLines.ts';
import { negativeLogLikelihood, predictionsOf, sumOfErrors, type Line } from './fit.ts';

const SETS = 25;
const randomPoints = (seed: number, count: number) =>
  Array.from({ length: count }, (_, i) => Math.round(200 * normal(seed, 'data', 0, i)) / 100);
const errorOf = (line: Line, xs: readonly number[], ys: readonly number[]) =>
  sumOfErrors('laplace', predictionsOf(line, xs), ys);

test('a line of least absolute error is the most likely one under Laplace’s noise, and the error is what an iteration finds', () => {
  for (let seed = 1; seed <= SETS; seed++) {
    const count = 2 + (seed % 9);
    const xs = randomPoints(seed, count);
    const ys = randomPoints(seed + 100, count);
    const [best] = leastAbsoluteLines(xs, ys);
    const at = (line: Line) => negativeLogLikelihood('laplace', 2.5, predictionsOf(line, xs), ys);
    for (let i = 0; i < 500; i++) {
      const slope = best.slope + normal(seed, 'noise', i, 0) / 5;
      const intercept = best.intercept + normal(seed, 'noise', i, 1) / 5;
      expect(at({ slope, intercept })).toBeGreaterThanOrEqual(at(best) - 1e-9);
    }
    const found = kinkedMinimizer({
      count,
      inputs: Float64Array.from(xs.flatMap((x) => [x, 1])),
      kinks: ys.map((y) => ({ at: y, from: -1, to: 1 })),
      penalties: [0, 0],
    });
    const [slope, intercept] = found?.points[0] ?? [NaN, NaN];
    expect(errorOf(best, xs, ys)).toBeCloseTo(errorOf({ slope, intercept }, xs, ys), 8);
  }
});

test('one point far off does not move it: the line goes through the others', () => {
  expect(leastAbsoluteLines([0, 1, 2, 3, 4], [1, 3, -90, 7, 9])).toEqual([{ slope: 2, intercept: 1 }]);
});

test('where several lines are equally good it gives the corners of all of them', () => {
  // Two points above each other at each end: every line between them is as good.
  const lines = leastAbsoluteLines([-1, -1, 1, 1], [0, 1, 0, 1]);
  expect(lines).toHaveLength(4);
  for (const line of lines) expect(errorOf(line, [-1, -1, 1, 1], [0, 1, 0, 1])).toBeCloseTo(2, 12);
  expect(errorOf({ slope: 0.1, intercept: 0.4 }, [-1, -1, 1, 1], [0, 1, 0, 1])).toBeCloseTo(2, 12);
});

test('where all x are the same there is none', () => {
  expect(leastAbsoluteLines([2, 2, 2], [1, 5, 6])).toEqual([]);
});

test('rings of equal error are corners of a convex polygon around the best line, with straight sides', () => {
  for (let seed = 1; seed <= SETS; seed++) {
    const xs = randomPoints(seed, 6);
    const ys = randomPoints(seed + 50, 6);
    const [best] = leastAbsoluteLines(xs, ys);
    const level = errorOf(best, xs, ys) + 3;
    const ring = linesOfEqualAbsoluteError(best, xs, ys, level);
    expect(ring.length).toBeGreaterThan(3);
    for (const [i, corner] of ring.entries()) {
      const next = ring[(i + 1) % ring.length];
      const middle = {
        slope: (corner.slope + next.slope) / 2,
        intercept: (corner.intercept + next.intercept) / 2,
      };
      expect(errorOf(corner, xs, ys)).toBeCloseTo(level, 8);
      expect(errorOf(middle, xs, ys)).toBeCloseTo(level, 8);
    }
  }
});

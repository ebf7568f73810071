import { expect, test } from 'vitest';
import { normal, uniform } from '../../random/draws.ts';
import {
  bestLocations,
  constantPart,
  leastSquaresLine,
  linesOfEqualError,
  negativeLogDensities,
  negativeLogLikelihood,
  predictionsOf,
  printedDensity,
  sumOfErrors,
} from './fit.ts';

const SETS = 20;
const PRECISIONS = [0.1, 0.7, 1, 3, 10];

const randomPoints = (seed: number, count: number) =>
  Array.from({ length: count }, (_, i) => 2 * normal(seed, 'data', 0, i));
const same = (value: number, points: readonly number[]) => points.map(() => value);

test('−ln L is its constants and β times the squared error, wherever μ is', () => {
  for (let seed = 1; seed <= SETS; seed++)
    for (const beta of PRECISIONS) {
      const points = randomPoints(seed, 7);
      const mu = same(3 * uniform(seed, 'data', 1, 0) - 1, points);
      const whole = negativeLogLikelihood('gaussian', beta, mu, points);
      const constants = 3.5 * Math.log(2 * Math.PI) - 3.5 * Math.log(beta);
      expect(constantPart('gaussian', beta, 7)).toBeCloseTo(constants, 12);
      expect(whole).toBeCloseTo(constants + beta * sumOfErrors('gaussian', mu, points), 10);
      const laplace = negativeLogLikelihood('laplace', beta, mu, points);
      expect(laplace).toBeCloseTo(
        constantPart('laplace', beta, 7) + beta * sumOfErrors('laplace', mu, points),
        10,
      );
    }
});

test('the mean has the largest likelihood and the least squared error of many locations, at every precision', () => {
  for (let seed = 1; seed <= SETS; seed++) {
    const points = randomPoints(seed, 6);
    const [mean] = bestLocations('gaussian', points);
    const others = Array.from({ length: 400 }, (_, i) => mean + (i - 200) / 50).filter((mu) => mu !== mean);
    for (const beta of PRECISIONS) {
      const at = (mu: number) => negativeLogLikelihood('gaussian', beta, same(mu, points), points);
      expect(others.every((mu) => at(mu) > at(mean))).toBe(true);
    }
    const error = (mu: number) => sumOfErrors('gaussian', same(mu, points), points);
    expect(others.every((mu) => error(mu) > error(mean))).toBe(true);
  }
});

test('under Laplace’s noise the median is most likely: any place between the two middle points of four', () => {
  expect(bestLocations('laplace', [5, -1, 2, 0.5])).toEqual([0.5, 2]);
  expect(bestLocations('laplace', [5, -1, 2])).toEqual([2, 2]);
  const at = (mu: number) => negativeLogLikelihood('laplace', 2, same(mu, [5, -1, 2, 0.5]), [5, -1, 2, 0.5]);
  expect(at(0.5)).toBeCloseTo(at(2), 12);
  expect(at(1.2)).toBeCloseTo(at(2), 12);
  expect(at(2.1)).toBeGreaterThan(at(2));
  expect(at(0.4)).toBeGreaterThan(at(2));
});

test('the line of least squares is the most likely one: no other of a thousand lines does better', () => {
  for (let seed = 1; seed <= SETS; seed++) {
    const xs = randomPoints(seed, 8);
    const ys = randomPoints(seed + 100, 8);
    const best = leastSquaresLine(xs, ys);
    if (!best) throw new Error('chance has put all points above one another');
    const at = (slope: number, intercept: number) =>
      negativeLogLikelihood('gaussian', 2.5, predictionsOf({ slope, intercept }, xs), ys);
    const least = at(best.slope, best.intercept);
    for (let i = 0; i < 1000; i++) {
      const slope = best.slope + normal(seed, 'noise', i, 0) / 5;
      const intercept = best.intercept + normal(seed, 'noise', i, 1) / 5;
      expect(at(slope, intercept)).toBeGreaterThanOrEqual(least);
    }
  }
});

test('a line through three points, worked by hand', () => {
  expect(leastSquaresLine([0, 1, 2], [1, 2, 6])).toEqual({ slope: 2.5, intercept: 0.5 });
  expect(leastSquaresLine([3, 3], [1, 2])).toBeNull();
});

test('lines of equal error have equal errors, and equal likelihoods', () => {
  const xs = [-2, 0.5, 3, 3.5];
  const ys = [0, 1, -2, 4];
  const best = leastSquaresLine(xs, ys);
  if (!best) throw new Error('not reached');
  const least = sumOfErrors('gaussian', predictionsOf(best, xs), ys);
  for (const line of linesOfEqualError(best, xs, 3, 12))
    expect(sumOfErrors('gaussian', predictionsOf(line, xs), ys)).toBeCloseTo(least + 3, 10);
});

test('densities have the area 1; the printed one has no area: it passes every bound', () => {
  for (const noise of ['gaussian', 'laplace'] as const) {
    const ys = Array.from({ length: 40001 }, (_, i) => (i - 20000) / 500);
    const area = negativeLogDensities(noise, 0.7, same(0, ys), ys).reduce(
      (total, value) => total + Math.exp(-value) / 500,
      0,
    );
    expect(area).toBeCloseTo(1, 5);
  }
  expect(printedDensity(1, 0)).toBeCloseTo(1 / Math.sqrt(2 * Math.PI), 15);
  expect(printedDensity(1, 4)).toBeGreaterThan(1000);
  expect(printedDensity(1, 40)).toBe(Number.POSITIVE_INFINITY);
});

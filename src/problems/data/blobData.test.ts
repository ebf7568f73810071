import { expect, test } from 'vitest';
import { blobData } from './blobData.ts';
import { lineData } from './lineData.ts';
import type { LineValues } from './lineSpecs.ts';

const DEFAULTS = { count: 2000, distance: 4, spread: 1.5, share: 0.3, seed: 5, flipped: 0 };
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

test('each class has its share of the samples, to a sample, and one at least', () => {
  const positives = (changes: Partial<typeof DEFAULTS>) =>
    blobData({ ...DEFAULTS, ...changes }).targets.filter((target) => target > 0).length;
  expect(positives({})).toBe(600);
  expect(positives({ count: 7 })).toBe(2);
  expect(positives({ count: 10, share: 0.01 })).toBe(1);
  expect(positives({ count: 10, share: 0.99 })).toBe(9);
});

// Bounds are five standard errors of each statistic.
test('the classes lie around centres at the distance, with the spread', () => {
  const { features, targets } = blobData(DEFAULTS);
  for (const sign of [-1, 1]) {
    const rows = Array.from(targets, (_, i) => i).filter((i) => targets[i] === sign);
    const error = (5 * DEFAULTS.spread) / Math.sqrt(rows.length);
    for (const [k, direction] of [0.8, 0.6].entries()) {
      const values = rows.map((i) => features[2 * i + k]);
      expect(Math.abs(mean(values) - sign * 2 * direction)).toBeLessThan(error);
      const variance = mean(values.map((x) => (x - sign * 2 * direction) ** 2));
      expect(Math.abs(variance / 2.25 - 1)).toBeLessThan(5 * Math.sqrt(2 / rows.length));
    }
  }
});

test('flipping changes labels and nothing else, more of them as the share grows', () => {
  const [plain, some, more] = [0, 0.1, 0.25].map((flipped) => blobData({ ...DEFAULTS, flipped }));
  expect(some.features).toEqual(plain.features);
  const flipsOf = ({ targets }: typeof plain) =>
    Array.from(targets, (_, i) => i).filter((i) => targets[i] !== plain.targets[i]);
  expect(Math.abs(flipsOf(some).length - 200)).toBeLessThan(5 * Math.sqrt(2000 * 0.1 * 0.9));
  expect(flipsOf(more)).toEqual(expect.arrayContaining(flipsOf(some)));
});

test('another seed draws others, and the same the same', () => {
  const again = blobData({ ...DEFAULTS });
  expect(blobData({ ...DEFAULTS, seed: 6 }).features).not.toEqual(again.features);
  expect(blobData(DEFAULTS).features).toEqual(again.features);
});

test('without noise every sample is on the line or, to the right of 0, as deep below it as the outliers are', () => {
  const values: LineValues = {
    loss: 'squared-error',
    gamma: 2,
    precision: 1,
    penalty: 0,
    slope: 1.5,
    intercept: 0.5,
    outliers: 0.15,
    size: 5,
    seed: 1,
    noise: 0,
    count: 500,
  };
  const { features, targets } = lineData(values);
  let outliers = 0;
  for (const [i, target] of targets.entries()) {
    const below = 1.5 * features[2 * i] + 0.5 - target;
    if (below === 0) continue;
    outliers += 1;
    expect(below).toBeCloseTo(5, 12);
    expect(features[2 * i]).toBeGreaterThan(0);
  }
  expect(Math.abs(outliers - 75)).toBeLessThan(5 * Math.sqrt(500 * 0.15 * 0.85));
});

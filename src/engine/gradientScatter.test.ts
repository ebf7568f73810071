import { describe, expect, test } from 'vitest';
import {
  batchMeanInto,
  deviationEllipse,
  deviationFrom,
  gradientMoments,
  partOfDeviation,
} from './gradientScatter.ts';

/** Gradients of five samples, unlike in both coordinates. */
const GRADIENTS = Float64Array.of(3, -2, 0.5, 1, -4, 7, 2, 2.5, -1, 0);
const COUNT = 5;

/** All sequences of so many samples, with replacement. */
function sequences(size: number): Uint32Array[] {
  return Array.from({ length: COUNT ** size }, (_, k) =>
    Uint32Array.from({ length: size }, (_, j) => Math.floor(k / COUNT ** j) % COUNT),
  );
}

/** All sets of so many samples. */
function subsets(size: number): Uint32Array[] {
  return Array.from({ length: 2 ** COUNT }, (_, bits) =>
    Uint32Array.from([0, 1, 2, 3, 4].filter((i) => (bits >> i) & 1)),
  ).filter(({ length }) => length === size);
}

function batchMeans(batches: readonly Uint32Array[]): Float64Array {
  const means = new Float64Array(2 * batches.length);
  batches.forEach((batch, k) => batchMeanInto(GRADIENTS, batch, means, 2 * k));
  return means;
}

describe('over all batches', () => {
  const moments = gradientMoments(GRADIENTS, COUNT);
  const meanOf = (points: Float64Array, coordinate: 0 | 1) =>
    points.reduce((sum, x, i) => (i % 2 === coordinate ? sum + x : sum), 0) / (points.length / 2);

  test.each([1, 2, 3, 4])(
    'of %i with replacement, the mean is the full gradient and the law exact',
    (size) => {
      const means = batchMeans(sequences(size));
      expect(meanOf(means, 0)).toBeCloseTo(0.1, 12);
      expect(meanOf(means, 1)).toBeCloseTo(1.7, 12);
      expect(deviationFrom(moments.mean, means)).toBeCloseTo(moments.deviation / Math.sqrt(size), 12);
      expect(partOfDeviation(COUNT, size, 'replacement')).toBeCloseTo(1 / Math.sqrt(size), 15);
    },
  );

  test.each([1, 2, 3, 4, 5])('of %i without, the factor of a finite population stands before it', (size) => {
    const means = batchMeans(subsets(size));
    expect(meanOf(means, 0)).toBeCloseTo(0.1, 12);
    expect(meanOf(means, 1)).toBeCloseTo(1.7, 12);
    const exact = moments.deviation * partOfDeviation(COUNT, size, 'epochs');
    expect(deviationFrom(moments.mean, means)).toBeCloseTo(exact, 12);
  });

  test('of all samples there is no scatter, and of more than there are neither', () => {
    expect(partOfDeviation(COUNT, COUNT, 'epochs')).toBe(0);
    expect(partOfDeviation(COUNT, 9, 'epochs')).toBe(0);
    expect(partOfDeviation(1, 1, 'epochs')).toBe(0);
  });
});

describe('the ellipse', () => {
  test('of gradients on a line is that line', () => {
    // Along (3, 4), 2 and −2 lengths of 5 from the middle.
    const { major, minor, angle } = deviationEllipse(gradientMoments(Float64Array.of(7, 7, -5, -9), 2));
    expect(major).toBeCloseTo(10, 12);
    expect(minor).toBeCloseTo(0, 6);
    expect(Math.tan(angle)).toBeCloseTo(4 / 3, 12);
  });

  test('has the deviation as the root of the sum of its squared half axes', () => {
    const moments = gradientMoments(GRADIENTS, COUNT);
    const { major, minor } = deviationEllipse(moments);
    expect(Math.hypot(major, minor)).toBeCloseTo(moments.deviation, 12);
  });
});

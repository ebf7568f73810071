import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { symmetricEigen } from './eigen.ts';

const eigen = (n: number, matrix: readonly number[]) => symmetricEigen(n, Float64Array.from(matrix));

// Neither so small nor so large that a product under- or overflows.
const entry = fc.integer({ min: -900_000, max: 900_000 }).map((k) => k / 1e5);

describe('symmetricEigen', () => {
  test('gives the roots of the characteristic polynomial of a 2×2 matrix, with their directions', () => {
    // λ² − 7λ + 6 = 0 for [[2, 2], [2, 5]]: 1 along (2, −1), 6 along (1, 2)
    const { values, vectors } = eigen(2, [2, 2, 2, 5]);
    expect(values[0]).toBeCloseTo(1, 14);
    expect(values[1]).toBeCloseTo(6, 14);
    expect(vectors[0] / vectors[1]).toBeCloseTo(-2, 14);
    expect(vectors[2] / vectors[3]).toBeCloseTo(0.5, 14);
  });

  test('finds an exact zero eigenvalue', () => {
    expect([...eigen(2, [1, 1, 1, 1]).values]).toEqual([0, 2]);
  });

  test('sorts the diagonal of a diagonal matrix, from negative to positive', () => {
    const { values, vectors } = eigen(3, [5, 0, 0, 0, -3, 0, 0, 0, 2]);
    expect([...values]).toEqual([-3, 2, 5]);
    expect([...vectors]).toEqual([0, 1, 0, 0, 0, 1, 1, 0, 0]);
  });

  test('agrees with the closed form for the second-difference matrix', () => {
    // Eigenvalues 2 − 2cos(kπ/(n+1)), k = 1 … n (Strang, Computational Science and Engineering, §1.5).
    const n = 9;
    const matrix = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      matrix[i * n + i] = 2;
      if (i > 0) matrix[i * n + i - 1] = -1;
      if (i < n - 1) matrix[i * n + i + 1] = -1;
    }
    symmetricEigen(n, matrix).values.forEach((value, k) =>
      expect(value).toBeCloseTo(2 - 2 * Math.cos(((k + 1) * Math.PI) / (n + 1)), 13),
    );
  });

  test('resolves eigenvalues of very unlike size', () => {
    const { values } = eigen(2, [1e12, 1, 1, 1]);
    expect(values[0]).toBeCloseTo(1 - 1e-12, 14);
  });

  test('reads one matrix of one entry, and none at all', () => {
    expect([...eigen(1, [-4]).values]).toEqual([-4]);
    expect([...eigen(0, []).values]).toEqual([]);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])(
    'has no eigenvalues to give where an entry is %d',
    (entry) => {
      expect([...eigen(2, [entry, 0, 0, 2]).values]).toEqual([Number.NaN, Number.NaN]);
    },
  );

  // Jacobi is backward stable: residuals and deviations from orthonormality are a few n·2⁻⁵²·‖A‖ (Golub, Van Loan §8.5).
  test('has A v = λ v and orthonormal v, for any symmetric matrix', () => {
    const matrices = fc
      .integer({ min: 1, max: 7 })
      .chain((n) => fc.tuple(fc.constant(n), fc.array(entry, { minLength: n * n, maxLength: n * n })));
    fc.assert(
      fc.property(matrices, ([n, entries]) => {
        const at = (i: number, j: number) => entries[Math.min(i, j) * n + Math.max(i, j)];
        const matrix = entries.map((_, k) => at(Math.floor(k / n), k % n));
        const { values, vectors } = eigen(n, matrix);
        const bound = 10 * n * n * Number.EPSILON;
        const size = Math.max(...matrix.map(Math.abs));
        for (let k = 0; k < n; k++) {
          expect(k === 0 || values[k - 1] <= values[k]).toBe(true);
          for (let i = 0; i < n; i++) {
            let residual = -values[k] * vectors[k * n + i];
            let product = i === k ? -1 : 0;
            for (let j = 0; j < n; j++) {
              residual += at(i, j) * vectors[k * n + j];
              product += vectors[i * n + j] * vectors[k * n + j];
            }
            expect(Math.abs(residual)).toBeLessThanOrEqual(bound * size);
            expect(Math.abs(product)).toBeLessThanOrEqual(bound);
          }
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

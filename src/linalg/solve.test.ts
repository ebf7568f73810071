import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { solveInto } from './solve.ts';

const solve = (n: number, matrix: readonly number[], rhs: readonly number[]) => {
  const out = new Float64Array(n).fill(Number.NaN);
  const solved = solveInto(
    n,
    Float64Array.from(matrix),
    Float64Array.from(rhs),
    out,
    new Float64Array(n * n),
  );
  return solved ? [...out] : null;
};

// Neither so small nor so large that a product under- or overflows.
const entry = fc.integer({ min: -900_000, max: 900_000 }).map((k) => k / 1e5);

describe('solveInto', () => {
  test('solves a system worked by hand', () => {
    // 2x + y − z = 8, −3x − y + 2z = −11, −2x + y + 2z = −3 at (2, 3, −1)
    const x = solve(3, [2, 1, -1, -3, -1, 2, -2, 1, 2], [8, -11, -3]);
    [2, 3, -1].forEach((expected, i) => expect(x?.[i]).toBeCloseTo(expected, 14));
  });

  test('exchanges rows where the first pivot is zero', () => {
    expect(solve(2, [0, 2, 5, 0], [6, -10])).toEqual([-2, 3]);
  });

  test('keeps a tiny pivot from swamping the solution', () => {
    // Without pivoting the first row loses the second entirely, and x₁ comes out 0.
    const x = solve(2, [1e-20, 1, 1, 1], [1, 2]);
    expect(x?.[0]).toBeCloseTo(1, 14);
    expect(x?.[1]).toBeCloseTo(1, 14);
  });

  test('leaves the matrix and the right-hand side alone, and may write over the latter', () => {
    const matrix = Float64Array.of(0, 2, 5, 1);
    const rhs = Float64Array.of(6, -7);
    const out = new Float64Array(2);
    solveInto(2, matrix, rhs, out, new Float64Array(4));
    expect([...matrix, ...rhs]).toEqual([0, 2, 5, 1, 6, -7]);
    solveInto(2, matrix, rhs, rhs, new Float64Array(4));
    expect([...rhs]).toEqual([...out]);
  });

  test.each([
    ['zero', [0, 0, 0, 0]],
    ['of rank one', [3, -6, -2, 4]],
    ['singular up to rounding', [0.1, 0.3, 0.1 * 3, 0.9]],
    ['of size 1e-200 and rank one', [3e-200, -6e-200, -2e-200, 4e-200]],
    ['not a number', [Number.NaN, 1, 1, 1]],
    ['infinite', [Number.POSITIVE_INFINITY, 1, 1, 1]],
  ])('returns false where the matrix is %s', (_, matrix) => {
    expect(solve(2, matrix, [1, -2])).toBeNull();
  });

  test('a small matrix is not a singular one', () => {
    expect(solve(2, [3e-200, 0, 0, -2e-200], [6e-200, 8e-200])).toEqual([2, -4]);
  });

  // Gaussian elimination with partial pivoting is backward stable: the residual is a few n·2⁻⁵² of ‖A‖‖x‖ (Higham 2002, §9.3).
  test('leaves a residual of rounding size only', () => {
    const system = fc.integer({ min: 1, max: 6 }).chain((n) => {
      const entries = (length: number) => fc.array(entry, { minLength: length, maxLength: length });
      return fc.tuple(fc.constant(n), entries(n * n), entries(n));
    });
    fc.assert(
      fc.property(system, ([n, matrix, rhs]) => {
        const x = solve(n, matrix, rhs);
        if (x === null) return;
        const size = Math.max(...matrix.map(Math.abs)) * Math.max(...x.map(Math.abs));
        for (let i = 0; i < n; i++) {
          let residual = -rhs[i];
          for (let j = 0; j < n; j++) residual += matrix[i * n + j] * x[j];
          expect(Math.abs(residual)).toBeLessThanOrEqual(10 * n * n * Number.EPSILON * size);
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

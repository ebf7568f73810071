import { describe, expect, test } from 'vitest';
import { symmetricEigen } from './eigen.ts';
import { msignInto, msignScratchSize } from './msign.ts';
import { matrixWith } from './msignFixtures.ts';
import type { Vector } from './vector.ts';

function msign(rows: number, cols: number, m: Vector | readonly number[]): Vector {
  const out = new Float64Array(rows * cols).fill(Number.NaN);
  msignInto(rows, cols, Float64Array.from(m), out, new Float64Array(msignScratchSize(rows, cols)));
  return out;
}

/** An entry of msign(M) is off by some roundings of the entries of M, amplified at most by σ₁/σᵣ (here ≤ 1000). */
function expectNear(actual: Vector, expected: Vector | readonly number[], bound = 1e-13) {
  expect(actual.length).toBe(expected.length);
  actual.forEach((entry, i) => expect(Math.abs(entry - expected[i]), `entry ${i}`).toBeLessThan(bound));
}

function product(rows: number, inner: number, cols: number, a: Vector, b: Vector): Vector {
  return Float64Array.from({ length: rows * cols }, (_, k) => {
    let sum = 0;
    for (let r = 0; r < inner; r++) sum += a[Math.floor(k / cols) * inner + r] * b[r * cols + (k % cols)];
    return sum;
  });
}

function transposed(rows: number, cols: number, m: Vector): Vector {
  return Float64Array.from({ length: rows * cols }, (_, k) => m[(k % rows) * cols + Math.floor(k / rows)]);
}

const SEEDS = Array.from({ length: 20 }, (_, k) => 10 * k);
const SHAPES: [number, number][] = [
  [2, 2],
  [3, 2],
  [2, 3],
  [5, 5],
  [7, 3],
  [4, 1],
  [1, 6],
];
const VALUES = [7, 2.5, 0.9, 0.1, 0.03];
const valuesFor = (rows: number, cols: number) => VALUES.slice(0, Math.min(rows, cols));

describe.each(SHAPES)('msign of a %d×%d matrix', (rows, cols) => {
  const values = valuesFor(rows, cols);
  const ones = values.map(() => 1);
  const short = values.length;

  test('keeps the singular vectors and makes every singular value 1', () => {
    for (const seed of SEEDS) {
      const known = matrixWith(rows, cols, values, seed);
      expectNear(msign(rows, cols, known.matrix), known.with(ones));
    }
  });

  test('has orthonormal columns, or rows if it is wide, and leaves a symmetric positive semidefinite factor', () => {
    for (const seed of SEEDS) {
      const { matrix } = matrixWith(rows, cols, values, seed);
      const sign = msign(rows, cols, matrix);
      const flipped = transposed(rows, cols, sign);
      const gram =
        rows >= cols ? product(cols, rows, cols, flipped, sign) : product(rows, cols, rows, sign, flipped);
      expectNear(
        gram,
        Float64Array.from({ length: short * short }, (_, k) => (k % (short + 1) === 0 ? 1 : 0)),
      );
      const factor = product(cols, rows, cols, flipped, matrix);
      expectNear(factor, transposed(cols, cols, factor));
      expect(symmetricEigen(cols, factor).values[0]).toBeGreaterThan(-1e-13);
    }
  });

  test('does not feel the scale, from 1e-200 to 1e200', () => {
    for (const seed of SEEDS) {
      const known = matrixWith(rows, cols, values, seed);
      for (const scale of [1e-200, 1e-30, 1000, 1e200])
        expectNear(
          msign(
            rows,
            cols,
            known.matrix.map((entry) => scale * entry),
          ),
          known.with(ones),
        );
      // A power of two does not even round.
      expect(
        msign(
          rows,
          cols,
          known.matrix.map((entry) => 1024 * entry),
        ),
      ).toEqual(msign(rows, cols, known.matrix));
    }
  });

  test('is odd, and turns with a transposition', () => {
    const { matrix } = matrixWith(rows, cols, values, 3);
    const sign = msign(rows, cols, matrix);
    expect(
      msign(
        rows,
        cols,
        matrix.map((entry) => -entry),
      ),
    ).toEqual(sign.map((entry) => -entry));
    expectNear(msign(cols, rows, transposed(rows, cols, matrix)), transposed(rows, cols, sign));
  });

  test('is itself when taken again', () => {
    const sign = msign(rows, cols, matrixWith(rows, cols, values, 4).matrix);
    expectNear(msign(rows, cols, sign), sign);
  });

  test('keeps only the rank that there is', () => {
    for (const seed of SEEDS)
      for (let rank = 1; rank < short; rank++) {
        const known = matrixWith(rows, cols, values.slice(0, rank), seed);
        expectNear(msign(rows, cols, known.matrix), known.with(ones.slice(0, rank)));
      }
  });

  test('is 0 at 0', () => {
    expect(msign(rows, cols, new Float64Array(rows * cols))).toEqual(new Float64Array(rows * cols));
  });

  test('may be written over its argument, and leaves it alone otherwise', () => {
    const { matrix } = matrixWith(rows, cols, values, 6);
    const copy = matrix.slice();
    const scratch = new Float64Array(msignScratchSize(rows, cols)).fill(Number.NaN);
    const out = new Float64Array(rows * cols);
    msignInto(rows, cols, matrix, out, scratch);
    expect(matrix).toEqual(copy);
    msignInto(rows, cols, copy, copy, scratch);
    expect(copy).toEqual(out);
  });

  test('is no number anywhere where an entry of its argument is not finite', () => {
    const { matrix } = matrixWith(rows, cols, values, 8);
    for (const entry of [Number.NaN, Infinity])
      expect(msign(rows, cols, matrix.with(0, entry)).every(Number.isNaN)).toBe(true);
  });
});

test.each([
  [2, 2],
  [3, 2],
  [5, 5],
])('msign of a %d×%d matrix of full rank is M(MᵀM)^{-1/2}', (rows, cols) => {
  for (const seed of SEEDS) {
    const { matrix } = matrixWith(rows, cols, [6, 4, 3, 2.5, 2].slice(0, cols), seed);
    const gram = product(cols, rows, cols, transposed(rows, cols, matrix), matrix);
    const { values, vectors } = symmetricEigen(cols, gram);
    const inverseRoot = Float64Array.from({ length: cols * cols }, (_, k) =>
      values.reduce((sum, value, r) => {
        const pair = vectors[r * cols + Math.floor(k / cols)] * vectors[r * cols + (k % cols)];
        return sum + pair / Math.sqrt(value);
      }, 0),
    );
    expectNear(msign(rows, cols, matrix), product(rows, cols, cols, matrix, inverseRoot));
  }
});

test('msign of a column or a row is m/‖m‖', () => {
  expectNear(msign(2, 1, [3, -4]), [0.6, -0.8]);
  expectNear(msign(1, 3, [-2, 3, 6]), [-2 / 7, 3 / 7, 6 / 7]);
  expectNear(msign(2, 1, [3e-320, -4e-320]), [0.6, -0.8], 1e-3); // Its entries have four digits left.
});

test('msign of a diagonal matrix is the sign of each entry, 0 included', () => {
  expectNear(msign(3, 3, [5, 0, 0, 0, -0.01, 0, 0, 0, 0]), [1, 0, 0, 0, -1, 0, 0, 0, 0]);
});

test('msign of a matrix of negative determinant is a reflection', () => {
  // [[1, 2], [3, 4]] minus its cofactors [[4, −3], [−2, 1]] is [[−3, 5], [5, 3]], of determinant −34.
  const length = Math.sqrt(34);
  expectNear(msign(2, 2, [1, 2, 3, 4]), [-3 / length, 5 / length, 5 / length, 3 / length]);
});

test('msign counts a singular value as 0 from 1e-12 of the largest on', () => {
  expectNear(msign(2, 2, [4, 0, 0, 4e-11]), [1, 0, 0, 1]);
  expectNear(msign(2, 2, [4, 0, 0, 3e-12]), [1, 0, 0, 0]);
});

test('msign of an exactly singular matrix has no noise direction', () => {
  // (3, −6; −1, 2) = (3, −1)ᵀ(1, −2)
  const length = Math.sqrt(50);
  expectNear(msign(2, 2, [3, -6, -1, 2]), [3 / length, -6 / length, -1 / length, 2 / length]);
});

import { describe, expect, test } from 'vitest';
import {
  NEWTON_SCHULZ_COEFFICIENTS,
  newtonSchulzDiagonalInto,
  newtonSchulzInto,
  newtonSchulzScratchSize,
  type Coefficients,
} from './newtonSchulz.ts';
import { matrixWith } from './msignFixtures.ts';
import type { Vector } from './vector.ts';

// As Memphis and Westlake print them.
const PRINTED = { jordan: [3.4445, -4.775, 2.0315], taylor: [15 / 8, -5 / 4, 3 / 8] } as const;
const NAMES = ['jordan', 'taylor'] as const;

/** What the iteration does to one singular value: σ ← aσ + bσ³ + cσ⁵, so many times. */
function polynomial(sigma: number, steps: number, [a, b, c]: Coefficients): number {
  let value = sigma;
  for (let k = 0; k < steps; k++) value = a * value + b * value ** 3 + c * value ** 5;
  return value;
}

function newtonSchulz(
  rows: number,
  cols: number,
  m: Vector,
  steps: number,
  coefficients: Coefficients,
): Vector {
  const out = new Float64Array(rows * cols).fill(Number.NaN);
  newtonSchulzInto(
    rows,
    cols,
    m,
    steps,
    coefficients,
    out,
    new Float64Array(newtonSchulzScratchSize(rows, cols)),
  );
  return out;
}

function newtonSchulzDiagonal(m: Vector, steps: number, coefficients: Coefficients): Vector {
  const out = new Float64Array(m.length).fill(Number.NaN);
  newtonSchulzDiagonalInto(m.length, m, steps, coefficients, out);
  return out;
}

/** Each step makes some ten roundings, and stretches the error before it at most as it stretches a small σ: 3.4445⁵ ≈ 485. */
function expectNear(actual: Vector, expected: Vector | readonly number[], bound = 1e-12) {
  expect(actual.length).toBe(expected.length);
  actual.forEach((entry, i) => expect(Math.abs(entry - expected[i]), `entry ${i}`).toBeLessThan(bound));
}

test('the coefficients are the printed ones', () => {
  expect(NEWTON_SCHULZ_COEFFICIENTS).toEqual(PRINTED);
});

const SHAPES: [number, number][] = [
  [2, 2],
  [3, 2],
  [2, 3],
  [5, 5],
  [4, 1],
  [1, 6],
];

describe.each(SHAPES)('Newton–Schulz on a %d×%d matrix', (rows, cols) => {
  const values = [7, 2.5, 0.9, 0.1, 0.03].slice(0, Math.min(rows, cols));

  test.each(NAMES)('takes each singular value its own way and keeps the singular vectors: %s', (name) => {
    for (let seed = 0; seed < 200; seed += 10) {
      const known = matrixWith(rows, cols, values, seed);
      for (const steps of [0, 1, 2, 5, 9]) {
        const norm = Math.hypot(...values) + 1e-7;
        const expected = known.with(values.map((sigma) => polynomial(sigma / norm, steps, PRINTED[name])));
        expectNear(newtonSchulz(rows, cols, known.matrix, steps, PRINTED[name]), expected);
      }
    }
  });

  test('is 0 at 0, and may be written over its argument', () => {
    const zero = new Float64Array(rows * cols);
    expect(newtonSchulz(rows, cols, zero, 5, PRINTED.jordan)).toEqual(zero);
    const { matrix } = matrixWith(rows, cols, values, 5);
    const expected = newtonSchulz(rows, cols, matrix, 5, PRINTED.jordan);
    const scratch = new Float64Array(newtonSchulzScratchSize(rows, cols)).fill(Number.NaN);
    newtonSchulzInto(rows, cols, matrix, 5, PRINTED.jordan, matrix, scratch);
    expect(matrix).toEqual(expected);
  });

  test.each([1e-3, 1e12, 1e200])(
    'hardly feels a scale of %d: 1e-7 is added to the norm, and no square overflows',
    (scale) => {
      const known = matrixWith(rows, cols, values, 7);
      const norm = Math.hypot(...values) + 1e-7 / scale;
      const expected = known.with(values.map((sigma) => polynomial(sigma / norm, 5, PRINTED.jordan)));
      expectNear(
        newtonSchulz(
          rows,
          cols,
          known.matrix.map((entry) => scale * entry),
          5,
          PRINTED.jordan,
        ),
        expected,
      );
    },
  );

  test('is no number where its argument is none', () => {
    const { matrix } = matrixWith(rows, cols, values, 8);
    for (const entry of [Number.NaN, Infinity])
      expect(newtonSchulz(rows, cols, matrix.with(0, entry), 5, PRINTED.jordan).every(Number.isNaN)).toBe(
        true,
      );
  });

  test('fades with a matrix far below 1e-7, because of what is added to the norm', () => {
    const { matrix } = matrixWith(rows, cols, values, 9);
    const tiny = matrix.map((entry) => 1e-200 * entry);
    expectNear(
      newtonSchulz(rows, cols, tiny, 5, PRINTED.jordan),
      matrix.map(() => 0),
      1e-180,
    );
  });
});

describe('Newton–Schulz on a diagonal matrix', () => {
  test.each(NAMES)('given by its diagonal, it is the iteration on the whole matrix: %s', (name) => {
    const diagonal = Float64Array.of(3, -0.2, 0, 1.7);
    const whole = new Float64Array(16);
    diagonal.forEach((entry, i) => (whole[5 * i] = entry));
    for (const steps of [0, 1, 5]) {
      const expected = newtonSchulz(4, 4, whole, steps, PRINTED[name]);
      const actual = new Float64Array(16);
      newtonSchulzDiagonal(diagonal, steps, PRINTED[name]).forEach((entry, i) => (actual[5 * i] = entry));
      expectNear(actual, expected);
    }
  });

  test('does not overflow, and is 0 at 0', () => {
    const diagonal = Float64Array.of(3, -4);
    const expected = [0.6, -0.8].map((sigma) => polynomial(sigma, 5, PRINTED.jordan));
    expectNear(
      newtonSchulzDiagonal(
        diagonal.map((entry) => 1e200 * entry),
        5,
        PRINTED.jordan,
      ),
      expected,
    );
    expect(newtonSchulzDiagonal(new Float64Array(2), 5, PRINTED.jordan)).toEqual(new Float64Array(2));
  });
});

/** The image of σ as the smaller singular value of a matrix of norm 1. */
function imageOf(sigma: number, steps: number, coefficients: Coefficients): number {
  const known = matrixWith(2, 2, [Math.sqrt(1 - sigma ** 2), sigma], 12);
  const { matrix: target } = matrixWith(2, 2, [0, 1], 12);
  const image = newtonSchulz(2, 2, known.matrix, steps, coefficients);
  return image.reduce((sum, entry, i) => sum + entry * target[i], 0);
}

describe('where singular values land (erratum 6)', () => {
  test('Westlake’s coefficients bring 0.1 to 0.996 in five steps, but 0.01 only to 0.23', () => {
    expect(imageOf(0.1, 5, PRINTED.taylor)).toBeCloseTo(0.996, 3);
    expect(imageOf(0.01, 5, PRINTED.taylor)).toBeCloseTo(0.23, 2);
    expect(imageOf(0.01, 12, PRINTED.taylor)).toBeCloseTo(1, 12);
  });

  test('Westlake’s polynomial sends what is below √(7/3) to ±1 and lets what is above it diverge', () => {
    const edge = Math.sqrt(7 / 3);
    expect(polynomial(edge, 1, PRINTED.taylor)).toBeCloseTo(edge, 14);
    expect(Math.abs(polynomial(edge - 1e-3, 9, PRINTED.taylor))).toBeCloseTo(1, 12);
    expect(Math.abs(polynomial(edge + 1e-3, 9, PRINTED.taylor))).toBeGreaterThan(1e100);
  });

  test('so M is divided by its norm first, and a value of 40 does not diverge', () => {
    const known = matrixWith(3, 2, [40, 30], 2);
    expectNear(newtonSchulz(3, 2, known.matrix, 12, PRINTED.taylor), known.with([1, 1]));
  });

  test('Memphis’s coefficients bring 0.01 to 0.70 in five steps', () => {
    expect(imageOf(0.01, 5, PRINTED.jordan)).toBeCloseTo(0.7, 2);
  });

  test('Memphis’s coefficients leave every value from 0.01 on in a band of about 0.68 to 1.13, not at 1', () => {
    const images = Array.from({ length: 991 }, (_, k) => imageOf(0.01 + k / 1001, 5, PRINTED.jordan));
    expect(Math.min(...images)).toBeGreaterThan(0.675);
    expect(Math.min(...images)).toBeLessThan(0.7);
    expect(Math.max(...images)).toBeLessThan(1.135);
    expect(Math.max(...images)).toBeGreaterThan(1.1);
  });

  test('five steps with Memphis’s coefficients make 0.696 of a column', () => {
    const image = newtonSchulz(2, 1, Float64Array.of(3, -4), 5, PRINTED.jordan);
    expect(image[0]).toBeCloseTo(0.6 * 0.696, 3);
    expect(image[1]).toBeCloseTo(-0.8 * 0.696, 3);
  });
});

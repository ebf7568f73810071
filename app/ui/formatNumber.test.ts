import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPEATABLE } from '../../src/scene/sceneArbitrary.ts';
import { formatCoordinate, formatCount, formatMeasure, formatSetting } from './formatNumber.ts';

/** Numbers of all sizes, evenly by decades, of both signs. */
const anySize = fc
  .tuple(fc.constantFrom(-1, 1), fc.integer({ min: -400, max: 400 }), fc.integer({ min: 1000, max: 9999 }))
  .map(([sign, power, digits]) => sign * Number(`${digits}e${power % 300}`));

/** The number that a formatted text says, read as a person would. */
function read(text: string): number {
  const plain = text.replaceAll(',', '').replaceAll('−', '-');
  const [, mantissa, power] = /^(-?[\d.]*?)(?:×?10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?$/u.exec(plain) ?? [];
  if (mantissa === undefined) throw new Error(`${text} is no number`);
  const exponent = Array.from(power ?? '⁰', (digit) => (digit === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)));
  const first = mantissa === '' || mantissa === '-' ? `${mantissa}1` : mantissa;
  return Number(`${first}e${exponent.join('')}`);
}

describe('a measured number', () => {
  test.each([
    [5.381, '5.38'],
    [0.69512, '0.695'],
    [1234.5, '1,230'],
    [-7.5, '−7.50'],
    [3.2146e-7, '3.21×10⁻⁷'],
    [-4.9996e-9, '−5.00×10⁻⁹'],
    [8.0042e22, '8.00×10²²'],
    [9.996, '10.0'],
    [999.6, '1,000'],
    [99_999, '100,000'],
    [100_000, '100,000'],
    [0.0009996, '0.00100'],
    [0.00099949, '9.99×10⁻⁴'],
    [999_600, '1.00×10⁶'],
    [0, '0'],
    [-0, '0'],
    [Number.POSITIVE_INFINITY, '∞'],
    [Number.NEGATIVE_INFINITY, '−∞'],
    [Number.NaN, 'NaN'],
    [Number.MIN_VALUE, '4.94×10⁻³²⁴'],
  ])('%d is written %s', (value, text) => {
    expect(formatMeasure(value)).toBe(text);
  });

  test('has three significant digits, rounded, whatever its size', () => {
    fc.assert(
      fc.property(anySize, (value) => {
        const text = formatMeasure(value);
        expect(read(text)).toBe(Number(value.toPrecision(3)));
        const digits = text.replace(/×.*$/u, '').replaceAll(/[^\d]/g, '').replace(/^0+/, '');
        expect(digits.length).toBeGreaterThanOrEqual(3);
        expect(digits.length).toBeLessThanOrEqual(6);
      }),
      REPEATABLE,
    );
  });

  test('has a true minus sign, never a hyphen', () => {
    fc.assert(
      fc.property(anySize, (value) => {
        const text = formatMeasure(value);
        expect(text).not.toContain('-');
        expect(text.startsWith('−')).toBe(value < 0);
      }),
      REPEATABLE,
    );
  });
});

describe('a setting', () => {
  test.each([
    [0.001, '0.001'],
    [0.05, '0.05'],
    [0.0003, '0.0003'],
    [1e-5, '10⁻⁵'],
    [2.5e-8, '2.5×10⁻⁸'],
    [1e6, '10⁶'],
    [-1.5, '−1.5'],
    [-0.25, '−0.25'],
    [20_000, '20,000'],
    [0.9995, '0.9995'],
    [3, '3'],
    [0, '0'],
    [-0, '0'],
  ])('%d is written %s', (value, text) => {
    expect(formatSetting(value)).toBe(text);
  });

  test('has all its digits', () => {
    fc.assert(
      fc.property(anySize, (value) => {
        expect(read(formatSetting(value))).toBe(value);
      }),
      REPEATABLE,
    );
    expect(read(formatSetting(0.123456789012))).toBe(0.123456789012);
  });
});

describe('a coordinate', () => {
  test.each([
    [-1.5, '−1.5'],
    [2, '2'],
    [1 / 3, '0.333'],
    [0.0052, '0.005'],
    [-0.0004, '0'],
    [1234.5678, '1,234.568'],
    [Number.NEGATIVE_INFINITY, '−∞'],
    [Number.NaN, 'NaN'],
  ])('%d is written %s', (value, text) => {
    expect(formatCoordinate(value)).toBe(text);
  });
});

test('a count has separators', () => {
  expect([0, 300, 20_017, 1_000_000].map(formatCount)).toEqual(['0', '300', '20,017', '1,000,000']);
});

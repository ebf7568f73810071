import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPEATABLE } from '../../src/scene/sceneArbitrary.ts';
import { formatCoordinate, formatCount, formatSetting } from '../ui/formatNumber.ts';
import { parseNumber } from './parseNumber.ts';

describe('a typed number', () => {
  test.each([
    ['0.05', 0.05],
    ['.5', 0.5],
    ['7.', 7],
    ['0,5', 0.5],
    ['0,005', 0.005],
    ['12,5', 12.5],
    ['1e-3', 0.001],
    ['1E−3', 0.001],
    ['2,5e4', 25_000],
    ['−1.5', -1.5],
    ['-2', -2],
    ['+3', 3],
    ['10^-3', 0.001],
    ['10^(-3)', 0.001],
    ['10⁻³', 0.001],
    ['−10²', -100],
    ['2×10⁻³', 0.002],
    ['2.5·10^4', 25_000],
    ['3*10^-7', 3e-7],
    ['1,000', 1000],
    ['20,000.5', 20_000.5],
    ['−1,234,567', -1_234_567],
    ['1 000', 1000],
    ['  0.1 ', 0.1],
    ['∞', Number.POSITIVE_INFINITY],
    ['−∞', Number.NEGATIVE_INFINITY],
  ])('“%s” is read as %d', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  test.each([
    '',
    '1/3',
    'abc',
    '1.2.3',
    '1,2,3',
    '--1',
    '1e',
    'e5',
    '.',
    ',',
    '10^',
    '1e1.5',
    '0x10',
    'NaN',
    '1%',
  ])('“%s” is none', (text) => {
    expect(parseNumber(text)).toBeNull();
  });

  test('reads what the page itself writes, whatever the number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9999, max: 9999 }),
        fc.integer({ min: -300, max: 300 }),
        (digits, power) => {
          const value = Number(`${digits}e${power}`);
          expect(parseNumber(formatSetting(value))).toBe(value);
        },
      ),
      REPEATABLE,
    );
    expect(parseNumber(formatCount(1_000_000))).toBe(1_000_000);
    expect(parseNumber(formatCoordinate(-1234.5))).toBe(-1234.5);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { halfUnit, numberOf } from './holdToDigits.ts';
import { numberTex, printExactly, printNumber, roundsTo } from './printNumber.ts';

const someNumber = fc.double({ noNaN: true, noDefaultInfinity: true });
const someDigits = fc.integer({ min: 3, max: 7 });
const textOf = ({ mantissa, exponent }: ReturnType<typeof printNumber>) =>
  mantissa + (exponent === null ? '' : `e${exponent}`);

describe('a printed number', () => {
  test.each([
    [-19.7532, 3, '−19.8'],
    [780, 3, '780'],
    [0.000669, 3, '0.000669'],
    [0.0000669, 3, '6.69e-5'],
    [12345.6, 3, '12346'],
    [99999.6, 3, '1.00e5'],
    [123456, 3, '1.23e5'],
    [123456, 6, '123456'],
    [2, 4, '2.000'],
    [9.996, 3, '10.0'],
    [0, 5, '0'],
    [-0, 5, '0'],
    [Infinity, 3, '∞'],
    [-Infinity, 3, '−∞'],
    [Number.NaN, 3, 'NaN'],
    [-4.9e-324, 3, '−4.94e-324'],
  ])('%d in %d digits is %s', (x, digits, text) => {
    expect(textOf(printNumber(x, digits))).toBe(text);
  });

  test.each([
    [0.001, '0.001'],
    [1e-8, '1e-8'],
    [2.5e-7, '2.5e-7'],
    [0.1 + 0.2, '0.30000000000000004'],
    [-1500, '−1500'],
    [3e7, '3e7'],
  ])('a setting has all its digits: %d is %s', (x, text) => {
    expect(textOf(printExactly(x))).toBe(text);
    expect(numberOf(printExactly(x))).toBe(x);
  });

  test('says its value, which is printed the same again', () => {
    fc.assert(
      fc.property(someNumber, someDigits, (x, digits) => {
        const printed = printNumber(x, digits);
        expect(numberOf(printed)).toBe(printed.value);
        expect(printNumber(printed.value, digits)).toEqual(printed);
      }),
    );
  });

  test('is the number it stands for, to half of its last digit', () => {
    fc.assert(
      fc.property(someNumber, someDigits, (x, digits) => {
        const printed = printNumber(x, digits);
        expect(roundsTo(x, printed, digits)).toBe(true);
        if (Number.isFinite(printed.value) && Math.abs(x) > 1e-290)
          expect(Math.abs(x - printed.value)).toBeLessThanOrEqual(halfUnit(printed));
      }),
    );
  });

  test('is not what is further off than that, but is what lies in the middle', () => {
    const printed = printNumber(-1.23, 3);
    expect([-1.225, -1.235, -1.2299].map((x) => roundsTo(x, printed, 3))).toEqual([true, true, true]);
    expect([-1.2249, -1.2351, 1.23, Number.NaN].map((x) => roundsTo(x, printed, 3))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(roundsTo(1e-300, printNumber(0, 3), 3)).toBe(false);
    expect(roundsTo(Number.NaN, printNumber(Number.NaN, 3), 3)).toBe(true);
    expect(roundsTo(1e308, printNumber(Infinity, 3), 3)).toBe(false);
    expect(roundsTo(12345.4, printNumber(12345, 3), 3)).toBe(true);
    expect(roundsTo(12345.6, printNumber(12345, 3), 3)).toBe(false);
  });

  test.each([
    [printNumber(-1.36e-5, 3), String.raw`-1.36 \times 10^{-5}`],
    [printExactly(1e-8), '10^{-8}'],
    [printExactly(-1e9), '-10^{9}'],
    [printNumber(-Infinity, 3), String.raw`-\infty`],
    [printNumber(Number.NaN, 3), String.raw`\mathrm{NaN}`],
    [printNumber(10.04, 3), '10.0'],
  ])('has its TeX: %o', (printed, tex) => {
    expect(numberTex(printed)).toBe(tex);
  });
});

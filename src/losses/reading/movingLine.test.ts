import { expect, test } from 'vitest';
import { printExactly } from '../../reading/printNumber.ts';
import { movingLine } from './movingLine.ts';

test('a line has the same TeX whatever its numbers are, and without slots says them', () => {
  const lineOf = (a: number, b: number) =>
    movingLine(
      ({ number, bracketed, relation }) =>
        `${bracketed(printExactly(a), a < 0)}^2 ${relation} ${number(printExactly(b))}`,
      b === 9 ? '=' : '≈',
    );
  const [plus, minus] = [lineOf(3, 9), lineOf(-2.95, 9.1)];
  expect(minus.tex).toBe(plus.tex);
  expect(plus.plain).toBe('3^2 = 9');
  expect(minus.plain).toBe(String.raw`(-2.95)^2 \approx 9.1`);
  expect(minus.slots.map(({ mantissa }) => mantissa)).toEqual(['(', '−2.95', ')', '9.1']);
  expect(plus.slots.map(({ mantissa }) => mantissa)).toEqual(['', '3', '', '9']);
});

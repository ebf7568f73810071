import { expect, test } from 'vitest';
import { quotient } from './quotient.ts';

test('quotient divides', () => {
  expect(quotient(-6, 4)).toBe(-1.5);
  expect(quotient(0, -7)).toBe(-0);
});

test('quotient of 0 and 0 is 0, whatever their signs', () => {
  for (const a of [0, -0]) for (const b of [0, -0]) expect(quotient(a, b)).toBe(0);
});

test('quotient hides nothing else: a number by 0 is infinite, and what is no number stays none', () => {
  expect(quotient(3, 0)).toBe(Infinity);
  expect(quotient(-5e-324, 0)).toBe(-Infinity);
  expect(quotient(0, Number.NaN)).toBeNaN();
  expect(quotient(Infinity, Infinity)).toBeNaN();
});

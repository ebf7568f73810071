import { expect, test } from 'vitest';
import { pointText, valueText } from './pointText.ts';

test('a point has true minus signs, and no digit that is not there', () => {
  expect(pointText([3, -0.5], null)).toBe('(3, −0.5)');
  expect(pointText([1.44, 0], null)).toBe('(1.44, 0)');
});

test('one number needs no parentheses', () => {
  expect(pointText([-1], null)).toBe('−1');
});

test('what has endless digits is cut to eight', () => {
  expect(pointText([-2.805118086952745, 3.131312518250573], null)).toBe('(−2.8051181, 3.1313125)');
  expect(pointText([1.2000000000000002, 0.07385187983774928], null)).toBe('(1.2, 0.07385188)');
});

test('a matrix is written row by row', () => {
  expect(pointText([3, -2, 1, 4], [2, 2])).toBe('(3, −2; 1, 4)');
  expect(pointText([1, 2, 3, 4, 5, 6], [2, 3])).toBe('(1, 2, 3; 4, 5, 6)');
});

test('a value that is 0 but for rounding is written 0, in a scaled loss too', () => {
  expect(valueText(7.9e-31, 1)).toBe('0');
  expect(valueText(7.9e-10, 1e9)).toBe('0');
  expect(valueText(7.9e-10, 1)).toBe('7.9×10⁻¹⁰');
  expect(valueText(-78.33233140754282, 1)).toBe('−78.332331');
});

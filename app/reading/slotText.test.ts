import { describe, expect, test } from 'vitest';
import { printNumber } from '../../src/reading/printNumber.ts';
import { exponentText, slotWidth } from './slotText.ts';

describe('the width of a printed number', () => {
  test('is half an em a digit, and less for its point', () => {
    expect(slotWidth(printNumber(12.3, 3))).toBeCloseTo(3 * 0.5 + 0.278);
  });

  test('has room for a minus sign', () => {
    expect(slotWidth(printNumber(-12.3, 3)) - slotWidth(printNumber(12.3, 3))).toBeCloseTo(0.778);
  });

  test('has room for a power of ten, whose exponent is smaller', () => {
    const plain = slotWidth(printNumber(1.23, 3));
    expect(slotWidth(printNumber(1.23e-7, 3)) - plain).toBeCloseTo(0.778 + 1 + 0.7 * (0.778 + 0.5));
  });

  test('is there for infinity and what is no number', () => {
    expect(slotWidth(printNumber(Number.NEGATIVE_INFINITY, 3))).toBeCloseTo(1.778);
    expect(slotWidth(printNumber(Number.NaN, 3))).toBeCloseTo(2);
  });
});

test('an exponent has a true minus sign', () => {
  expect([exponentText(-12), exponentText(7)]).toEqual(['−12', '7']);
});

import { describe, expect, test } from 'vitest';
import { lossPair, printedText } from './lossPair.ts';

const texts = (before: number, after: number) => lossPair(before, after).map(printedText);

describe('the losses before and after a step', () => {
  test('have four digits where these tell them apart', () => {
    expect(texts(5.671234, 5.578801)).toEqual(['5.671', '5.579']);
  });

  test('have more, both as many, where four do not', () => {
    expect(texts(5.67123, 5.67118)).toEqual(['5.67123', '5.67118']);
  });

  test('have seven at most', () => {
    expect(texts(2.00000001, 2.00000002)).toEqual(['2.000000', '2.000000']);
  });

  test('have four where they are the same', () => {
    expect(texts(0.25, 0.25)).toEqual(['0.2500', '0.2500']);
  });

  test('say what is too small, too large or no number', () => {
    expect(texts(3.2e-7, 0)).toEqual(['3.200×10⁻⁷', '0']);
    expect(texts(12, Number.POSITIVE_INFINITY)).toEqual(['12.00', '∞']);
    expect(texts(12, Number.NaN)).toEqual(['12.00', 'NaN']);
  });
});

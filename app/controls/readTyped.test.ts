import { describe, expect, test } from 'vitest';
import type { NumbersSpec } from '../../src/specs/spec.ts';
import { readTyped } from './readTyped.ts';
import { readTypedList } from './readTypedList.ts';

const sentenceOf = (text: string, range = {}) => {
  const typed = readTyped(text, 'decay of m', range);
  return typed.kind === 'refused' ? typed.sentence : null;
};

describe('what is typed into a number’s field', () => {
  test('is taken where its range admits it', () => {
    expect(readTyped('0,95', 'decay of m', { min: 0, below: 1 })).toEqual({ kind: 'number', value: 0.95 });
  });

  test('is refused in a sentence that names the field and what is wrong', () => {
    expect(sentenceOf('1.2', { min: 0, below: 1 })).toBe('Decay of m: 1.2 is not below 1.');
    expect(sentenceOf('1/3')).toBe('Decay of m: “1/3” is not a number; write it as in 0.05, 1e-3 or 10⁻³.');
    expect(sentenceOf('  ')).toBe('Decay of m: a number is missing.');
    expect(sentenceOf('2.5', { integer: true })).toBe('Decay of m: 2.5 is not a whole number.');
    expect(sentenceOf('∞')).toBe('Decay of m: ∞ is not a finite number.');
  });

  test('is answered with true minus signs', () => {
    expect(sentenceOf('-3', { min: 0 })).toBe('Decay of m: −3 is less than 0.');
    expect(sentenceOf('-30', { min: -4 })).toBe('Decay of m: −30 is less than −4.');
  });
});

describe('a number of thousands', () => {
  test('is answered with separators, in its whole part alone', () => {
    expect(sentenceOf('1e7', { max: 1_000_000 })).toBe('Decay of m: 10,000,000 is more than 1,000,000.');
    expect(sentenceOf('-12345.67891', { min: -1000 })).toBe('Decay of m: −12,345.67891 is less than −1,000.');
    expect(sentenceOf('1e30', { max: 200 })).toBe('Decay of m: 1e+30 is more than 200.');
  });

  test('stays as it was typed where it is no number', () => {
    expect(sentenceOf('12345 or 6789 more')).toContain('“12345 or 6789 more” is not a number');
  });
});

describe('what is typed into a list’s field', () => {
  const spec: NumbersSpec = {
    kind: 'numbers',
    key: 'w',
    symbol: 'w',
    label: 'weights',
    default: [1, 2],
    each: { min: 0 },
    minLength: 2,
    maxLength: 3,
  };
  test('is taken with spaces, semicolons or commas between its numbers', () => {
    for (const text of ['0.5 7', '0.5; 7', '0.5, 7', ' 0.5,  7 ', '0,5 7'])
      expect(readTypedList(text, spec)).toEqual({ kind: 'numbers', value: [0.5, 7] });
  });

  test('is refused for its first bad number, or for its length', () => {
    const sentence = (text: string) => {
      const typed = readTypedList(text, spec);
      return typed.kind === 'refused' ? typed.sentence : null;
    };
    expect(sentence('3 -2')).toBe('Weights: −2 is less than 0.');
    expect(sentence('3 1 4 1')).toBe('Weights: 4 numbers; expected 2 to 3.');
    expect(sentence('')).toMatch(/^Weights: numbers are missing/);
    expect(sentence('0.9,0.5')).toBe(
      'Weights: “0.9,0.5” is not a number; put a space or a semicolon between two numbers.',
    );
  });
});

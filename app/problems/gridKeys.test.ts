import { describe, expect, test } from 'vitest';
import { optionByKey, optionByTyping, typeLetter } from './gridKeys.ts';

// Eleven options in rows of four:  0 1 2 3 / 4 5 6 7 / 8 9 10
describe('keys in a grid of eleven options, four a row', () => {
  test.each([
    ['ArrowRight', 5, 6],
    ['ArrowRight', 3, 4],
    ['ArrowRight', 10, 10],
    ['ArrowLeft', 6, 5],
    ['ArrowLeft', 8, 7],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 2, 6],
    ['ArrowDown', 6, 10],
    ['ArrowUp', 9, 5],
    ['ArrowUp', 2, 2],
    ['Home', 6, 0],
    ['End', 6, 10],
  ])('%s leads from %d to %d', (key, from, to) => {
    expect(optionByKey(key, from, 4, 11)).toBe(to);
  });

  test('down leads to the last option where the row below ends before', () => {
    expect(optionByKey('ArrowDown', 7, 4, 11)).toBe(10);
  });

  test('down stays in the last row', () => {
    expect(optionByKey('ArrowDown', 9, 4, 11)).toBe(9);
    expect(optionByKey('ArrowDown', 7, 4, 8)).toBe(7);
  });

  test('other keys lead nowhere', () => {
    for (const key of ['a', 'Tab', 'PageDown', 'Enter']) expect(optionByKey(key, 5, 4, 11)).toBeNull();
  });

  test('in a single column, up and down are the neighbours', () => {
    expect([optionByKey('ArrowDown', 2, 1, 11), optionByKey('ArrowUp', 2, 1, 11)]).toEqual([3, 1]);
  });
});

describe('typing', () => {
  const names = ['Saddle', 'Quadratic bowl', 'Rotated bowl', 'Three-hump camel', 'Scalar factorization'];
  const after = (index: number, ...texts: string[]) =>
    texts.map((text) => optionByTyping(text, index, names));

  test('leads to the next name that begins so, around the end', () => {
    expect(after(0, 's', 'r', 'sc', 'sa')).toEqual([4, 2, 4, 0]);
    expect(after(4, 's')).toEqual([0]);
  });

  test('a word under way stays where it already is', () => {
    expect(after(2, 'ro', 'rot')).toEqual([2, 2]);
  });

  test('finds words within a name where none begins so, whatever joins them', () => {
    expect(after(0, 'bowl', 'hump', 'CAM')).toEqual([1, 3, 3]);
    expect(after(1, 'b')).toEqual([2]);
  });

  test('one letter again and again leads through all that begin with it', () => {
    expect(after(0, 'ss')).toEqual([4]);
    expect(after(4, 'sss')).toEqual([0]);
  });

  test('leads nowhere where nothing fits', () => {
    expect(after(0, 'x', 'sq')).toEqual([null, null]);
  });

  test('letters make a word until one pauses', () => {
    const first = typeLetter({ text: 'q', at: 0 }, 's', 2000);
    expect(first.text).toBe('s');
    expect(typeLetter(first, 'c', 2300).text).toBe('sc');
  });
});

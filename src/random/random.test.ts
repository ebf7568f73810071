import { describe, expect, test } from 'vitest';
import { normal, uniform } from './draws.ts';
import { philox } from './philox.ts';

describe('Philox4x32-10', () => {
  // Known answers published with the authors' Random123 library (kat_vectors).
  const words = (text: string) => text.split(' ').map((word) => Number.parseInt(word, 16));
  test.each([
    ['00000000 00000000 00000000 00000000', '00000000 00000000', '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
    ['ffffffff ffffffff ffffffff ffffffff', 'ffffffff ffffffff', '408f276d 41c83b0e a20bc7c6 6d5451fd'],
    ['243f6a88 85a308d3 13198a2e 03707344', 'a4093822 299f31d0', 'd16cfe09 94fdcceb 5001e420 24126ea1'],
  ])('counter %s under key %s', (counter, key, expected) => {
    const out = new Uint32Array(4);
    philox(Uint32Array.from(words(counter)), Uint32Array.from(words(key)), out);
    expect([...out]).toEqual(words(expected));
  });
});

describe('draws', () => {
  const COUNT = 20_000;
  const sample = (draw: (i: number) => number) => Array.from({ length: COUNT }, (_, i) => draw(i));
  const mean = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

  test('are pure functions of (seed, purpose, step, index)', () => {
    const first = normal(7, 'noise', 12, 1);
    uniform(3, 'batch', 99, 4);
    expect(normal(7, 'noise', 12, 1)).toBe(first);
    for (const other of [normal(8, 'noise', 12, 1), normal(7, 'batch', 12, 1), normal(7, 'noise', 13, 1)])
      expect(other).not.toBe(first);
  });

  // Bounds are five standard errors of each statistic.
  test('a normal draw has mean 0, variance 1 and kurtosis 3', () => {
    const values = sample((i) => normal(7, 'noise', i, 0));
    expect(Math.abs(mean(values))).toBeLessThan(5 / Math.sqrt(COUNT));
    expect(Math.abs(mean(values.map((x) => x * x)) - 1)).toBeLessThan(5 * Math.sqrt(2 / COUNT));
    expect(Math.abs(mean(values.map((x) => x ** 4)) - 3)).toBeLessThan(5 * Math.sqrt(96 / COUNT));
  });

  test('neighbouring seeds, steps and indices are unrelated', () => {
    const correlation = (a: number[], b: number[]) => mean(a.map((x, i) => x * b[i]));
    const base = sample((i) => normal(7, 'noise', i, 0));
    for (const other of [
      sample((i) => normal(8, 'noise', i, 0)),
      sample((i) => normal(7, 'noise', i + 1, 0)),
      sample((i) => normal(7, 'noise', i, 1)),
    ])
      expect(Math.abs(correlation(base, other))).toBeLessThan(5 / Math.sqrt(COUNT));
  });

  test('uniform draws lie in [0, 1) and fill it', () => {
    const values = sample((i) => uniform(0, 'shuffle', 5, i));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(Math.abs(mean(values) - 0.5)).toBeLessThan(5 / Math.sqrt(12 * COUNT));
  });
});

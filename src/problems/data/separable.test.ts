import { expect, test } from 'vitest';
import { isSeparable } from './separable.ts';

const separable = (rows: readonly (readonly [x: number, y: number, target: number])[]) =>
  isSeparable(
    Float64Array.from(rows.flatMap(([x, y]) => [x, y])),
    Float64Array.from(rows, ([, , target]) => target),
  );

test('one sample is separable, unless it lies at the origin', () => {
  expect(separable([[3, -2, -1]])).toBe(true);
  expect(separable([[0, 0, 1]])).toBe(false);
});

test('samples on opposite rays of one class are not separable, and of two classes they are', () => {
  expect(
    separable([
      [3, -2, 1],
      [-6, 4, 1],
    ]),
  ).toBe(false);
  expect(
    separable([
      [3, -2, 1],
      [-6, 4, -1],
    ]),
  ).toBe(true);
  expect(
    separable([
      [3, -2, 1],
      [6, -4, -1],
    ]),
  ).toBe(false);
});

test('half a turn is too much, a little less is not', () => {
  expect(
    separable([
      [1, 0, 1],
      [0, 1, 1],
      [-1, 0, 1],
    ]),
  ).toBe(false);
  expect(
    separable([
      [1, 0, 1],
      [0, 1, 1],
      [-1, 1e-300, 1],
    ]),
  ).toBe(true);
  expect(
    separable([
      [1, 0, 1],
      [0, 1, 1],
      [-1, -1e-300, 1],
    ]),
  ).toBe(false);
});

test('is decided exactly, where the products of the coordinates differ by one part in 10²⁴', () => {
  const fibonacci = [0, 1];
  while (fibonacci.length < 64) fibonacci.push(fibonacci.at(-1)! + fibonacci.at(-2)!);
  // Cassini: F(n−1)·F(n+1) − F(n)² = (−1)ⁿ, the cross product of (F(n), F(n−1)) and −(F(n+1), F(n)).
  for (const n of [60, 61]) {
    const [before, here, after] = fibonacci.slice(n - 1, n + 2);
    const turnsLeft = n % 2 === 0;
    for (const side of [1, -1])
      expect(
        separable([
          [here, before, 1],
          [-after, -here, 1],
          [-side * before, side * here, 1],
        ]),
      ).toBe(turnsLeft === side > 0);
  }
});

test('three directions a third of a turn apart surround the origin in whatever order they come', () => {
  const rows = [
    [2, 0, 1],
    [-1, 1.7, 1],
    [-1, -1.7, 1],
  ] as const;
  expect(separable(rows)).toBe(false);
  expect(separable(rows.toReversed())).toBe(false);
  expect(separable([...rows.slice(0, 2), [1, 1.7, -1]])).toBe(false);
  expect(separable([...rows.slice(0, 2), [1, 1.7, 1]])).toBe(true);
});

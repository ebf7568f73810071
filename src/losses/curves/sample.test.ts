import { expect, test } from 'vitest';
import { exitsOf, sampled } from './sample.ts';

test('a jump is between two pieces, each with the value of its own side', () => {
  const step = (x: number) => (x < 0.5 ? 3 : -1);
  const pieces = sampled(step, [-1, 2], [0.5], 30);
  expect(pieces.map((piece) => piece.map(([, y]) => y)).map((ys) => [...new Set(ys)])).toEqual([[3], [-1]]);
  expect(pieces[0].at(-1)?.[0]).toBe(0.5);
  expect(pieces[1][0][0]).toBe(0.5);
});

test('the ends of the domain are drawn as they are, even where they are infinite', () => {
  const [line] = sampled((x) => -Math.log(x), [0, 1], [], 10);
  expect(line[0]).toEqual([0, Number.POSITIVE_INFINITY]);
  expect(line.at(-1)).toEqual([1, -0]);
});

test('of a break at an end of the domain only the side within is drawn', () => {
  const [line, ...others] = sampled(Math.sign, [0, 3], [0], 6);
  expect(others).toEqual([]);
  expect(line.map(([, y]) => y)).toEqual(Array.from({ length: 7 }, () => 1));
  const [before] = sampled(Math.sign, [-2, 0], [0], 4);
  expect(before.at(-1)).toEqual([0, -1]);
});

test('a parabola leaves through the top on both sides, where it has that height', () => {
  const [line] = sampled((x) => x * x, [-3, 3], [], 600);
  const exits = exitsOf(line, [-0.5, 4]);
  expect(exits).toHaveLength(2);
  expect(exits[0].x).toBeCloseTo(-2, 4);
  expect(exits[1].x).toBeCloseTo(2, 4);
  expect(exits.map(({ towards }) => towards.map(Math.sign))).toEqual([
    [-1, 1],
    [1, 1],
  ]);
});

test('an infinite end leaves at its own place', () => {
  const [line] = sampled((x) => 1 / x, [0, 1], [], 4);
  expect(exitsOf(line, [0, 5])).toEqual([{ x: 0, y: 5, towards: [0, 1] }]);
});

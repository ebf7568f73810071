import { expect, test } from 'vitest';
import { gridRange, measureFrom, sampleGrid } from './grid.ts';
import { surface, view } from './testSurface.ts';

test('samples lie at the centres of device pixels, y upward in the plane and downward in the rows', () => {
  const grid = sampleGrid(
    surface((x, y) => 100 * x + y),
    view([0, 2], [0, 1], 2, 2),
    0,
  );
  expect([grid.columns, grid.rows]).toEqual([8, 4]);
  expect(grid.values[0]).toBeCloseTo(100 * 0.125 + 0.875, 12);
  expect(grid.values[31]).toBeCloseTo(100 * 1.875 + 0.125, 12);
});

test('the margin continues the window on each side', () => {
  const f = (x: number, y: number) => 3 * x - 7 * y;
  const bare = sampleGrid(surface(f), view([0, 2], [0, 1], 10), 0);
  const wide = sampleGrid(surface(f), view([0, 2], [0, 1], 10), 3);
  expect(wide.values).toHaveLength(26 * 16);
  for (let row = 0; row < 10; row++)
    for (let column = 0; column < 20; column++)
      expect(wide.values[(row + 3) * 26 + column + 3]).toBe(bare.values[row * 20 + column]);
});

test('a problem of many parameters is sampled in its plane', () => {
  const problem = {
    ...surface(() => 0),
    dimension: 3,
    plane: {
      kind: 'parameters' as const,
      origin: [1, 2, 3],
      u: [0, 2, 0],
      v: [0, 0, -1],
      axes: ['a', 'b'] as const,
    },
    valueInto: (theta: Float64Array, out: Float64Array) =>
      out.set([theta[0] + 10 * theta[1] + 100 * theta[2]]),
  };
  const { values } = sampleGrid(problem, view([0, 1], [0, 1], 1), 0);
  expect(values[0]).toBeCloseTo(1 + 10 * (2 + 2 * 0.5) + 100 * (3 - 0.5), 12);
});

test('the range ignores the margin and what is not finite', () => {
  const f = (x: number) => (x < 0.3 ? Number.NaN : x > 0.9 ? -Infinity : x);
  const range = gridRange(sampleGrid(surface(f), view([0, 1], [0, 1], 20), 5));
  expect(range.least).toBeCloseTo(0.325, 12);
  expect(range.greatest).toBeCloseTo(0.875, 12);
  expect(range.sample.every(Number.isFinite)).toBe(true);
  expect(
    gridRange(
      sampleGrid(
        surface(() => Number.NaN),
        view([0, 1], [0, 1], 20),
        0,
      ),
    ),
  ).toEqual({
    least: Infinity,
    greatest: -Infinity,
    sample: new Float64Array(0),
  });
});

test('the sample is sorted and spread over the window', () => {
  const { sample } = gridRange(
    sampleGrid(
      surface((x) => x * x),
      view([0, 1], [0, 1], 100, 2),
      5,
    ),
  );
  expect(sample).toEqual(sample.toSorted());
  expect(sample).toHaveLength(400);
  expect(sample[200]).toBeCloseTo(0.25, 1);
});

test('measured from f₀, whatever is not finite is a wall', () => {
  const grid = sampleGrid(
    surface((x) => (x < 0.5 ? -Infinity : 7)),
    view([0, 1], [0, 1], 2),
    0,
  );
  measureFrom(3, grid);
  expect([...grid.values]).toEqual([Infinity, 4, Infinity, 4]);
});

import { describe, expect, test } from 'vitest';
import { createProblem } from '../problems/createProblem.ts';
import type { View } from './grid.ts';
import type { Isolines } from './isolines.ts';
import { lineGround, surveyGround, type Ground } from './paintGround.ts';
import { surface, view } from './testSurface.ts';

interface Line {
  readonly level: number;
  /** In the plane. */
  readonly points: readonly (readonly [number, number])[];
  /** In CSS pixels. */
  readonly pixels: readonly (readonly [number, number])[];
  readonly isClosed: boolean;
}

function linesOf(
  { coordinates, starts, levels }: Isolines,
  { levels: { levels: values } }: Ground,
  at: View,
) {
  const { x, y } = at.window;
  return Array.from(levels, (index, i): Line => {
    const pixels = Array.from(
      { length: starts[i + 1] - starts[i] },
      (_, p) => [coordinates[2 * (starts[i] + p)], coordinates[2 * (starts[i] + p) + 1]] as const,
    );
    const points = pixels.map(
      ([px, py]) =>
        [x[0] + (px / at.width) * (x[1] - x[0]), y[1] - (py / at.height) * (y[1] - y[0])] as const,
    );
    const [first, last] = [pixels[0], pixels[pixels.length - 1]];
    const isClosed = first[0] === last[0] && first[1] === last[1];
    return { level: values[index].value, points, pixels, isClosed };
  });
}

function trace(at: View, ...problem: Parameters<typeof surface>) {
  const ground = surveyGround(at, surface(...problem));
  return { ground, lines: linesOf(lineGround(ground), ground, at) };
}

/** Distance of two lines' nearest points, in CSS pixels. */
function distance(a: Line, b: Line): number {
  let least = Infinity;
  for (const [ax, ay] of a.pixels)
    for (const [bx, by] of b.pixels) least = Math.min(least, Math.hypot(ax - bx, ay - by));
  return least;
}

describe('on f = x² + y²', () => {
  const at = view([-3, 4], [-2, 3], 60);

  test.each([1, 2, 1.25])(
    'the isoline of L is a circle of radius √L, at %d device pixels a CSS pixel',
    (ratio) => {
      const { lines } = trace({ ...at, pixelRatio: ratio }, (x, y) => x * x + y * y, 0);
      expect(new Set(lines.map(({ level }) => level)).size).toBeGreaterThan(12);
      for (const { level, points } of lines)
        for (const [x, y] of points) {
          const off = 60 * Math.abs(Math.hypot(x, y) - Math.sqrt(level));
          expect(off).toBeLessThan(0.03);
        }
    },
  );

  test('circles within the window are closed, others are cut a little outside it', () => {
    const { lines } = trace(at, (x, y) => x * x + y * y, 0);
    for (const { level, pixels, isClosed } of lines) {
      if (level > 0.01 && level < 3.9) expect(isClosed).toBe(true);
      if (level > 4.2) expect(isClosed).toBe(false);
      for (const [x, y] of pixels) {
        expect(Math.min(x, y, at.width - x, at.height - y)).toBeGreaterThan(-5);
      }
      if (isClosed) continue;
      for (const [x, y] of [pixels[0], pixels[pixels.length - 1]])
        expect(Math.min(x, y, at.width - x, at.height - y)).toBeLessThan(0);
    }
  });

  test('no ring is a bead', () => {
    const { lines } = trace(at, (x, y) => x * x + y * y, 0);
    for (const { level } of lines) expect(60 * Math.sqrt(level)).toBeGreaterThan(1.5);
  });
});

test('no segment runs along the border inside the window, whatever crosses it', () => {
  // f falls to the right: each isoline is a vertical line from edge to edge.
  const at = view([0, 4], [0, 2], 100);
  const { lines, ground } = trace(at, (x) => 10 ** -x, 0);
  expect(lines).toHaveLength(ground.levels.levels.length);
  for (const { level, points } of lines)
    for (const [x] of points) expect(x).toBeCloseTo(-Math.log10(level), 3);
});

test('a window without relief has no lines', () => {
  expect(trace(view([0, 1], [0, 1], 100), () => 3).lines).toEqual([]);
  expect(trace(view([0, 1], [0, 1], 100), () => Number.NaN).lines).toEqual([]);
});

test('where f is not finite there is a wall, not a line', () => {
  const { lines } = trace(view([-1, 1], [-1, 1], 100), (x, y) => (x > 0 ? Number.NaN : x * x + y * y), 0);
  expect(lines.length).toBeGreaterThan(0);
  for (const { points } of lines) for (const [x] of points) expect(x).toBeLessThan(0.02);
});

describe('crowded lines', () => {
  // 30 px a decade: six lines are 5 px apart, at 12 px a decade 2 px, at 4 px a decade 0.7 px.
  const slope = (pixelsADecade: number) =>
    trace(view([0, 4], [0, 2], 100), (x) => 10 ** ((100 / pixelsADecade) * (x - 2)), 0);

  test('all stay at 3 px or more', () => {
    const { lines, ground } = slope(30);
    expect(lines).toHaveLength(ground.levels.levels.length);
  });

  test('nearer than 3 px every third stays, index lines among them', () => {
    const { lines, ground } = slope(12);
    const kept = ground.levels.levels.filter(({ staysInCrowd }) => staysInCrowd).map(({ value }) => value);
    expect(lines.map(({ level }) => level)).toEqual(kept);
  });

  test('where these are nearer than 3 px, index lines stay', () => {
    const { lines, ground } = slope(5);
    const index = ground.levels.levels.filter(({ isIndex }) => isIndex).map(({ value }) => value);
    expect(lines.map(({ level }) => level)).toEqual(index);
  });
});

describe("in Rosenbrock's valley", () => {
  const problem = createProblem({ id: 'rosenbrock', params: { a: 1, b: 100 }, scale: 1, rotation: 0 });
  const at = {
    window: { x: [-2.474, 2.474], y: [-0.4, 2.2] },
    width: 784,
    height: 412,
    pixelRatio: 1,
  } as const;
  const ground = surveyGround(at, problem);
  const lines = linesOf(lineGround(ground), ground, at);

  test('every point lies on its level, to a third of a pixel', () => {
    const theta = new Float64Array(2);
    const gradient = new Float64Array(2);
    const distances: number[] = [];
    for (const { level, points } of lines)
      for (const point of points) {
        theta.set(point);
        problem.gradient(theta, gradient);
        const off = (Math.abs(problem.value(theta) - level) / Math.hypot(...gradient)) * (784 / 4.948);
        distances.push(off);
      }
    expect(Math.max(...distances)).toBeLessThan(0.33);
    expect(distances.reduce((sum, off) => sum + off, 0) / distances.length).toBeLessThan(0.02);
  });

  test('no line is a string of islands', () => {
    for (const level of new Set(lines.map((line) => line.level))) {
      const rings = lines.filter((line) => line.level === level && line.isClosed);
      expect(rings.length).toBeLessThanOrEqual(1);
    }
  });

  test('lines that do not stay in a crowd keep 3 px from their neighbours, but for their ends', () => {
    const stays = new Set(ground.levels.levels.flatMap((l) => (l.staysInCrowd ? [l.value] : [])));
    const plain = lines.filter(({ level }) => !stays.has(level));
    const middle = (line: Line) => ({ ...line, pixels: line.pixels.slice(8, -8) });
    for (const [i, a] of plain.entries())
      for (const b of plain.slice(i + 1))
        if (a.level !== b.level) expect(distance(middle(a), middle(b))).toBeGreaterThan(2.4);
  });
});

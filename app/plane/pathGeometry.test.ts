import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPEATABLE } from '../../src/scene/sceneArbitrary.ts';
import { geometryThrough, HEIGHT, vertices, walks, WIDTH, type Point } from './pathFixture.ts';
import type { PathGeometry } from './pathGeometry.ts';

/** What may be missing of a path, or lie beside it, in pixels; single precision adds a little. */
const THIN = 0.501;

type Segment = readonly [Point, Point];

const segmentsOf = (points: readonly Point[]): Segment[] =>
  points.slice(1).map((point, i) => [points[i], point]);
const drawnSegments = (geometry: PathGeometry): Segment[] =>
  segmentsOf(vertices(geometry)).filter((_, i) => geometry.breaks[i + 1] === 0);

const along = ([[x0, y0], [x1, y1]]: Segment, part: number): Point => [
  x0 + part * (x1 - x0),
  y0 + part * (y1 - y0),
];

function distance([x, y]: Point, segment: Segment): number {
  const [[x0, y0], [x1, y1]] = segment;
  const square = (x1 - x0) ** 2 + (y1 - y0) ** 2;
  const part = square === 0 ? 0 : ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / square;
  const [nearX, nearY] = along(segment, Math.min(1, Math.max(0, part)));
  return Math.hypot(x - nearX, y - nearY);
}

const nearest = (point: Point, segments: readonly Segment[]) =>
  Math.min(...segments.map((segment) => distance(point, segment)));

const isWithin = ([x, y]: Point, slack = 0) =>
  x >= -slack && x <= WIDTH + slack && y >= -slack && y <= HEIGHT + slack;

/** The parts at which a segment meets the frame's lines, and its ends, in order. */
const knotsOf = ([[x0, y0], [x1, y1]]: Segment): number[] =>
  [-x0 / (x1 - x0), (WIDTH - x0) / (x1 - x0), -y0 / (y1 - y0), (HEIGHT - y0) / (y1 - y0), 0, 1]
    .filter((part) => part >= 0 && part <= 1)
    .sort((a, b) => a - b);

/** Points of a segment that lie in the plot: between each two knots. */
const shownPoints = (segment: Segment): Point[] => {
  const knots = knotsOf(segment);
  return knots
    .flatMap((part, i) => [part, (part + (knots[i + 1] ?? part)) / 2])
    .map((part) => along(segment, part))
    .filter((point) => isWithin(point));
};

describe('a path in pixels', () => {
  test('shows all of the trajectory that lies in the plot, to half a pixel', () => {
    fc.assert(
      fc.property(walks, (points) => {
        const geometry = geometryThrough(points);
        const drawn = drawnSegments(geometry);
        // A walk that never moved half a pixel is a single vertex.
        if (drawn.length === 0) drawn.push(...vertices(geometry).map((vertex) => [vertex, vertex] as const));
        for (const segment of segmentsOf(points))
          for (const point of shownPoints(segment)) expect(nearest(point, drawn)).toBeLessThan(THIN);
      }),
      REPEATABLE,
    );
  });

  test('shows nothing that is not on the trajectory', () => {
    fc.assert(
      fc.property(walks, (points) => {
        const raw = segmentsOf(points);
        for (const segment of drawnSegments(geometryThrough(points)))
          for (const part of [0, 0.3, 0.7, 1]) expect(nearest(along(segment, part), raw)).toBeLessThan(THIN);
      }),
      REPEATABLE,
    );
  });

  test('drops points that are too near to tell apart, and only those', () => {
    const creeping = Array.from({ length: 1000 }, (_, i): Point => [20 + i / 10, 50]);
    const { count } = geometryThrough(creeping);
    // 100 pixels of path.
    expect(count).toBeGreaterThan(150);
    expect(count).toBeLessThan(210);
    const striding: Point[] = [
      [3, 4],
      [3.4, 4.4],
      [9, 8],
    ];
    expect(geometryThrough(striding).count).toBe(3);
  });

  test('reaches each vertex at the step of its point', () => {
    const { steps, count } = geometryThrough([
      [10, 20],
      [10.1, 20],
      [10.2, 20],
      [70, 25],
      [70, 25.3],
      [80, 90],
    ]);
    expect([...steps.subarray(0, count)]).toEqual([0, 3, 5]);
  });

  test('measures its length by what is drawn, for dashes', () => {
    const geometry = geometryThrough([
      [30, 30],
      [60, 70],
      [60, -4000],
      [90, -4000],
      [90, 40],
      [97, 64],
    ]);
    const { lengths, breaks, count } = geometry;
    expect(lengths[1]).toBe(50);
    for (let i = 1; i < count; i++) {
      const [[x0, y0], [x1, y1]] = [vertices(geometry)[i - 1], vertices(geometry)[i]];
      expect(lengths[i] - lengths[i - 1]).toBeCloseTo(breaks[i] ? 0 : Math.hypot(x1 - x0, y1 - y0), 9);
    }
  });

  test('knows its length to a small part of a dash after ten thousand zigzags', () => {
    const zigzag = Array.from({ length: 10_001 }, (_, i): Point => [i % 2 === 0 ? 20.25 : 620.5, 30.125]);
    const { lengths, count } = geometryThrough(zigzag);
    expect(lengths[count - 1]).toBeCloseTo(10_000 * 600.25, 2);
  });
});

describe('a path that leaves the plot', () => {
  test('is kept where it crosses the plot between two points outside', () => {
    const geometry = geometryThrough([
      [-5000, 80],
      [9000, 290],
    ]);
    const [segment] = drawnSegments(geometry);
    expect(geometry.count).toBe(2);
    expect(isWithin(along(segment, 0.5))).toBe(true);
    // 14,000 pixels across go 210 pixels down.
    expect(nearest([0, 155], [segment])).toBeLessThan(0.001);
    expect(nearest([640, 164.6], [segment])).toBeLessThan(0.001);
  });

  test('has a break where it returns', () => {
    const geometry = geometryThrough([
      [100, 200],
      [100, -7000],
      [400, -7000],
      [400, 150],
    ]);
    const [start, leaving, returning, end] = vertices(geometry);
    expect([...geometry.breaks.subarray(0, geometry.count)]).toEqual([1, 0, 1, 0]);
    expect([start, end]).toEqual([
      [100, 200],
      [400, 150],
    ]);
    expect([leaving[0], returning[0]]).toEqual([100, 400]);
    expect(leaving[1]).toBeLessThan(0);
    expect([...geometry.steps.subarray(0, 4)]).toEqual([0, 1, 3, 3]);
  });

  test('may begin there', () => {
    const geometry = geometryThrough([
      [-900, -900],
      [-800, 40],
      [-700, 50],
      [300, 250],
    ]);
    expect([...geometry.breaks.subarray(0, geometry.count)]).toEqual([1, 0]);
    expect(geometry.steps[0]).toBe(3);
  });

  test('has no vertex far outside, though it went to a hundred million', () => {
    fc.assert(
      fc.property(walks, (points) => {
        for (const vertex of vertices(geometryThrough(points))) expect(isWithin(vertex, 100)).toBe(true);
      }),
      REPEATABLE,
    );
    const { lengths, count } = geometryThrough([
      [60, 60],
      [1e8, -1e8],
      [80, 70],
    ]);
    expect(lengths[count - 1]).toBeLessThan(2000);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])(
    'ends before a point that is %s, and stays ended',
    (lost) => {
      const before: Point[] = [
        [50, 60],
        [200, 90],
      ];
      const geometry = geometryThrough([...before, [lost, 30], [300, 310], [40, 350]]);
      expect(vertices(geometry)).toEqual(before);
    },
  );
});

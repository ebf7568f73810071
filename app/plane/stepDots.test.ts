import { describe, expect, test } from 'vitest';
import { createProblem } from '../../src/problems/createProblem.ts';
import { overlap, type Box } from './labelSolver.ts';
import { mapPlane } from './mapPlane.ts';
import { geometryThrough, type Point } from './pathFixture.ts';
import { createGeometry, extendGeometry } from './pathGeometry.ts';
import { PLANE, PLOT, trajectoryThrough } from './pathFixture.ts';
import { dottedVertices, drawDots, placeNumbers } from './stepDots.ts';
import { fitDomain } from './viewport.ts';

const stride = (length: number, count = 20): Point[] =>
  Array.from({ length: count }, (_, i) => [20 + length * i, 180 + 3 * (i % 2)]);

describe('the steps that have dots', () => {
  test('are those of a path whose steps can be told apart', () => {
    expect(dottedVertices(geometryThrough(stride(25)))).toHaveLength(20);
    expect(dottedVertices(geometryThrough(stride(8)))).toEqual([]);
  });

  test('are only those within the frame', () => {
    const geometry = geometryThrough([
      [600, 100],
      [630, 100],
      [660, 100],
      [690, 100],
      [630, 130],
    ]);
    expect(dottedVertices(geometry).map((i) => geometry.steps[i])).toEqual([0, 1, 4]);
  });

  test('where time runs to the right are those of steps that are wide enough, however high', () => {
    const selection = { id: 'reddi', params: { variant: 'theorem' }, scale: 1, rotation: 0 } as const;
    const { plane } = createProblem(selection);
    const dotsAt = (steps: number) => {
      const geometry = createGeometry(
        {
          dimension: 1,
          rows: 41,
          points: Float64Array.from({ length: 41 }, (_, i) => i % 2),
          steps: Uint32Array.from({ length: 41 }, (_, i) => i),
        },
        fitDomain({ x: [0, 1], y: [-1, 2] }, 800, 300, 'time'),
        mapPlane(plane, steps),
      );
      extendGeometry(geometry);
      return dottedVertices(geometry).length;
    };
    expect(dotsAt(40)).toBe(41);
    expect(dotsAt(200)).toBe(0);
  });

  test('are none of a run that is known only every tenth step', () => {
    const trajectory = trajectoryThrough(stride(25));
    trajectory.steps.set(trajectory.steps.map((step) => 10 * step));
    const geometry = createGeometry(trajectory, PLOT, PLANE);
    extendGeometry(geometry);
    expect(dottedVertices(geometry)).toEqual([]);
  });
});

test('dots are filled up to the playhead and hollow ahead', () => {
  const fills: string[] = [];
  const ctx = {
    fillStyle: '',
    setLineDash: () => {},
    beginPath: () => {},
    arc: () => {},
    stroke: () => {},
    fill: () => fills.push(ctx.fillStyle),
  };
  const geometry = geometryThrough(stride(30, 5));
  const style = { color: 'teal', halo: 'paper', radius: 3.5 };
  drawDots(ctx as unknown as CanvasRenderingContext2D, geometry, [0, 1, 2, 3, 4], 2.6, style);
  expect(fills).toEqual(['teal', 'teal', 'teal', 'paper', 'paper']);
});

describe('the numbers of steps', () => {
  const geometry = geometryThrough(stride(30));
  const dots = dottedVertices(geometry);
  const measure = (text: string) => ({ width: 7 * text.length, height: 14 });
  const place = (playhead: number, obstacles: Box[] = [], places = new Map<number, number>()) =>
    placeNumbers(geometry, dots, playhead, 3.5, obstacles, PLOT, measure, places, () => 0);

  test('stand at the nearest to the playhead and at each fifth', () => {
    const steps = place(8)
      .map(({ text }) => Number(text))
      .sort((a, b) => a - b);
    expect(steps).toEqual([5, 6, 7, 8, 9, 10, 11, 15]);
  });

  test('cover neither each other nor dots nor obstacles', () => {
    const obstacles = [{ x: 200, y: 150, width: 90, height: 22 }];
    const numbers = place(8, obstacles);
    const circles = dots.map((i) => ({
      x: geometry.xs[i] - 3.5,
      y: geometry.ys[i] - 3.5,
      width: 7,
      height: 7,
    }));
    numbers.forEach((number, i) => {
      for (const other of [...numbers.slice(i + 1), ...obstacles, ...circles])
        expect(overlap(number, other)).toBe(0);
    });
    expect(numbers.length).toBeGreaterThan(4);
  });

  test('keep their places while the playhead passes', () => {
    const places = new Map<number, number>();
    const before = place(8, [{ x: 0, y: 0, width: 640, height: 178 }], places).find(
      ({ text }) => text === '10',
    );
    const after = place(9, [], places).find(({ text }) => text === '10');
    expect(before?.y).toBeGreaterThan(178);
    expect(after).toEqual(before);
  });
});

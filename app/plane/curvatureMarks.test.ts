import { describe, expect, test } from 'vitest';
import { createProblem } from '../../src/problems/createProblem.ts';
import type { Plane } from '../../src/problems/problem.ts';
import { curvatureAtHead } from '../../src/reading/curvature.ts';
import { axisEnds, createCurvatureMarker, curvatureMarks } from './curvatureMarks.ts';
import { fitDomain } from './viewport.ts';

const BOWL = { id: 'bowl', params: { kappa: 25 }, scale: 1, rotation: 0 } as const;
const SADDLE = { id: 'saddle', params: {}, scale: 1, rotation: 0 } as const;
const viewport = fitDomain({ x: [-5, 5], y: [-3, 3] }, 800, 480);
const XY: Plane = { kind: 'parameters', origin: [0, 0], u: [1, 0], v: [0, 1], axes: ['x', 'y'] };
const curvatureOf = (problem: Parameters<typeof createProblem>[0], ...point: number[]) =>
  curvatureAtHead({ problem }, { thetaAfter: Float64Array.from(point) });

describe('the marks of a curvature', () => {
  test('are an ellipse whose half axes are √(2c/λ), at the head', () => {
    const marks = curvatureMarks(curvatureOf(BOWL, 2, -1), XY, viewport, null);
    if (!marks?.ellipse) throw new Error('There is no ellipse.');
    expect([marks.x, marks.y]).toEqual([560, 320]);
    const [steep, flat] = marks.axes;
    expect(Math.abs(steep.down)).toBeCloseTo(80 * Math.sqrt((2 * marks.level) / 25), 9);
    expect(Math.abs(flat.right)).toBeCloseTo(80 * Math.sqrt(2 * marks.level), 9);
    expect([steep.role, flat.role]).toEqual(['steep', 'flat']);
    expect(marks.ellipse.rx).toBeCloseTo(Math.abs(steep.down), 9);
    expect(marks.ellipse.ry).toBeCloseTo(Math.abs(flat.right), 9);
    expect(Math.abs(marks.ellipse.degrees)).toBe(90);
  });

  test('can be read: the flat axis takes a good part of the map, and the level is round', () => {
    const marks = curvatureMarks(curvatureOf(BOWL, 2, -1), XY, viewport, null);
    expect(Math.abs(marks?.axes[1].right ?? 0)).toBeGreaterThan(80);
    expect(Math.abs(marks?.axes[1].right ?? 0)).toBeLessThanOrEqual(0.3 * 480);
    expect(String(marks?.level)).toMatch(/^0?\.?0*[125]0*$/);
  });

  test('of a narrow ravine leave the map by its flat axis, so that the steep one is more than a dot', () => {
    const ravine = { ...BOWL, params: { kappa: 1e5 } };
    const marks = curvatureMarks(curvatureOf(ravine, 2, -1), XY, viewport, null);
    expect(Math.abs(marks?.axes[0].down ?? 0)).toBeGreaterThan(8);
    expect(Math.abs(marks?.axes[1].right ?? 0)).toBeGreaterThan(800);
  });

  test('lie along the turned axes', () => {
    const marks = curvatureMarks(curvatureOf({ ...BOWL, rotation: 30 }, 0, 0), XY, viewport, null);
    const { right, down } = marks?.axes[1] ?? { right: 0, down: 0 };
    expect(-down / right).toBeCloseTo(Math.tan(Math.PI / 6), 9);
  });

  test('of a saddle are two axes that say which curves up', () => {
    const marks = curvatureMarks(curvatureOf(SADDLE, 1, 0.4), XY, viewport, null);
    expect(marks?.ellipse).toBeNull();
    expect(marks?.axes.map(({ curves }) => curves)).toEqual(['up', 'down']);
  });

  test('of a flat direction run across the whole map', () => {
    const factors = { id: 'scalar-factorization', params: {}, scale: 1, rotation: 0 } as const;
    const marks = curvatureMarks(curvatureOf(factors, 2, 0.5), XY, viewport, null);
    const flat = marks?.axes[1];
    expect(flat?.curves).toBe('not');
    expect(Math.hypot(flat?.right ?? 0, flat?.down ?? 0)).toBeGreaterThan(1600);
    expect(marks?.ellipse).toBeNull();
  });

  test('of a matrix are its axes as far as they lie in the plane of the map', () => {
    const matrix = { id: 'matrix-regression', params: { correlation: 0.6 }, scale: 1, rotation: 0 } as const;
    const { plane } = createProblem(matrix);
    const marks = curvatureMarks(curvatureOf(matrix, 1, -2, 1, 2), plane, viewport, null);
    expect(marks?.axes).toHaveLength(4);
    expect(marks?.ellipse).toBeNull();
    for (const { right, down } of marks?.axes ?? [])
      expect(Math.min(Math.abs(right), Math.abs(down))).toBeCloseTo(0, 9);
  });

  test('are none where nothing curves, the head is outside, or the map is of time', () => {
    const kink = { id: 'kink', params: { slope: 3 }, scale: 1, rotation: 0 } as const;
    expect(curvatureMarks(curvatureOf(kink, 1, 1), XY, viewport, null)).toBeNull();
    expect(curvatureMarks(curvatureOf(BOWL, 7, 0), XY, viewport, null)).toBeNull();
    expect(curvatureMarks(curvatureOf(BOWL, 2, 0), { ...XY, kind: 'time' }, viewport, null)).toBeNull();
  });

  test('keep their level while the curvature changes a little', () => {
    const mark = createCurvatureMarker();
    const levels = [1, 1.2, 1.5, 1.2, 1, 30].map(
      (scale) => mark(curvatureOf({ ...BOWL, scale }, 2, -1), XY, viewport)?.level,
    );
    expect(new Set(levels.slice(0, 5)).size).toBe(1);
    expect(levels[5]).not.toBe(levels[0]);
  });
});

test('a name stands beyond the end of its axis, or beside where that leaves the map, on the side with more room first', () => {
  const [first, second] = axisEnds({ x: 700, y: 100 }, { right: 60, down: 0 }, viewport, 14);
  expect([first, second]).toEqual([
    { x: 774, y: 100 },
    { x: 626, y: 100 },
  ]);
  const [left, right] = axisEnds({ x: 700, y: 100 }, { right: 900, down: 0 }, viewport, 14);
  expect([left, right]).toEqual([
    { x: 20, y: 86 },
    { x: 780, y: 114 },
  ]);
});

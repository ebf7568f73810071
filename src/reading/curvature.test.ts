import { describe, expect, test } from 'vitest';
import { taskWith } from '../engine/recordedRun.ts';
import type { Curvature } from './curvature.ts';
import { axisRoles, curvatureAtHead } from './curvature.ts';

function curvatureAt(scene: Readonly<Record<string, unknown>>, point: readonly number[]): Curvature {
  const task = taskWith({ ...scene, start: point }, 'sgd');
  return curvatureAtHead(task, { thetaAfter: Float64Array.from(point) });
}

/** The angle of an axis in degrees, from 0 to 180: an axis has no front. */
const degrees = ([x, y]: readonly number[]) => ((Math.atan2(y, x) * 180) / Math.PI + 180) % 180;

describe('the curvature at the head', () => {
  test('of the bowl is κ along y and 1 along x, whatever the point', () => {
    const { values, axes, shape, condition } = curvatureAt(
      { problem: { id: 'bowl', params: { kappa: 20 } } },
      [3, -2],
    );
    expect(values).toEqual([20, 1]);
    expect(axes.map(degrees)).toEqual([90, 0]);
    expect(shape).toBe('bowl');
    expect(condition).toBe(20);
  });

  test('of the rotated bowl has the same eigenvalues, on axes turned by its angle', () => {
    const problem = { id: 'rotated-bowl', params: { kappa: 50, angle: 35 } };
    const { values, axes, condition } = curvatureAt({ problem }, [3, -2]);
    expect(values[0]).toBeCloseTo(50, 12);
    expect(values[1]).toBeCloseTo(1, 12);
    expect(degrees(axes[0])).toBeCloseTo(125, 10);
    expect(degrees(axes[1])).toBeCloseTo(35, 10);
    expect(condition).toBeCloseTo(50, 10);
  });

  test('counts a scaled and turned problem as the optimizer meets it', () => {
    const problem = { id: 'bowl', params: { kappa: 7 }, scale: 3, rotation: 20 };
    const { values, axes } = curvatureAt({ problem }, [3, -2]);
    expect(values[0]).toBeCloseTo(21, 12);
    expect(values[1]).toBeCloseTo(3, 12);
    expect(degrees(axes[1])).toBeCloseTo(20, 10);
  });

  test('of the saddle is 2 along x and −2 along y, and has no condition number', () => {
    const { values, axes, shape, condition, negative } = curvatureAt(
      { problem: { id: 'saddle' } },
      [1.5, -0.4],
    );
    expect(values).toEqual([2, -2]);
    expect(axes.map(degrees)).toEqual([0, 90]);
    expect({ shape, condition, negative }).toEqual({ shape: 'saddle', condition: null, negative: 1 });
  });

  test('of the kink is 0 beside it, and none upon it', () => {
    const beside = curvatureAt({ problem: { id: 'kink' } }, [1.5, -0.4]);
    expect(beside).toMatchObject({ values: [0, 0], shape: 'level', condition: null });
    const upon = curvatureAt({ problem: { id: 'kink' } }, [1.5, 0]);
    expect(upon).toMatchObject({ values: [Number.NaN, Number.NaN], shape: 'kink', condition: null });
  });

  test('of the plateau is (1 − r²)e^{−r²/2} outward and e^{−r²/2} around: a bowl within r = 1, a saddle beyond', () => {
    for (const [point, shape] of [
      [[0.3, -0.4], 'bowl'],
      [[1.2, -0.9], 'saddle'],
    ] as const) {
      const [x, y] = point;
      const square = x * x + y * y;
      const fade = Math.exp(-square / 2);
      const curvature = curvatureAt({ problem: { id: 'plateau' } }, point);
      expect(curvature.values[0]).toBeCloseTo(fade, 14);
      expect(curvature.values[1]).toBeCloseTo((1 - square) * fade, 14);
      expect(degrees(curvature.axes[1])).toBeCloseTo(degrees(point), 10);
      expect(curvature.shape).toBe(shape);
    }
  });

  test('of a product of two numbers is flat along its valley, but for rounding', () => {
    const { values, shape } = curvatureAt({ problem: { id: 'scalar-factorization' } }, [3.7, 1 / 3.7]);
    expect(values[0]).toBeCloseTo(3.7 ** 2 + 1 / 3.7 ** 2, 12);
    expect(values[1]).toBe(0);
    expect(shape).toBe('flat');
  });

  test('of a matrix lists all four eigenvalues, the largest first', () => {
    const problem = { id: 'matrix-regression', params: { correlation: 0.6 } };
    const { values, axes, condition } = curvatureAt({ problem }, [1, 2, 3, 5]);
    [1.6, 1.6, 0.4, 0.4].forEach((value, k) => expect(values[k]).toBeCloseTo(value, 14));
    expect(axes.every((axis) => Math.abs(Math.hypot(...axis) - 1) < 1e-14)).toBe(true);
    expect(condition).toBeCloseTo(4, 13);
  });

  test('is of f alone: noise and penalties are not counted', () => {
    const scene = { problem: { id: 'bowl', params: { kappa: 20 } }, sampling: { noise: 0.7 } };
    const task = taskWith(
      scene,
      'sgd',
      {},
      { modifiers: [{ id: 'weight-decay', hyperparameters: { coefficient: 5 } }] },
    );
    expect(curvatureAtHead(task, { thetaAfter: Float64Array.of(3, -2) }).values).toEqual([20, 1]);
  });

  test('is not known where θ is infinite', () => {
    const task = taskWith({ problem: { id: 'rosenbrock' } }, 'sgd');
    const { values, shape } = curvatureAtHead(task, {
      thetaAfter: Float64Array.of(Number.POSITIVE_INFINITY, 1),
    });
    expect(values).toEqual([Number.NaN, Number.NaN]);
    expect(shape).toBe('unknown');
  });
});

test('the steep axis is the one of the largest curvature up or down, the flat one that of the least', () => {
  expect(axisRoles([20, 1])).toEqual(['steep', 'flat']);
  expect(axisRoles([1, -7])).toEqual(['flat', 'steep']);
  expect(axisRoles([2, -2])).toEqual([null, null]);
  expect(axisRoles([1.6, 1.6, 1, 0.4])).toEqual(['steep', 'steep', null, 'flat']);
  expect(axisRoles([0, 0])).toEqual([null, null]);
});

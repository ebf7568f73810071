import { describe, expect, test } from 'vitest';
import { createProblem } from '../../problems/createProblem.ts';
import { modelCurve } from './modelCurve.ts';
import { decay, expectClose, HIMMELBLAU, seen } from './pictureFixture.ts';
import type { PictureShape } from './stepPicture.ts';

const ROSENBROCK = { problem: { id: 'rosenbrock' }, start: [-1.5, 2], steps: 9 };

const shapeOf = <K extends PictureShape['kind']>(shapes: readonly PictureShape[], kind: K) =>
  shapes.find((shape): shape is Extract<PictureShape, { kind: K }> => shape.kind === kind) ??
  expect.fail(`there is no ${kind} among ${shapes.map((shape) => shape.kind).join()}`);

describe('where a step can lead', () => {
  test('is the box of half width η for Sophia, which moves with the decay', () => {
    const { step, picture } = seen('sophia', { learningRate: 0.2 }, 3);
    const box = shapeOf(picture.shapes, 'box');
    expect(box).toMatchObject({ half: 0.2, corners: false });
    expectClose(box.center, step.theta);
    const moved = seen('sophia', { learningRate: 0.2, weightDecay: 0.5 }, 3);
    expectClose(
      shapeOf(moved.picture.shapes, 'box').center,
      moved.step.theta.map((x) => 0.9 * x),
    );
  });

  test('is no box for Sophia as it is printed, which does not clip', () => {
    expect(seen('sophia', { curvature: 'gradient-squared-lecture' }).picture.shapes).toEqual([]);
  });

  test('is a corner for SignSGD and for a diagonal Muon, and on a circle for its column', () => {
    expect(shapeOf(seen('signsgd', { learningRate: 0.3 }).picture.shapes, 'box')).toMatchObject({
      half: 0.3,
      corners: true,
    });
    const diagonal = seen('muon', { learningRate: 0.3, shape: 'diagonal' });
    expect(shapeOf(diagonal.picture.shapes, 'box')).toMatchObject({ half: 0.3, corners: true });
    const column = seen('muon', { learningRate: 0.3, shape: [2, 1], scaleByShape: true });
    const { radius } = shapeOf(column.picture.shapes, 'circle');
    expect(radius).toBeCloseTo(0.3 * Math.SQRT2, 12);
    expect(Math.hypot(...column.step.update)).toBeCloseTo(radius, 12);
  });

  test('has the decay beside it', () => {
    const { step, picture } = seen('signsgd', { learningRate: 0.1 }, 3, [decay('decoupled')]);
    expectClose(
      shapeOf(picture.shapes, 'box').center,
      step.theta.map((x) => 0.93 * x),
    );
  });
});

describe('Newton’s quadratic model', () => {
  const plane = createProblem({ id: 'rosenbrock', params: {}, scale: 1, rotation: 0 }).plane;

  test('is an ellipse through θ around where the step leads', () => {
    const { step, picture } = seen('newton', {}, 2, [], ROSENBROCK);
    const curve = modelCurve(shapeOf(picture.shapes, 'model'), plane) ?? expect.fail('no curve');
    expectClose(curve.stationary, step.update, 9);
    const [a, b] = curve.axes.map((axis) => axis[0] * curve.stationary[0] + axis[1] * curve.stationary[1]);
    const [first, second] = curve.halves ?? expect.fail('no ellipse');
    expect((a / first) ** 2 + (b / second) ** 2).toBeCloseTo(1, 9);
    // Along both axes the model is as high as at θ: ½ λ h² is one number.
    const { hessian } = shapeOf(picture.shapes, 'model');
    const along = (axis: readonly [number, number], h: number) =>
      h *
      h *
      (axis[0] * (hessian[0] * axis[0] + hessian[1] * axis[1]) +
        axis[1] * (hessian[2] * axis[0] + hessian[3] * axis[1]));
    expect(along(curve.axes[0], first) / along(curve.axes[1], second)).toBeCloseTo(1, 6);
  });

  test('is none where it is indefinite, and none without curvature', () => {
    const model = {
      kind: 'model',
      term: 'H',
      center: Float64Array.of(0, 0),
      gradient: Float64Array.of(3, -2),
    } as const;
    const saddle = modelCurve({ ...model, hessian: Float64Array.of(2, 0, 0, -4) }, plane);
    expect(saddle?.halves).toBeNull();
    expect(saddle?.stationary).toEqual([-1.5, -0.5]);
    expect(modelCurve({ ...model, hessian: Float64Array.of(2, 0, 0, 0) }, plane)).toBeNull();
    expect(modelCurve({ ...model, hessian: Float64Array.of(2, 0, 0, Number.NaN) }, plane)).toBeNull();
  });
});

describe('a line search', () => {
  test('has its trials, each shorter by c, down to the one that was taken', () => {
    const { step, picture } = seen('line-search', { initialStep: 1, shrink: 0.5 }, 1, [], HIMMELBLAU);
    const { points, isTaken } = shapeOf(picture.shapes, 'trials');
    expect(isTaken).toBe(true);
    expectClose(
      points[0],
      step.theta.map((x, i) => x - step.g[i]),
    );
    expectClose(
      points[1],
      step.theta.map((x, i) => x - 0.5 * step.g[i]),
    );
    expectClose(points.at(-1) ?? [], step.thetaAfter);
    expect(2 ** (1 - points.length)).toBe(step.after.alpha[0]);
  });

  test('has its whole direction where it may also go on', () => {
    const { step, picture } = seen('lbfgs', {}, 3);
    const { points } = shapeOf(picture.shapes, 'trials');
    expectClose(
      points[0],
      step.theta.map((x, i) => x + step.after.direction[i]),
    );
  });
});

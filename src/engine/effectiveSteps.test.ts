import { describe, expect, test } from 'vitest';
import { gradientsWorth } from './trajectory.ts';
import { recorded, taskWith, type Row } from './recordedRun.ts';

const BOWL = { problem: { id: 'bowl' }, start: [3, -2], steps: 200 };

/** ∇f of the bowl ½(x² + 20y²). */
const gradientOf = ([x, y]: readonly number[]) => [x, 20 * y];

/** All numbers are this one, but for the last bits. */
function expectAll(numbers: readonly number[], expected: number) {
  for (const number of numbers) expect(Math.abs(number / expected - 1)).toBeLessThan(1e-14);
}

describe('the effective step', () => {
  test('of gradient descent is η, as a whole and in each coordinate', () => {
    const { rows } = recorded(taskWith(BOWL, 'sgd', { learningRate: 0.03 }));
    expect(rows).toHaveLength(201);
    for (const { effectiveSteps } of rows.slice(1)) {
      expect(effectiveSteps).toHaveLength(3);
      expectAll(effectiveSteps, 0.03);
    }
  });

  test('is η down to gradients whose squares are no float64 any more', () => {
    const task = taskWith({ ...BOWL, steps: 12_000 }, 'sgd', { learningRate: 0.04 });
    const { rows } = recorded(task);
    const last = rows.at(-1) as Row;
    expect(last.gradientNorm).toBe(0);
    expect(last.point[0]).toBeGreaterThan(0);
    expectAll([last.effectiveSteps[0], last.effectiveSteps[1]], 0.04);
  });

  test('is η to the last bits, too, where steps are small beside the point they are made from', () => {
    // Booth’s minimizer (1, 3) lies away from 0: θ − θ before would have lost most digits of the step.
    const task = taskWith({ problem: { id: 'booth' }, start: [2, -1], steps: 150 }, 'sgd', {
      learningRate: 0.07,
    });
    const { rows } = recorded(task);
    const last = rows.at(-1) as Row;
    expect(last.gradientNorm).toBeLessThan(1e-8);
    expect(last.gradientNorm).toBeGreaterThan(0);
    expectAll(last.effectiveSteps, 0.07);
  });

  test('follows a schedule: η e^−0.02(t − 1)', () => {
    const schedule = [{ id: 'exponential', hyperparameters: { rate: 0.02 } }];
    const { rows } = recorded(taskWith(BOWL, 'sgd', { learningRate: 0.03 }, { schedule }));
    for (const { step, effectiveSteps } of rows.slice(1))
      for (const effective of effectiveSteps)
        expect(Math.abs(effective / (0.03 * Math.exp(-0.02 * (step - 1))) - 1)).toBeLessThan(1e-12);
  });

  test('of Adam is η |m̂/g| / (√v̂ + ε) in each coordinate', () => {
    const [lr, beta1, beta2, epsilon] = [0.05, 0.8, 0.97, 1e-6];
    const { rows } = recorded(taskWith(BOWL, 'adam', { learningRate: lr, beta1, beta2, epsilon }));
    const m = [0, 0];
    const v = [0, 0];
    for (const { step: t, effectiveSteps } of rows.slice(1)) {
      const g = gradientOf(rows[t - 1].point);
      const moved = g.map((_, i) => {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        v[i] = beta2 * v[i] + (1 - beta2) * g[i] ** 2;
        const mHat = m[i] / (1 - beta1 ** t);
        const vHat = v[i] / (1 - beta2 ** t);
        expect(effectiveSteps[1 + i]).toBeCloseTo(
          (lr * Math.abs(mHat / g[i])) / (Math.sqrt(vHat) + epsilon),
          9,
        );
        return (lr * mHat) / (Math.sqrt(vHat) + epsilon);
      });
      expect(effectiveSteps[0]).toBeCloseTo(Math.hypot(...moved) / Math.hypot(...g), 9);
    }
  });

  test('compares with the gradient without noise, at the point that the step left', () => {
    const noisy = { ...BOWL, sampling: { seed: 11, noise: 0.7 } };
    const { rows } = recorded(taskWith(noisy, 'sgd', { learningRate: 0.01 }));
    const ratios = rows.slice(1).map(({ step, point, effectiveSteps }) => {
      const from = rows[step - 1].point;
      const g = gradientOf(from);
      const moved = point.map((x, i) => x - from[i]);
      expect(effectiveSteps[0]).toBeCloseTo(Math.hypot(...moved) / Math.hypot(...g), 9);
      moved.forEach((d, i) => expect(effectiveSteps[1 + i] * Math.abs(g[i])).toBeCloseTo(Math.abs(d), 9));
      return effectiveSteps[0] / 0.01;
    });
    expect(Math.max(...ratios)).toBeGreaterThan(1.2);
  });

  test('is no number at the start, and where a coordinate has no gradient and does not move', () => {
    const { rows } = recorded(taskWith({ ...BOWL, start: [0, -2] }, 'sgd', { learningRate: 0.01 }));
    expect(rows[0].effectiveSteps).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(rows[7].effectiveSteps[1]).toBeNaN();
    expectAll([rows[7].effectiveSteps[0], rows[7].effectiveSteps[2]], 0.01);
  });

  test('is infinite where a coordinate moves without a gradient', () => {
    const pushed = { ...BOWL, start: [0, -2], sampling: { seed: 3, noise: 0.5 } };
    const [, first] = recorded(taskWith(pushed, 'sgd', { learningRate: 0.01 })).rows;
    expect(first.point[0]).not.toBe(0);
    expect(first.effectiveSteps[1]).toBe(Number.POSITIVE_INFINITY);
    expect(first.effectiveSteps[0]).toBeLessThan(1);
  });
});

test('evaluations as gradients: a value is one, and a Hessian as many as there are parameters', () => {
  expect(gradientsWorth({ value: 7, gradient: 50, hessian: 0 }, 2)).toBe(57);
  expect(gradientsWorth({ value: 0, gradient: 12, hessian: 12 }, 4)).toBe(60);
});

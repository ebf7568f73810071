import { describe, expect, test } from 'vitest';
import { recorded, taskWith } from '../engine/recordedRun.ts';
import { deviation, pathOf, updatesOf, walk } from './walk.ts';

const VALLEY = { problem: 'rosenbrock', start: [-1.5, 2], steps: 60 } as const;
const PRINTED = 'gradient-squared-lecture';
const ESTIMATES = ['exact-diagonal', 'hutchinson'] as const;

/** ∇²f of 100(y − x²)² + (1 − x)², from its formula. */
const valleyHessian = ([x, y]: readonly number[]) => [
  [1200 * x * x - 400 * y + 2, -400 * x],
  [-400 * x, 200],
];

describe('the scale of the loss', () => {
  const scaled = (curvature: string, scale: number) =>
    updatesOf({
      ...VALLEY,
      problem: { id: 'rosenbrock', scale },
      id: 'sophia',
      learningRate: 0.02,
      epsilon: 1e-300,
      curvature,
    });

  test.each(ESTIMATES)('is not felt by the paper’s rule: %s', (curvature) => {
    expect(deviation(scaled(curvature, 1024), scaled(curvature, 1))).toBe(0);
    expect(deviation(scaled(curvature, 1000), scaled(curvature, 1))).toBeLessThan(1e-10);
  });

  test('divides the first step of the printed rule (erratum 4), which is as long as 1/g', () => {
    const [[plain], [thousand]] = [scaled(PRINTED, 1), scaled(PRINTED, 1000)];
    plain.forEach((delta, i) => expect(delta / thousand[i] / 1000).toBeCloseTo(1, 12));
    // ∇f(−1.5, 2) = (−155, −50); (1 − β₁)g/((1 − β₂)g²) = 3.5/g.
    [-155, -50].forEach((g, i) => expect(plain[i]).toBeCloseTo((-0.02 * 3.5) / g, 14));
  });
});

describe('Hutchinson’s estimate', () => {
  const first = (seed: number) =>
    walk({ ...VALLEY, steps: 1, sampling: { seed }, id: 'sophia', curvature: 'hutchinson' })[1].quantities;

  test('is u ⊙ Hu with signs u, and its mean over all signs is the diagonal', () => {
    const [[a, b], [, d]] = valleyHessian(VALLEY.start);
    const byPattern = new Map<string, readonly number[]>();
    for (let seed = 0; byPattern.size < 4 && seed < 100; seed++) {
      const { u, hHat } = first(seed);
      expect([...u].map(Math.abs)).toEqual([1, 1]);
      [a, d].forEach((entry, i) => expect(hHat[i]).toBeCloseTo(entry + u[0] * u[1] * b, 10));
      byPattern.set(u.join(), [...hHat]);
    }
    expect(byPattern.size).toBe(4);
    [a, d].forEach((entry, i) => {
      const mean = [...byPattern.values()].reduce((sum, hHat) => sum + hHat[i] / 4, 0);
      expect(mean).toBeCloseTo(entry, 10);
    });
  });

  test('draws other signs with another seed, and in each step that estimates', () => {
    const signs = (seed: number) =>
      walk({
        ...VALLEY,
        sampling: { seed },
        id: 'sophia',
        curvature: 'hutchinson',
        interval: 1,
      })
        .slice(1)
        .map(({ quantities: { u } }) => u.join());
    expect(new Set(signs(3)).size).toBe(4);
    expect(signs(3)).toEqual(signs(3));
    expect(signs(3)).not.toEqual(signs(4));
  });

  test.each(['bowl', 'saddle', 'styblinski-tang'])(
    'is exact where the Hessian is diagonal: %s',
    (problem) => {
      const [exact, estimated] = ESTIMATES.map((curvature) =>
        pathOf({ ...VALLEY, problem, id: 'sophia', learningRate: 0.05, curvature }),
      );
      expect(estimated).toEqual(exact);
      const [turned, other] = ESTIMATES.map((curvature) =>
        walk({ ...VALLEY, problem: { id: problem, rotation: 30 }, steps: 1, id: 'sophia', curvature }).map(
          ({ quantities: { h } }) => [...h],
        ),
      );
      expect(deviation(turned, other)).toBeGreaterThan(1e-3);
    },
  );
});

describe('curvature', () => {
  test.each(ESTIMATES)('is asked for in steps 1, 1 + k, 1 + 2k, … and kept between them: %s', (curvature) => {
    const scene = { problem: { id: 'rosenbrock' }, start: [-1.5, 2], steps: 23 };
    const { rows } = recorded(taskWith(scene, 'sophia', { curvature, interval: 7 }));
    for (const { step, evaluations } of rows)
      expect(evaluations).toEqual([0, step, step === 0 ? 0 : Math.floor((step - 1) / 7) + 1]);
    const stops = walk({ ...VALLEY, id: 'sophia', curvature, interval: 7 }).map(({ quantities }) => [
      ...quantities.h,
    ]);
    for (let t = 1; t < stops.length; t++)
      if ((t - 1) % 7 === 0) expect(stops[t]).not.toEqual(stops[t - 1]);
      else expect(stops[t]).toEqual(stops[t - 1]);
  });

  test('is never asked for by the printed rule', () => {
    const { rows } = recorded(
      taskWith({ problem: { id: 'rosenbrock' }, start: [-1.5, 2], steps: 23 }, 'sophia', {
        curvature: PRINTED,
      }),
    );
    expect(rows.at(-1)?.evaluations).toEqual([0, 23, 0]);
  });
});

describe('the paper’s step', () => {
  test('is (1 − β₁)θ/((1 − β₂)γ) at first in a bowl, and no longer than η', () => {
    for (const y of [-2, 2]) {
      const [update] = updatesOf({
        problem: 'bowl',
        start: [0.125, y],
        steps: 1,
        id: 'sophia',
        learningRate: 0.5,
        beta1: 0.75,
        beta2: 0.875,
        gamma: 0.5,
      });
      expect(update).toEqual([-0.5 * 0.125 * 4, -0.5 * Math.sign(y)]);
    }
  });

  test('has length η in each coordinate that is curved downwards', () => {
    const stops = walk({
      problem: 'saddle',
      start: [-1.5, 0.01],
      steps: 40,
      id: 'sophia',
      learningRate: 0.05,
    });
    for (const { update } of stops.slice(1)) {
      expect(update[1]).toBe(0.05);
      expect(Math.abs(update[0])).toBeLessThanOrEqual(0.05);
    }
  });

  test.each([...ESTIMATES, PRINTED])('shrinks θ by 1 − ηλ where the gradient is 0: %s', (curvature) => {
    const path = pathOf({
      problem: 'plateau',
      start: [50, -60],
      steps: 12,
      id: 'sophia',
      learningRate: 0.1,
      weightDecay: 0.5,
      curvature,
    });
    const expected = path.map((_, t) => [50 * 0.95 ** t, -60 * 0.95 ** t]);
    expect(deviation(path, expected)).toBeLessThan(1e-14);
  });

  test('decays as decoupled weight decay does', () => {
    const modifiers = [{ id: 'weight-decay', hyperparameters: { coefficient: 0.3, mode: 'decoupled' } }];
    const given = { ...VALLEY, id: 'sophia', learningRate: 0.02 } as const;
    expect(deviation(pathOf({ ...given, weightDecay: 0.3 }), pathOf({ ...given, modifiers }))).toBeLessThan(
      1e-10,
    );
  });
});

import { describe, expect, test } from 'vitest';
import './data/atOnce.ts';
import { symmetricEigen } from '../linalg/eigen.ts';
import { defaultsOf } from '../specs/defaults.ts';
import type { AnyValues } from '../specs/spec.ts';
import { createProblem } from './createProblem.ts';
import type { Problem } from './problem.ts';
import { PROBLEMS, type ProblemId } from './registry.ts';

const IDS = Object.keys(PROBLEMS) as ProblemId[];

function make(id: ProblemId, params: AnyValues = {}): Problem {
  return createProblem({
    id,
    params: { ...defaultsOf(PROBLEMS[id].parameters), ...params },
    scale: 1,
    rotation: 0,
  });
}

const value = (problem: Problem, ...theta: number[]) => problem.value(Float64Array.from(theta));

function gradient(problem: Problem, ...theta: number[]): number[] {
  const out = new Float64Array(theta.length);
  problem.gradient(Float64Array.from(theta), out);
  return [...out];
}

function curvatures(problem: Problem, theta: readonly number[]): number[] {
  const out = new Float64Array(theta.length ** 2);
  problem.hessian(Float64Array.from(theta), out);
  return [...symmetricEigen(theta.length, out).values];
}

const count = (id: ProblemId) => {
  const { minimizers, saddles } = make(id);
  const global = minimizers.filter(({ kind }) => kind === 'global').length;
  return { global, local: minimizers.length - global, saddles: saddles.length };
};

// Worked by hand, or zero by the definition; Styblinski–Tang's least value is −39.16616570377142 for each dimension.
test.each<[ProblemId, number[], number]>([
  ['bowl', [-4, 1], 18],
  ['saddle', [-1.5, 2], -1.75],
  ['double-well', [1.5, 2], 3.125],
  ['double-well', [0, -1], -0.25],
  ['rosenbrock', [-1.5, 2], 12.5],
  ['himmelblau', [3, 2], 0],
  ['himmelblau', [0, 0], 170],
  ['himmelblau', [1, 3], 58],
  ['beale', [3, 0.5], 0],
  ['beale', [1, 1.5], 4 + 12.25 + 25],
  ['rastrigin', [0.5, -1], 21.25],
  ['booth', [1, 3], 0],
  ['booth', [-6, 8], 90],
  ['three-hump-camel', [-2, 1], 8 - 16.8 + 64 / 6 - 2 + 1],
  ['styblinski-tang', [1, -2], 0.5 * (1 - 16 + 5 + 16 - 64 - 10)],
  ['styblinski-tang', [-2.903534027771177, -2.903534027771177], -2 * 39.16616570377142],
  ['matyas', [-7, 3], 0.26 * 58 + 0.48 * 21],
  ['scalar-factorization', [3, 1], 2],
  ['plateau', [3.5, 2.5], 1 - Math.exp(-9.25)],
  ['kink', [-2, 1.3], 5.9],
  ['matrix-regression', [0, 0, 0, 0], 15 + 0.9 * (-6 + 4)],
])('%s at (%s) is %d', (id, theta, expected) => {
  expect(value(make(id), ...theta)).toBeCloseTo(expected, 12);
});

test.each<[ProblemId, ReturnType<typeof count>]>([
  ['saddle', { global: 0, local: 0, saddles: 1 }],
  ['double-well', { global: 2, local: 0, saddles: 1 }],
  ['himmelblau', { global: 4, local: 0, saddles: 4 }],
  ['beale', { global: 1, local: 0, saddles: 2 }],
  ['three-hump-camel', { global: 1, local: 2, saddles: 2 }],
  ['styblinski-tang', { global: 1, local: 3, saddles: 4 }],
  ['two-minima', { global: 1, local: 1, saddles: 1 }],
  ['scalar-factorization', { global: 2, local: 0, saddles: 1 }],
])('%s has %o', (id, expected) => {
  expect(count(id)).toEqual(expected);
});

test('every smooth minimizer is isolated but those of scalar factorization', () => {
  const valleys = IDS.filter((id) => {
    const problem = make(id);
    return problem.minimizers.some(({ point }) => {
      // Nor where only the end of a feasible set makes a minimizer.
      if (problem.project) return false;
      if (problem.kink(Float64Array.from(point))) return false;
      return curvatures(problem, point)[0] <= 1e-9;
    });
  });
  expect(valleys).toEqual(['scalar-factorization']);
});

test('the opening scene starts at (−1.5, 2) with the gradient (−155, −50)', () => {
  // −2(1 + 1.5) − 400·(−1.5)·(2 − 2.25) and 200·(2 − 2.25)
  expect(gradient(make('rosenbrock'), -1.5, 2)).toEqual([-155, -50]);
});

test('Rosenbrock’s minimizer moves to (a, a²)', () => {
  expect(make('rosenbrock', { a: -1.2 }).minimizers[0].point).toEqual([-1.2, 1.44]);
});

test('the quadratics have their condition numbers', () => {
  const ratio = (problem: Problem) => {
    const [low, high] = curvatures(problem, [0.3, -0.7]);
    return high / low;
  };
  expect(ratio(make('bowl'))).toBeCloseTo(20, 12);
  expect(ratio(make('rotated-bowl'))).toBeCloseTo(20, 12);
  expect(ratio(make('booth'))).toBeCloseTo(9, 12);
  expect(ratio(make('matyas'))).toBeCloseTo(25, 12);
});

test('Ackley’s function is as printed away from its centre, and exactly 0 with gradient 0 there', () => {
  const [x, y] = [1.6, -2.1];
  const wave = Math.exp(0.5 * (Math.cos(2 * Math.PI * x) + Math.cos(2 * Math.PI * y)));
  const printed = -20 * Math.exp(-0.2 * Math.sqrt(0.5 * (x * x + y * y))) - wave + Math.E + 20;
  expect(value(make('ackley'), x, y)).toBeCloseTo(printed, 13);
  expect(value(make('ackley'), 0, 0)).toBe(0);
  expect(gradient(make('ackley'), 0, 0)).toEqual([0, 0]);
  expect(curvatures(make('ackley'), [0, 0])).toEqual([0, 0]);
});

test('close to Ackley’s centre the gradient has length 2√2 in every direction: it has no limit', () => {
  for (const [x, y] of [
    [1e-9, 0],
    [-3e-10, 4e-10],
    [0, -2e-9],
  ])
    expect(Math.hypot(...gradient(make('ackley'), x, y))).toBeCloseTo(2 * Math.SQRT2, 6);
});

test('the kink’s subgradient is 0 across an axis that it stands on, and the slope along the other', () => {
  const kink = make('kink', { slope: 5 });
  expect(gradient(kink, 0, -1.3)).toEqual([0, -5]);
  expect(gradient(kink, 2, 0)).toEqual([1, 0]);
  expect(curvatures(kink, [2, 0.4])).toEqual([0, 0]);
  expect([kink.kink(Float64Array.of(0, 2)), kink.kink(Float64Array.of(1e-300, 2))]).toEqual([true, false]);
});

test('across the valley of scalar factorization the curvature is x² + y²', () => {
  const [along, across] = curvatures(make('scalar-factorization'), [4, 0.25]);
  expect(along).toBeCloseTo(0, 14);
  expect(across).toBeCloseTo(16.0625, 13);
});

test('the deep corner of the plateau is flat: at its start the gradient is below 5e-4', () => {
  expect(Math.hypot(...gradient(make('plateau'), 3.5, 2.5))).toBeCloseTo(
    Math.sqrt(18.5) * Math.exp(-9.25),
    15,
  );
});

describe('matrix regression', () => {
  const problem = make('matrix-regression', { correlation: 0.5 });

  test('has the gradient (W − W*)S', () => {
    // W − W* = [[1, 4], [−2, −5]] at [[4, 2], [−1, −1]]; times [[1, ½], [½, 1]]
    expect(gradient(problem, 4, 2, -1, -1)).toEqual([3, 4.5, -4.5, -6]);
  });

  test('has curvatures 1 ± correlation, each once a row', () => {
    [0.5, 0.5, 1.5, 1.5].forEach((expected, k) =>
      expect(curvatures(problem, [1, 2, 3, 4])[k]).toBeCloseTo(expected, 14),
    );
  });

  test('shows W* at (3, 4) of the plane W₁₁, W₂₂', () => {
    const { origin, u, v } = problem.plane;
    expect(origin.map((entry, i) => entry + 3 * u[i] + 4 * v[i])).toEqual(problem.minimizers[0].point);
  });
});

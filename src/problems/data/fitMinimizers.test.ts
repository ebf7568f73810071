import { describe, expect, test } from 'vitest';
import './atOnce.ts';
import type { LossId } from '../../losses/registry.ts';
import { defaultsOf } from '../../specs/defaults.ts';
import type { AnyValues } from '../../specs/spec.ts';
import { createProblem } from '../createProblem.ts';
import { unlistedOf, type Problem, type ProblemDefinition } from '../problem.ts';
import { dataMessages as say } from '../../messages/dataProblems.ts';
import { PROBLEMS, type ProblemId } from '../registry.ts';

function make(id: ProblemId, params: AnyValues): Problem {
  const definition: ProblemDefinition = PROBLEMS[id];
  return createProblem({
    id,
    params: { ...defaultsOf(definition.parameters), ...params },
    scale: 1,
    rotation: 0,
  });
}

/** The least value at the points where the corners of two samples cross. */
function leastVertex(
  problem: Problem,
  cornersOf: (target: number) => number,
): { point: number[]; value: number } {
  const { inputs, targets, count } = problem.data!;
  let best = { point: [0, 0], value: Number.POSITIVE_INFINITY };
  for (let i = 0; i < count; i++)
    for (let j = 0; j < i; j++) {
      const [a, b, c, d] = [inputs[2 * i], inputs[2 * i + 1], inputs[2 * j], inputs[2 * j + 1]];
      const det = a * d - b * c;
      if (det === 0) continue;
      const [u, v] = [cornersOf(targets[i]), cornersOf(targets[j])];
      const point = [(u * d - b * v) / det, (a * v - u * c) / det];
      const value = problem.value(Float64Array.from(point));
      if (value < best.value) best = { point, value };
    }
  return best;
}

const SEEDS = [1, 2, 3, 4, 5, 6];

describe.each(SEEDS)('with seed %d', (seed) => {
  test('absolute error is least where the lines of two samples cross, as a search through all pairs finds', () => {
    const problem = make('outlier-line', { loss: 'absolute-error', count: 41, seed });
    const best = leastVertex(problem, (target) => target);
    expect(problem.minimizers).toHaveLength(1);
    problem.minimizers[0].point.forEach((x, k) => expect(x).toBeCloseTo(best.point[k], 12));
    expect(problem.minimum).toBeCloseTo(best.value, 13);
    expect(problem.kink(Float64Array.from(problem.minimizers[0].point))).toBe(true);
  });

  test('hinge without a penalty is least where two margins are 1', () => {
    const problem = make('flipped-blobs', { loss: 'hinge', count: 40, seed });
    const best = leastVertex(problem, (target) => target);
    expect(problem.minimum ?? best.value).toBeCloseTo(best.value, 13);
  });

  test.each(['weights', 'weight-and-bias'])(
    'hinge with a penalty has no lower point around it, %s',
    (model) => {
      for (const penalty of [0.003, 0.1, 2]) {
        const problem = make('flipped-blobs', { loss: 'hinge', count: 61, penalty, seed, model });
        for (const { point } of problem.minimizers) {
          const at = problem.value(Float64Array.from(point));
          for (let turn = 0; turn < 200; turn++)
            for (const step of [1, 1e-2, 1e-5]) {
              const angle = (turn * Math.PI) / 100;
              const aside = Float64Array.of(
                point[0] + step * Math.cos(angle),
                point[1] + step * Math.sin(angle),
              );
              expect(problem.value(aside)).toBeGreaterThanOrEqual(at - 4 * Number.EPSILON);
            }
        }
        // Strictly convex in all directions, so that there is one.
        if (model === 'weights') expect(problem.minimizers).toHaveLength(1);
      }
    },
  );
});

test.each<LossId>(['sigmoid-cross-entropy', 'squared-hinge', 'squared-error', 'focal'])(
  '%s of a hundred thousand samples has its gradient at 0 at its minimizer',
  (loss) => {
    const problem = make('flipped-blobs', { loss, count: 100_000 });
    const gradient = new Float64Array(2).fill(1);
    problem.gradient(Float64Array.from(problem.minimizers[0].point), gradient);
    expect(Math.hypot(...gradient)).toBeLessThan(1e-12);
  },
);

test('squared error is least at the line of the normal equations', () => {
  const problem = make('outlier-line', { count: 30 });
  const { inputs, targets, count } = problem.data!;
  const xs = Array.from({ length: count }, (_, i) => inputs[2 * i]);
  const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
  const [mx, my] = [mean(xs), mean([...targets])];
  const slope = mean(xs.map((x, i) => (x - mx) * (targets[i] - my))) / mean(xs.map((x) => (x - mx) ** 2));
  const [{ point }] = problem.minimizers;
  expect(point[0]).toBeCloseTo(slope, 12);
  expect(point[1]).toBeCloseTo(my - slope * mx, 12);
});

test('outliers pull squared error away from the line, and absolute error hardly', () => {
  const away = (loss: string) => {
    const [{ point }] = make('outlier-line', { loss, count: 400 }).minimizers;
    return Math.hypot(point[0] - 1.5, point[1] - 0.5);
  };
  expect(away('squared-error')).toBeGreaterThan(5 * away('absolute-error'));
});

test('a precision moves no minimizer: Gaussian likelihood is squared error', () => {
  const [squares] = make('outlier-line', {}).minimizers;
  for (const precision of [0.1, 4]) {
    const [{ point }] = make('outlier-line', { loss: 'gaussian-nll', precision }).minimizers;
    point.forEach((x, k) => expect(x).toBeCloseTo(squares.point[k], 13));
  }
});

test('absolute error of samples on a line is least at that line', () => {
  const [{ point }] = make('outlier-line', { loss: 'absolute-error', noise: 0, outliers: 0 }).minimizers;
  expect(point[0]).toBeCloseTo(1.5, 13);
  expect(point[1]).toBeCloseTo(0.5, 13);
});

describe('hinge with a penalty that leaves the bias alone', () => {
  const params = { loss: 'hinge', model: 'weight-and-bias' };
  const valueAt = (problem: Problem, point: readonly number[]) => problem.value(Float64Array.from(point));

  // The weight and the value were found by thirds of an interval, the best bias among all corners for each weight.
  test('is least at one point of Iris where the penalty is small', () => {
    const { minimizers, minimum } = make('iris', { ...params, penalty: 0.01 });
    expect(minimizers).toHaveLength(1);
    expect(minimizers[0].point[0]).toBeCloseTo(3.04343527, 6);
    expect(minimum).toBeCloseTo(0.23368751148549724, 13);
  });

  test('is as small along a segment of biases where it is large, and larger beyond', () => {
    const problem = make('iris', { ...params, penalty: 10 });
    const [from, to] = problem.minimizers.map(({ point }) => point);
    expect(problem.minimizers).toHaveLength(2);
    expect(from[0]).toBe(to[0]);
    const width = to[1] - from[1];
    expect(width).toBeGreaterThan(0.1);
    for (const part of [0.25, 0.5, 1])
      expect(valueAt(problem, [from[0], from[1] + part * width])).toBeCloseTo(problem.minimum ?? 0, 14);
    for (const part of [-0.05, 1.05])
      expect(valueAt(problem, [from[0], from[1] + part * width])).toBeGreaterThan(problem.minimum ?? 0);
    for (const aside of [-1e-3, 1e-3])
      expect(valueAt(problem, [from[0] + aside, from[1] + width / 2])).toBeGreaterThan(problem.minimum ?? 0);
    expect(
      unlistedOf(PROBLEMS.iris, { ...defaultsOf(PROBLEMS.iris.parameters), ...params, penalty: 10 }),
    ).toBe(say.segment);
  });
});

import { describe, expect, test } from 'vitest';
import './atOnce.ts';
import type { LossId } from '../../losses/registry.ts';
import { defaultsOf } from '../../specs/defaults.ts';
import type { AnyValues } from '../../specs/spec.ts';
import { createProblem } from '../createProblem.ts';
import type { Problem, ProblemDefinition } from '../problem.ts';
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

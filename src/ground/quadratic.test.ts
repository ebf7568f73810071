import { describe, expect, test } from 'vitest';
import '../problems/data/atOnce.ts';
import { createProblem } from '../problems/createProblem.ts';
import { PROBLEMS } from '../problems/registry.ts';
import type { AnyValues } from '../specs/spec.ts';
import { defaultsOf } from '../specs/defaults.ts';
import { sampleGrid } from './grid.ts';
import { quadraticOf } from './quadratic.ts';
import { view } from './testSurface.ts';

const problemOf = (id: 'outlier-line' | 'blobs' | 'rosenbrock', params: AnyValues, scale = 1) =>
  createProblem({
    id,
    params: { ...defaultsOf(PROBLEMS[id].parameters), ...params },
    scale,
    rotation: 0,
  });

describe.each([
  ['outlier-line', { loss: 'squared-error', penalty: 0.3 }, 1],
  ['outlier-line', { loss: 'gaussian-nll', precision: 4 }, 2.5],
  ['blobs', { loss: 'squared-error' }, 1],
] as const)('the surface of %s with %o, multiplied by %d', (id, params, scale) => {
  const window = view([-7, 3], [1, 6], 20);
  const problem = problemOf(id, params, scale);
  const quadratic = quadraticOf(problem, window);
  if (!quadratic) throw new Error('It is a quadratic.');

  test('is that of all its samples', () => {
    const [exact, cheap] = [problem, quadratic].map((f) => sampleGrid(f, window, 5).values);
    for (let at = 0; at < exact.length; at++)
      expect(Math.abs(cheap[at] - exact[at])).toBeLessThan(1e-12 * Math.abs(exact[at]));
  });

  test('asks for no sample any more, and keeps the least value', () => {
    expect(quadratic.samples).toBe(0);
    expect(quadratic.minimum).toBe(problem.minimum);
  });
});

test.each([
  ['outlier-line', { loss: 'absolute-error' }],
  ['blobs', {}],
  ['rosenbrock', {}],
] as const)('that of %s with %o is none', (id, params) => {
  expect(quadraticOf(problemOf(id, params), view([-1, 1], [-1, 1], 20))).toBeNull();
});

import { expect, test } from 'vitest';
import { createProblem } from './createProblem.ts';
import { feasibleRange } from './feasible.ts';

test('the feasible numbers of a problem of one parameter are those that its projection leaves', () => {
  const online = createProblem({ id: 'reddi', params: { variant: 'online' }, scale: 3, rotation: 0 });
  expect(feasibleRange(online)).toEqual([-1, 1]);
  expect(feasibleRange({ dimension: 1, project: (theta) => theta.fill(Math.max(0, theta[0])) })).toEqual([
    0, 1e8,
  ]);
});

test('a problem without a projection, or of more parameters, has none', () => {
  expect(feasibleRange({ dimension: 1 })).toBeNull();
  expect(feasibleRange({ dimension: 2, project: () => {} })).toBeNull();
});

import { expect, test } from 'vitest';
import reference from '../fixtures/reference/trajectories.json';
import { defaultsOf } from '../specs/defaults.ts';
import type { AnyValues } from '../specs/spec.ts';
import { createProblem } from './createProblem.ts';
import { PROBLEMS, type ProblemId } from './registry.ts';

/** What each case says of its problem, and what an outside program computed. */
interface Case {
  readonly id: string;
  readonly problem: { readonly id: ProblemId; readonly params?: AnyValues };
  readonly points: readonly (readonly number[])[];
  readonly losses: readonly number[];
}

const CASES: readonly Case[] = reference.cases as Case[];

// Both sides round once or twice an operation; 1e-12 of the terms is some thousand roundings, 1e-9 absolute is the fixtures' own.
test.each(CASES)(
  '$id: the losses are the values at the points',
  ({ problem: { id, params }, points, losses }) => {
    const complete = { ...defaultsOf(PROBLEMS[id].parameters), ...params };
    const problem = createProblem({ id, params: complete, scale: 1, rotation: 0 });
    expect(points.length).toBe(losses.length);
    points.forEach((point, i) => {
      const difference = Math.abs(problem.value(Float64Array.from(point)) - losses[i]);
      expect(difference).toBeLessThanOrEqual(1e-9 + 1e-12 * Math.abs(losses[i]));
    });
  },
);

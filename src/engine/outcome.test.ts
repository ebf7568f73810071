import { describe, expect, test } from 'vitest';
import { createProblem } from '../problems/createProblem.ts';
import { hasDiverged, outcomeAt } from './outcome.ts';
import { recorded, taskWith } from './recordedRun.ts';

const outcomeOf = (
  problem: string | Readonly<Record<string, unknown>>,
  start: readonly number[],
  steps: number,
  id: string,
  hyperparameters: Readonly<Record<string, unknown>> = {},
) => {
  const scene = { problem: typeof problem === 'string' ? { id: problem } : problem, start, steps };
  return recorded(taskWith(scene, id, hyperparameters)).outcome;
};

describe('a run that took all its steps', () => {
  test.each([
    ['Newton on a saddle', 'saddle', [-1.5, 0.5], 5, 'newton', {}],
    [
      'gradient descent on the axis of the double well',
      'double-well',
      [1.5, 0],
      300,
      'sgd',
      { learningRate: 0.1 },
    ],
    ['whoever starts there and has no step to make', 'saddle', [0, 0], 0, 'adam', {}],
  ])('ends at a saddle: %s', (_, problem, start, steps, id, hyperparameters) => {
    expect(outcomeOf(problem, start, steps, id, hyperparameters)).toMatchObject({
      kind: 'saddle',
      step: steps,
    });
  });

  test.each([
    ['near no listed minimizer, on the curve xy = 1', 'scalar-factorization', [4, 0.25], 3, 'sgd', {}],
    ['in a bowl', 'bowl', [3, -2], 2000, 'sgd', { learningRate: 0.09 }],
    ['at a local minimizer', 'three-hump-camel', [-1.7, 0.9], 3000, 'sgd', { learningRate: 0.05 }],
    ['that was its start', 'booth', [1, 3], 20, 'momentum', {}],
    ['that was its start, without a step', 'booth', [1, 3], 0, 'momentum', {}],
    ['at a kink, where no Hessian shows it', 'kink', [0, 0], 20, 'sgd', {}],
    [
      'far down by the gradient, though not stationary',
      { id: 'bowl', scale: 1e6 },
      [5e-7, -6e-7],
      4,
      'sgd',
      { learningRate: 0 },
    ],
  ])('has converged: %s', (_, problem, start, steps, id, hyperparameters) => {
    expect(outcomeOf(problem, start, steps, id, hyperparameters)).toMatchObject({
      kind: 'converged',
      step: steps,
    });
  });

  test.each([
    ['on a flat plain, whatever its steps', 'plateau', [5, 5], 4, 'adam', { learningRate: 0.01 }],
    ['by a learning rate of 0', 'booth', [3, -2], 10, 'adam', { learningRate: 0 }],
    ['by steps that are nothing beside θ', 'booth', [3e6, -2e6], 12, 'muon', { learningRate: 1e-7 }],
    [
      'beside a minimizer, but not near enough',
      { id: 'bowl', scale: 1e6 },
      [2e-6, -1e-6],
      10,
      'sgd',
      { learningRate: 0 },
    ],
    ['by Erlangen’s Adadelta, which never moves', 'bowl', [3, -2], 50, 'adadelta', { form: 'as-printed' }],
  ])('has stalled: %s', (_, problem, start, steps, id, hyperparameters) => {
    expect(outcomeOf(problem, start, steps, id, hyperparameters)).toMatchObject({
      kind: 'stalled',
      step: steps,
    });
  });

  test.each([
    ['still on its way', 'rosenbrock', [-1.5, 2], 40, 'adam', { learningRate: 0.01 }],
    ['nine quiet steps are not ten', 'booth', [3, -2], 9, 'adam', { learningRate: 0 }],
    ['steps of a few parts in 10¹² are not quiet', 'booth', [3, -2], 40, 'muon', { learningRate: 2e-11 }],
    ['quiet at first, then away from a saddle', 'saddle', [0, 1e-15], 100, 'sgd', { learningRate: 0.1 }],
    ['without a step', 'booth', [3, -2], 0, 'sgd', {}],
    ['jumping across a kink', 'kink', [-2, 1.3], 50, 'sgd', { learningRate: 0.1 }],
  ])('has only finished: %s', (_, problem, start, steps, id, hyperparameters) => {
    expect(outcomeOf(problem, start, steps, id, hyperparameters)).toMatchObject({
      kind: 'finished',
      step: steps,
    });
  });
});

describe('a run that ended early', () => {
  test('stopped, with the reason, where Newton’s Hessian is singular', () => {
    expect(outcomeOf('kink', [3, -2], 50, 'newton')).toEqual({
      kind: 'stopped',
      reason: { kind: 'singular-hessian' },
      step: 0,
      evaluations: { value: 0, gradient: 1, hessian: 1 },
    });
  });

  test('diverged, and its last point is kept', () => {
    const task = taskWith({ problem: { id: 'rosenbrock' }, start: [3, -2], steps: 50 }, 'sgd', {
      learningRate: 0.01,
    });
    const { rows, outcome } = recorded(task);
    expect(outcome?.kind).toBe('diverged');
    expect(outcome?.step).toBeLessThan(50);
    expect(rows.at(-1)?.step).toBe(outcome?.step);
    for (const { point } of rows.slice(0, -1))
      expect(Math.max(...point.map(Math.abs))).toBeLessThanOrEqual(1e8);
    expect(Math.max(...(rows.at(-1)?.point ?? []).map(Math.abs))).toBeGreaterThan(1e8);
  });

  test('is not judged by a bound that it only touches', () => {
    const at = (...point: number[]) => Float64Array.from(point);
    expect(hasDiverged(at(1e8, -1e8), 3)).toBe(false);
    expect(hasDiverged(at(3, -100_000_001), 3)).toBe(true);
    expect(hasDiverged(at(Number.NaN, -2), 3)).toBe(true);
    expect(hasDiverged(at(3, -2), Number.NaN)).toBe(true);
    expect(hasDiverged(at(3, -2), Number.POSITIVE_INFINITY)).toBe(true);
    expect(hasDiverged(at(3, -2), Number.NEGATIVE_INFINITY)).toBe(true);
    expect(hasDiverged(at(3, -2), -1e300)).toBe(false);
  });
});

describe('the bounds of the judgement', () => {
  const problem = createProblem({ id: 'saddle', params: {}, scale: 1, rotation: 0 });
  /** A problem that is curved by `least` and `greatest` wherever one is, with a minimizer at (3, −2). */
  const curved = (least: number, greatest: number) => ({
    ...problem,
    hessian: (_theta: Float64Array, out: Float64Array) => out.set([least, 0, 0, greatest]),
    minimizers: [{ point: [3, -2], kind: 'local' as const }],
  });
  const judged = (least: number, greatest: number, norm: number, quiet = 0, point = [5, 7]) =>
    outcomeAt(curved(least, greatest), Float64Array.from(point), norm, quiet).kind;

  test('are ‖g‖ ≤ 1e-8 for a stationary point', () => {
    expect(judged(0.5, 4, 1e-8)).toBe('converged');
    expect(judged(0.5, 4, 1.01e-8)).toBe('finished');
    expect(judged(-0.5, 4, 1e-8)).toBe('saddle');
    expect(judged(-0.5, 4, 1.01e-8)).toBe('finished');
  });

  test('are eigenvalues below −1e-6 for a saddle, and above 1e-6 for a minimizer', () => {
    expect(judged(-1.01e-6, 4, 0)).toBe('saddle');
    expect(judged(-0.99e-6, 4, 0)).toBe('converged');
    expect(judged(-0.99e-6, 1.01e-6, 0)).toBe('converged');
    expect(judged(-0.99e-6, 0.99e-6, 0)).toBe('stalled');
    expect(judged(-3, -2, 0)).toBe('saddle');
  });

  test('are 1e-6 from a known minimizer, which is none where the ground falls away from it', () => {
    expect(judged(0.5, 4, 7, 0, [3, -2 + 0.99e-6])).toBe('converged');
    expect(judged(0.5, 4, 7, 0, [3, -2 + 1.01e-6])).toBe('finished');
    expect(judged(-0.5, 4, 0, 0, [3, -2])).toBe('saddle');
  });

  test('are ten quiet steps for a stall', () => {
    expect(judged(0.5, 4, 7, 9)).toBe('finished');
    expect(judged(0.5, 4, 7, 10)).toBe('stalled');
    expect(judged(0.5, 4, 7, 10, [3, -2])).toBe('converged');
  });
});

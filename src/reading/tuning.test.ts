import { describe, expect, test } from 'vitest';
import { explain } from '../engine/explain.ts';
import { pathOf, taskWith } from '../engine/recordedRun.ts';
import type { Task } from '../scene/scene.ts';
import { curvatureAtHead } from './curvature.ts';
import { settingsFor, tuningsFor, tuningsOf } from './tuning.ts';

const KAPPA = 400;
const scene = {
  problem: { id: 'rotated-bowl', params: { kappa: KAPPA, angle: 25 }, scale: 2 },
  start: [3, -2],
  steps: 1550,
};

function tuningOf(task: Task) {
  const explanation = explain(task, 1);
  if (!explanation) throw new Error('There is no step.');
  const found = tuningsOf(task, curvatureAtHead(task, explanation)).find(
    ({ id }) => id === task.optimizer.id,
  );
  const settings = found && settingsFor(task, found);
  if (!found || !settings) throw new Error('The run cannot be tuned.');
  return { ...found, settings };
}

/** The factor a step by which a run comes nearer to 0, over 50 steps; infinite if it has diverged. */
function contraction(task: Task, from: number): number {
  const path = pathOf(task);
  if (path.length <= from + 50) return Number.POSITIVE_INFINITY;
  return (Math.hypot(...path[from + 50]) / Math.hypot(...path[from])) ** (1 / 50);
}

describe('the best constants of a quadratic', () => {
  test('are the closed forms', () => {
    const [plain, heavy, nesterov] = tuningsFor([9, 4, 1]);
    expect(plain).toEqual({ id: 'sgd', learningRate: 0.2, momentum: null, rate: 0.8 });
    expect(heavy).toEqual({ id: 'momentum', learningRate: 0.25, momentum: 0.25, rate: 0.5 });
    const root = Math.sqrt(28);
    expect(nesterov.learningRate).toBe(1 / 7);
    expect(nesterov.momentum).toBeCloseTo((root - 2) / (root + 2), 15);
  });

  test('of a round one are Newton’s step: there is nothing to average', () => {
    for (const { learningRate, momentum, rate } of tuningsFor([4, 4])) {
      expect(learningRate).toBe(0.25);
      expect(momentum ?? 0).toBe(0);
      expect(rate).toBe(0);
    }
  });

  test('are none unless every direction curves up', () => {
    for (const values of [
      [2, -2],
      [2, 0],
      [0, 0],
      [-1, -2],
      [Number.NaN, Number.NaN],
    ])
      expect(tuningsFor(values)).toEqual([]);
  });

  test('bring gradient descent nearer by (κ−1)/(κ+1) in each step', () => {
    const { settings, rate } = tuningOf(taskWith(scene, 'sgd'));
    expect(rate).toBeCloseTo((KAPPA - 1) / (KAPPA + 1), 10);
    expect(contraction(taskWith(scene, 'sgd', settings), 100)).toBeCloseTo(rate, 10);
  });

  // A double root: beside the rate's power there is a factor linear in t, which dies away.
  test.each(['velocity', 'accumulated', 'averaged'])(
    'bring the heavy ball (%s) nearer by (√κ−1)/(√κ+1) in the long run',
    (form) => {
      const { settings, rate, momentum } = tuningOf(taskWith(scene, 'momentum', { form }));
      expect(rate).toBeCloseTo(19 / 21, 10);
      expect(momentum).toBeCloseTo((19 / 21) ** 2, 10);
      const linear = (1550 / 1500) ** (1 / 50);
      expect(contraction(taskWith(scene, 'momentum', { ...settings, form }), 1500)).toBeCloseTo(
        rate * linear,
        4,
      );
    },
  );

  test.each(['lookahead', 'rewritten'])(
    'bring Nesterov (%s) nearer by 1−2/√(3κ+1) in the long run',
    (form) => {
      const { settings, rate } = tuningOf(taskWith(scene, 'nesterov', { form }));
      expect(rate).toBeCloseTo(1 - 2 / Math.sqrt(1201), 10);
      const linear = (450 / 400) ** (1 / 50);
      expect(contraction(taskWith(scene, 'nesterov', { ...settings, form }), 400)).toBeCloseTo(
        rate * linear,
        3,
      );
    },
  );

  test.each(['sgd', 'momentum', 'nesterov'])('are better than any near them, for %s', (id) => {
    const { settings } = tuningOf(taskWith(scene, id));
    const best = contraction(taskWith(scene, id, settings), 300);
    for (const name of Object.keys(settings))
      for (const factor of [0.97, 1.03]) {
        const other = { ...settings, [name]: Math.min(0.999, Number(settings[name]) * factor) };
        expect(contraction(taskWith(scene, id, other), 300), `${name} × ${factor}`).toBeGreaterThan(best);
      }
  });

  test('count an L2 penalty with the curvature', () => {
    const modifiers = [{ id: 'weight-decay', hyperparameters: { coefficient: 6, mode: 'l2' } }];
    const { settings } = tuningOf(taskWith(scene, 'sgd', {}, { modifiers }));
    expect(settings.learningRate).toBeCloseTo(2 / (800 + 2 + 12), 14);
  });
});

describe('a run cannot have them', () => {
  const [plain, heavy] = tuningsFor([9, 1]);
  test('if it is of another optimizer', () => {
    expect(settingsFor(taskWith(scene, 'adam'), plain)).toBeNull();
    expect(settingsFor(taskWith(scene, 'sgd'), heavy)).toBeNull();
  });

  test('if a schedule changes η; a constant one does not', () => {
    expect(settingsFor(taskWith(scene, 'sgd', {}, { schedule: [{ id: 'cosine' }] }), plain)).toBeNull();
    expect(settingsFor(taskWith(scene, 'sgd', {}, { schedule: [{ id: 'constant' }] }), plain)).toEqual({
      learningRate: 0.2,
    });
  });

  test('if SAM or Lookahead changes the iteration, or a decay acts beside momentum', () => {
    for (const modifiers of [
      [{ id: 'sam' }],
      [{ id: 'lookahead' }],
      [{ id: 'weight-decay', hyperparameters: { mode: 'decoupled' } }],
    ])
      expect(settingsFor(taskWith(scene, 'momentum', {}, { modifiers }), heavy)).toBeNull();
  });
});

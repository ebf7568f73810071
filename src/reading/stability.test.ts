import { describe, expect, test } from 'vitest';
import { explain } from '../engine/explain.ts';
import { pathOf, taskWith } from '../engine/recordedRun.ts';
import type { Task } from '../scene/scene.ts';
import { curvatureAtHead } from './curvature.ts';
import { stabilityOf } from './stability.ts';

// What is claimed of a learning rate is tried: a run just below it shrinks, and one just above it grows.
const KAPPA = 30;
const START = [3, -2];
const STEPS = 4000;
const scene = {
  problem: { id: 'rotated-bowl', params: { kappa: KAPPA, angle: 25 } },
  start: START,
  steps: STEPS,
};

function stabilityAt(task: Task, t = 1) {
  const explanation = explain(task, t);
  if (!explanation) throw new Error(`There is no step ${t}.`);
  return stabilityOf(task, curvatureAtHead(task, explanation), explanation);
}

function boundOf(task: Task, t = 1) {
  const stability = stabilityAt(task, t);
  if (stability.kind !== 'bound') throw new Error(`No bound: ${stability.reason}.`);
  return stability;
}

type Settings = Readonly<Record<string, unknown>>;

/** How far from 0 a run stands after so many steps, for a learning rate so many times the largest stable one. */
function distanceAt(id: string, part: number, settings: Settings = {}, run: Settings = {}): number {
  const { largest } = boundOf(taskWith(scene, id, { ...settings, learningRate: 0.001 }, run));
  const path = pathOf(taskWith(scene, id, { ...settings, learningRate: part * largest }, run));
  return Math.hypot(...path[path.length - 1]);
}

const penalty = (mode: string) => ({
  modifiers: [{ id: 'weight-decay', hyperparameters: { coefficient: 2.5, mode } }],
});

describe('the largest stable learning rate', () => {
  test.each([
    ['sgd', {}, 2 / KAPPA, 'gradient'],
    ['momentum', { momentum: 0.7, form: 'velocity' }, (2 * 1.7) / KAPPA, 'momentum'],
    ['momentum', { momentum: 0.7, form: 'accumulated' }, (2 * 1.7) / KAPPA, 'momentum'],
    ['momentum', { momentum: 0.7, form: 'averaged' }, (2 * 1.7) / (0.3 * KAPPA), 'averaged'],
    ['nesterov', { momentum: 0.7, form: 'lookahead' }, (2 * 1.7) / (2.4 * KAPPA), 'nesterov'],
    ['nesterov', { momentum: 0.7, form: 'rewritten' }, (2 * 1.7) / (2.4 * KAPPA), 'nesterov'],
    ['newton', {}, 2, 'newton'],
  ] as const)(
    'of %s %o is its closed form: below it a run shrinks, above it it grows',
    (id, settings, largest, rule) => {
      const bound = boundOf(taskWith(scene, id, { ...settings, learningRate: 0.001 }));
      expect(bound.rule).toBe(rule);
      expect(bound.largest / largest).toBeCloseTo(1, 12);
      expect(distanceAt(id, 0.99, settings)).toBeLessThan(1e-3);
      expect(distanceAt(id, 1.01, settings)).toBeGreaterThan(1e3);
    },
  );

  test('counts a penalty with the curvature, and for gradient descent a decay beside the step as well', () => {
    for (const mode of ['l2', 'decoupled']) {
      const { largest } = boundOf(taskWith(scene, 'sgd', { learningRate: 0.001 }, penalty(mode)));
      expect(largest).toBeCloseTo(2 / (KAPPA + 2.5), 14);
      expect(distanceAt('sgd', 0.99, {}, penalty(mode))).toBeLessThan(1e-3);
      expect(distanceAt('sgd', 1.01, {}, penalty(mode))).toBeGreaterThan(1e3);
    }
    expect(distanceAt('momentum', 0.99, { momentum: 0.7 }, penalty('l2'))).toBeLessThan(1e-3);
    expect(distanceAt('momentum', 1.01, { momentum: 0.7 }, penalty('l2'))).toBeGreaterThan(1e3);
  });

  test('stands beside η of this very step, with its schedule', () => {
    const bowl = { problem: { id: 'bowl', params: { kappa: 20 } }, start: START, steps: 100 };
    const schedule = [{ id: 'step', hyperparameters: { every: 10, factor: 0.5 } }];
    const task = taskWith(bowl, 'sgd', { learningRate: 0.16 }, { schedule });
    expect(boundOf(task, 5)).toMatchObject({ learningRate: 0.16, largest: 0.1, compared: 'above' });
    expect(boundOf(task, 15)).toMatchObject({ learningRate: 0.08, largest: 0.1, compared: 'below' });
    expect(boundOf(taskWith(bowl, 'sgd', { learningRate: 0.1 }), 5).compared).toBe('at');
  });
});

describe('under a preconditioner that is held', () => {
  // P⁻¹H of a diagonal H is diagonal: heavy ball with averaged gradients on the bowl of these curvatures is the same run.
  const bowl = { problem: { id: 'bowl', params: { kappa: 20 } }, start: START, steps: STEPS };
  const MANY = 1e-3;

  test.each([
    ['adam', { beta1: 0.8, epsilon: MANY }],
    ['adam', { beta1: 0.8, epsilon: MANY, epsilonPlacement: 'inside' }],
    ['adam', { beta1: 0.8, epsilon: MANY, biasCorrection: false }],
    ['amsgrad', { beta1: 0.8, epsilon: MANY }],
    ['adamw', { beta1: 0.8, epsilon: MANY, weightDecay: 0 }],
    ['rmsprop', { epsilon: MANY }],
    ['adagrad', { epsilon: MANY, epsilonPlacement: 'inside' }],
  ] as const)('the bound of %s %o parts runs that shrink from runs that grow', (id, settings) => {
    const t = 6;
    const task = taskWith(bowl, id, { ...settings, learningRate: 0.05 });
    const explanation = explain(task, t);
    if (!explanation) throw new Error('There is no such step.');
    const beta1 = 'beta1' in settings ? settings.beta1 : 0;
    // What the step itself divided m, or the gradient, by: its own quotient.
    const moved = 'beta1' in settings ? explanation.after.m : explanation.g;
    const [px, py] = explanation.update.map((step, i) => (-0.05 * moved[i]) / step);
    const { largest, sharpness } = boundOf(task, t);
    expect(sharpness / Math.max(1 / px, 20 / py)).toBeCloseTo(1, 12);
    const held = {
      ...bowl,
      problem: {
        id: 'bowl',
        params: { kappa: Math.max((20 * px) / py, py / (20 * px)) },
        scale: Math.min(1 / px, 20 / py),
      },
    };
    const distance = (part: number) => {
      const path = pathOf(
        taskWith(held, 'momentum', { momentum: beta1, form: 'averaged', learningRate: part * largest }),
      );
      return Math.hypot(...path[path.length - 1]);
    };
    expect(distance(0.99)).toBeLessThan(1e-3);
    expect(distance(1.01)).toBeGreaterThan(1e3);
  });

  test('is 38 over the sharpness for β₁ = 0.9', () => {
    const { largest, sharpness } = boundOf(taskWith(scene, 'adam', { beta1: 0.9, learningRate: 0.1 }), 20);
    expect(largest * sharpness).toBeCloseTo(38, 12);
  });

  test('turns with the axes: on the turned bowl it is the largest eigenvalue of P⁻¹H', () => {
    const task = taskWith(scene, 'rmsprop', { learningRate: 0.05 });
    const explanation = explain(task, 9);
    if (!explanation) throw new Error('There is no such step.');
    const { hessian: h } = curvatureAtHead(task, explanation);
    const [p, q] = explanation.update.map((step, i) => (-0.05 * explanation.g[i]) / step);
    const trace = h[0] / p + h[3] / q;
    const determinant = (h[0] * h[3] - h[1] * h[2]) / (p * q);
    const largest = trace / 2 + Math.sqrt((trace / 2) ** 2 - determinant);
    expect(boundOf(task, 9).sharpness / largest).toBeCloseTo(1, 12);
  });
});

describe('no learning rate is stated', () => {
  test.each(['muon', 'signsgd', 'sophia', 'lbfgs', 'nadam', 'qhadam', 'eve', 'adadelta', 'aggmo'])(
    'for %s, whose bound is not known exactly',
    (id) => expect(stabilityAt(taskWith(scene, id))).toEqual({ kind: 'none', reason: 'optimizer' }),
  );

  test('for AdamW as long as it decays', () => {
    expect(stabilityAt(taskWith(scene, 'adamw', { weightDecay: 0.01 }))).toEqual({
      kind: 'none',
      reason: 'optimizer',
    });
  });

  test('under SAM, under Lookahead, and where a decay acts beside momentum', () => {
    for (const modifiers of [[{ id: 'sam' }], [{ id: 'lookahead' }], penalty('decoupled').modifiers])
      expect(stabilityAt(taskWith(scene, 'momentum', {}, { modifiers }))).toEqual({
        kind: 'none',
        reason: 'modifier',
      });
  });

  test('where nothing curves up, and where the curvature is not known', () => {
    const kink = { problem: { id: 'kink' }, start: [1.5, -0.4] };
    expect(stabilityAt(taskWith(kink, 'sgd'))).toEqual({ kind: 'none', reason: 'nothing-curves-up' });
    const upon = taskWith({ ...kink, start: [1.5, 0] }, 'sgd');
    expect(stabilityAt(upon)).toEqual({ kind: 'none', reason: 'unknown' });
  });

  test('but on a saddle the direction that curves up has one', () => {
    const task = taskWith({ problem: { id: 'saddle' }, start: [1, 0.3] }, 'sgd', { learningRate: 0.3 });
    expect(boundOf(task)).toMatchObject({ largest: 1, compared: 'below' });
  });
});

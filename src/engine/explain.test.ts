import { describe, expect, test } from 'vitest';
import { OPTIMIZERS, type OptimizerId } from '../optimizers/registry.ts';
import { explain, type Explanation } from './explain.ts';
import { recorded, taskWith } from './recordedRun.ts';
import type { Checkpoint } from './trajectory.ts';

const IDS = Object.keys(OPTIMIZERS) as OptimizerId[];

const NOISY = { problem: { id: 'booth' }, start: [3, -2], sampling: { seed: 5, noise: 0.3 } };
const EVERYTHING = {
  schedule: { id: 'exponential', hyperparameters: { rate: 0.02 } },
  modifiers: [
    { id: 'lookahead', hyperparameters: { k: 4, alpha: 0.6 } },
    { id: 'sam', hyperparameters: { rho: 0.1 } },
    { id: 'weight-decay', hyperparameters: { coefficient: 0.05, mode: 'decoupled' } },
  ],
};

describe.each(IDS)('an explanation of %s', (id) => {
  test.each([
    ['plain', taskWith({ ...NOISY, sampling: {}, steps: 23 }, id)],
    ['with noise, schedule and modifiers', taskWith({ ...NOISY, steps: 23 }, id, {}, EVERYTHING)],
  ])('shows every step as it was recorded, bit for bit: %s', (_, task) => {
    const { rows } = recorded(task);
    for (let t = 1; t <= 23; t++) {
      const step = explain(task, t) as Explanation;
      expect(step.t).toBe(t);
      expect([...step.theta]).toEqual(rows[t - 1].point);
      expect([...step.thetaAfter]).toEqual(rows[t].point);
      expect([step.loss, step.lossAfter]).toEqual([rows[t - 1].loss, rows[t].loss]);
      expect([...step.theta].map((x, i) => x + step.update[i])).toEqual(rows[t].point);
      const next = explain(task, t + 1);
      if (!next) continue;
      expect(next.before).toEqual(step.after);
      expect(next.modifiersBefore).toEqual(step.modifiersAfter);
    }
  });

  test('is the same from a checkpoint as from the start', () => {
    const task = taskWith({ ...NOISY, steps: 2100 }, id, {}, EVERYTHING);
    const { checkpoints } = recorded(task);
    for (const [checkpoint, t] of [
      [checkpoints[0], 1001],
      [checkpoints[0], 1040],
      [checkpoints[1], 2100],
    ] as const) {
      const explanation = explain(task, t, structuredClone(checkpoint));
      expect(explanation?.t).toBe(t);
      expect(explanation).toEqual(explain(task, t));
    }
  });
});

test('the learning rate is that of the step, with its schedule', () => {
  const run = { schedule: { id: 'linear', hyperparameters: { floor: 0.5 } } };
  const task = taskWith({ problem: { id: 'matyas' }, steps: 10 }, 'sgd', { learningRate: 0.004 }, run);
  expect([1, 6, 10].map((t) => explain(task, t)?.lr)).toEqual([0.004, 0.003, 0.0022]);
});

test('Δθ is shown as the optimizer and each modifier left it', () => {
  const [eta, lambda, alpha] = [0.01, 0.5, 0.25];
  const modifiers = [
    { id: 'lookahead', hyperparameters: { k: 1, alpha } },
    { id: 'weight-decay', hyperparameters: { coefficient: lambda, mode: 'decoupled' } },
  ];
  const task = taskWith({ problem: { id: 'matyas' }, steps: 3 }, 'sgd', { learningRate: eta }, { modifiers });
  const { theta, g, update, updateStages } = explain(task, 1) as Explanation;
  const own = [...g].map((x) => -eta * x);
  const decayed = own.map((x, i) => x - eta * lambda * theta[i]);
  expect(updateStages.map(({ by }) => by)).toEqual(['optimizer', 'weight-decay', 'lookahead']);
  for (const [i, expected] of [own, decayed, decayed.map((x) => alpha * x)].entries())
    expected.forEach((x, k) => expect(updateStages[i].update[k]).toBeCloseTo(x, 14));
  expect(updateStages[2].update).toEqual(update);
});

test('each schedule’s factor is shown, and they multiply to the learning rate', () => {
  const schedule = [
    { id: 'constant' },
    { id: 'linear', hyperparameters: { floor: 0.5 } },
    { id: 'warmup', hyperparameters: { steps: 8 } },
  ];
  const task = taskWith(
    { problem: { id: 'matyas' }, steps: 10 },
    'sgd',
    { learningRate: 0.004 },
    { schedule },
  );
  const { factors, lr } = explain(task, 6) as Explanation;
  expect(factors).toEqual([1, 0.75, 0.75]);
  expect(lr).toBeCloseTo(0.004 * 0.75 * 0.75, 15);
});

test('the gradient is the one that entered the rule', () => {
  const task = taskWith({ problem: { id: 'bowl', params: { kappa: 4 } }, start: [3, -2], steps: 5 }, 'sgd', {
    learningRate: 0.125,
  });
  const step = explain(task, 1) as Explanation;
  expect([...step.g]).toEqual([3, -8]);
  expect([...step.update]).toEqual([-0.375, 1]);
});

describe('a step that was not made has no explanation', () => {
  test('before the first, or after the last', () => {
    const task = taskWith({ ...NOISY, steps: 6 }, 'adam');
    for (const t of [-3, 0, 7, 2000]) expect(explain(task, t), `${t}`).toBeNull();
    for (const t of [1, 6]) expect(explain(task, t), `${t}`).not.toBeNull();
    expect(explain(taskWith({ ...NOISY, steps: 0 }, 'adam'), 1)).toBeNull();
  });

  test('after the run diverged; the step that did it has one', () => {
    const task = taskWith({ problem: { id: 'bowl' }, start: [3, -2], steps: 300 }, 'sgd', {
      learningRate: 0.2,
    });
    const { outcome, rows } = recorded(task);
    const last = outcome?.step ?? 0;
    expect(outcome?.kind).toBe('diverged');
    expect([...(explain(task, last)?.thetaAfter ?? [])]).toEqual(rows[last].point);
    for (const t of [last + 1, last + 2, 300]) expect(explain(task, t)).toBeNull();
  });

  test('after the run diverged, though the next step would have brought it back', () => {
    const [learningRate, rate] = [1e9, Math.log(1e9)];
    const run = { schedule: { id: 'exponential', hyperparameters: { rate } } };
    const scene = { problem: { id: 'bowl' }, start: [3, -2], steps: 5 };
    const task = taskWith(scene, 'newton', { learningRate }, run);
    expect(recorded(task).outcome).toMatchObject({ kind: 'diverged', step: 1 });
    for (const t of [2, 3, 4]) expect(explain(task, t)).toBeNull();
  });

  test('from where the run stopped', () => {
    const task = taskWith({ problem: { id: 'plateau' }, start: [2.5, -1.5], steps: 5000 }, 'newton');
    const { outcome } = recorded(task);
    const last = outcome?.step ?? 0;
    expect(outcome?.kind).toBe('stopped');
    expect(explain(task, last)?.t).toBe(last);
    for (const t of [last + 1, 5000]) expect(explain(task, t)).toBeNull();
  });
});

test('a checkpoint at or after the step cannot explain it', () => {
  const task = taskWith({ ...NOISY, steps: 1500 }, 'momentum');
  const [checkpoint] = recorded(task).checkpoints as [Checkpoint];
  for (const t of [999, 1000]) expect(() => explain(task, t, checkpoint)).toThrow(RangeError);
  expect(explain(task, 1001, checkpoint)?.t).toBe(1001);
});

import { describe, expect, test, vi } from 'vitest';
import { OPTIMIZERS, type OptimizerId } from '../optimizers/registry.ts';
import type { Task } from '../scene/scene.ts';
import { COUNTERS } from './memory.ts';
import { recorded, taskWith, type Row } from './recordedRun.ts';
import { createStepper } from './stepper.ts';

const IDS = Object.keys(OPTIMIZERS) as OptimizerId[];

const EVERYTHING = {
  schedule: [
    { id: 'warmup', hyperparameters: { steps: 40 } },
    { id: 'cosine', hyperparameters: { floor: 0.1 } },
  ],
  modifiers: [
    { id: 'sam', hyperparameters: { rho: 0.02 } },
    { id: 'weight-decay', hyperparameters: { coefficient: 0.03, mode: 'decoupled' } },
    { id: 'lookahead', hyperparameters: { k: 7, alpha: 0.6 } },
  ],
};
const NOISY = { problem: { id: 'bowl' }, start: [3, -2], sampling: { seed: 11, noise: 0.4 } };

/** A long run with noise, schedules and all modifiers. */
const eventful = (id: string, steps = 2345) => taskWith({ ...NOISY, steps }, id, {}, EVERYTHING);
/** A long run without any. */
const plain = (id: string, steps = 2345) => taskWith({ problem: { id: 'bowl' }, start: [3, -2], steps }, id);

/** Newton leaves the plateau's hole and walks outwards, until the Hessian has faded to 0. */
const stopping = taskWith({ problem: { id: 'plateau' }, start: [2.5, -1.5], steps: 5000 }, 'newton');
/** At ηλ = 2.5 the steep coordinate grows by half a step. */
const diverging = taskWith({ problem: { id: 'bowl' }, start: [3, -2], steps: 300 }, 'sgd', {
  learningRate: 0.125,
});

describe.each(IDS)('a run of %s', (id) => {
  test.each([
    ['plain', plain(id)],
    ['with noise, schedules and modifiers', eventful(id)],
  ])('goes on from any checkpoint with the same numbers, bit for bit: %s', (_, task) => {
    const whole = recorded(task);
    expect(whole.rows.at(-1)?.step).toBe(2345);
    expect(whole.checkpoints.map(({ step }) => step)).toEqual([1000, 2000]);
    for (const checkpoint of whole.checkpoints) {
      const rest = recorded(task, { from: structuredClone(checkpoint) });
      expect(rest.rows).toEqual(whole.rows.filter(({ step }) => step > checkpoint.step));
      expect(rest.outcome).toEqual(whole.outcome);
    }
  });

  test('gives the same numbers again, bit for bit', () => {
    expect(recorded(eventful(id, 150))).toEqual(recorded(eventful(id, 150)));
  });

  test('moves, and takes all its steps', () => {
    const { rows, outcome } = recorded(eventful(id, 150));
    expect(rows.map(({ step }) => step)).toEqual(Array.from({ length: 151 }, (_, i) => i));
    expect(rows[0].point).toEqual([3, -2]);
    expect(new Set(rows.map(({ point }) => point.join())).size).toBeGreaterThan(100);
    expect(outcome?.step).toBe(150);
  });
});

describe('a stride', () => {
  /** The rows that a stride keeps, each with the range of the losses since the one before. */
  const thinned = (rows: readonly Row[], stride: number) => {
    const kept = rows.filter(({ step }) => step % stride === 0 || step === rows.at(-1)?.step);
    return kept.map((row, i) => {
      const losses = rows
        .filter(({ step }) => step <= row.step && step > (kept[i - 1]?.step ?? -1))
        .map(({ loss }) => loss);
      return { ...row, lossRange: [Math.min(...losses), Math.max(...losses)] };
    });
  };

  test.each<[string, Task]>([
    ['with noise, schedules and modifiers', eventful('adam')],
    ['plain', plain('nesterov')],
    ['that diverges', diverging],
    ['that stops', stopping],
  ])('keeps every so many rows, and the last, unchanged: a run %s', (_, task) => {
    const whole = recorded(task);
    for (const stride of [2, 8, 125, 1000]) {
      const { rows, outcome, checkpoints } = recorded(task, { stride });
      expect(rows).toEqual(thinned(whole.rows, stride));
      expect(outcome).toEqual(whole.outcome);
      expect(checkpoints).toEqual(whole.checkpoints);
    }
  });

  test('the runs that end early do so between two strides', () => {
    for (const task of [diverging, stopping]) expect((recorded(task).outcome?.step ?? 0) % 8).not.toBe(0);
  });
});

describe('a pause', () => {
  test('cuts chunks, and changes no number', () => {
    const task = eventful('momentum', 1300);
    const whole = recorded(task);
    expect(whole.chunks).toEqual([1001, 300]);
    const always = recorded(task, { pause: () => true });
    expect(always.chunks.length).toBeGreaterThan(50);
    let asked = 0;
    const sometimes = recorded(task, { pause: () => ++asked % 7 === 0 });
    expect(sometimes.chunks.length).toBeGreaterThan(5);
    for (const { rows, checkpoints, outcome } of [always, sometimes])
      expect({ rows, checkpoints, outcome }).toEqual({
        rows: whole.rows,
        checkpoints: whole.checkpoints,
        outcome: whole.outcome,
      });
  });
});

describe('a run that is told to go no further than a step', () => {
  const task = eventful('rmsprop', 1800);
  const whole = recorded(task);

  test.each([0, 1, 37, 1000, 1799])('%d ends there without a judgement', (until) => {
    const { rows, outcome } = recorded(task, { until });
    expect(rows).toEqual(whole.rows.slice(0, until + 1));
    expect(outcome).toBeNull();
  });

  test('records that step, though it lies between two strides', () => {
    expect(recorded(task, { until: 37, stride: 20 }).rows.map(({ step }) => step)).toEqual([0, 20, 37]);
  });

  test('at or beyond its last ends as it would have', () => {
    expect(recorded(task, { until: 1800 })).toEqual(whole);
    expect(recorded(task, { until: 9000 })).toEqual(whole);
  });
});

test('a checkpoint tells where the points since the one before have been', () => {
  const { rows, checkpoints } = recorded(eventful('muon', 2000));
  checkpoints.forEach(({ bounds }, k) => {
    const since = rows.filter(({ step }) => step <= 1000 * (k + 1) && step >= (k === 0 ? 0 : 1000 * k + 1));
    expect([...bounds]).toEqual(
      [0, 1].flatMap((i) => [
        Math.min(...since.map(({ point }) => point[i])),
        Math.max(...since.map(({ point }) => point[i])),
      ]),
    );
  });
});

test('recorded losses and gradient norms are those of the problem, without noise or penalty', () => {
  const task = taskWith(
    { ...NOISY, steps: 30 },
    'adam',
    { learningRate: 0.1 },
    {
      modifiers: [{ id: 'weight-decay', hyperparameters: { coefficient: 0.5, mode: 'l2' } }],
    },
  );
  for (const { point, loss, gradientNorm } of recorded(task).rows) {
    const [x, y] = point;
    expect(loss).toBeCloseTo(0.5 * (x * x + 20 * y * y), 12);
    expect(gradientNorm).toBeCloseTo(Math.hypot(x, 20 * y), 12);
  }
});

test('the range of losses at a row of its own step is that of one loss, and has no number where that has none', () => {
  for (const { loss, lossRange } of recorded(eventful('sgd', 40)).rows)
    expect(lossRange).toEqual([loss, loss]);
  // From (1.5, −2) one step of such a length makes x² − y² = ∞ − ∞, which is no number, and (x² + y − 11)² = ∞.
  for (const [id, loss] of [
    ['saddle', Number.NaN],
    ['himmelblau', Number.POSITIVE_INFINITY],
  ] as const) {
    const far = taskWith({ problem: { id }, start: [1.5, -2], steps: 60 }, 'sgd', { learningRate: 1e200 });
    expect(recorded(far).rows.at(-1)).toMatchObject({ loss, lossRange: [loss, loss] });
  }
});

describe('evaluations', () => {
  /** What a task counts in 25 steps without any recording, and what its problem was really asked. */
  function counted(task: Task) {
    const stepper = createStepper(task);
    const spies = [
      vi.spyOn(stepper.problem, 'valueInto'),
      vi.spyOn(stepper.problem, 'gradient'),
      vi.spyOn(stepper.problem, 'hessian'),
    ];
    for (let i = 0; i < 25; i++) stepper.advance();
    const { value, gradient, hessian } = COUNTERS;
    return {
      count: [stepper.memory[value], stepper.memory[gradient], stepper.memory[hessian]],
      calls: spies.map((spy) => spy.mock.calls.length),
    };
  }
  const task = (id: string, hyperparameters = {}, run = {}) =>
    taskWith({ ...NOISY, steps: 25 }, id, hyperparameters, run);

  test.each(IDS)('of %s are counted as they are asked for, and recording adds none', (id) => {
    for (const one of [task(id), task(id, {}, EVERYTHING), plain(id, 25)]) {
      const { count, calls } = counted(one);
      expect(count).toEqual(calls);
      const { rows, outcome } = recorded(one);
      expect(rows.at(-1)?.evaluations).toEqual(count);
      expect(Object.values(outcome?.evaluations ?? {})).toEqual(count);
      expect(rows[0].evaluations).toEqual([0, 0, 0]);
    }
  });

  test.each(IDS.filter((id) => OPTIMIZERS[id].needs.length === 0))(
    'of %s are one gradient a step, and two under SAM',
    (id) => {
      expect(counted(task(id)).calls).toEqual([0, 25, 0]);
      expect(counted(task(id, {}, { modifiers: [{ id: 'sam' }] })).calls).toEqual([0, 50, 0]);
    },
  );

  test('of both of Nesterov’s forms are one gradient a step', () => {
    for (const form of ['lookahead', 'rewritten'])
      expect(counted(task('nesterov', { form })).calls).toEqual([0, 25, 0]);
  });

  test('of Newton are one gradient and one Hessian a step, and two gradients under SAM', () => {
    expect(counted(task('newton')).calls).toEqual([0, 25, 25]);
    expect(counted(task('newton', {}, { modifiers: [{ id: 'sam' }] })).calls).toEqual([0, 50, 25]);
  });

  test('of a step that could not be made count in the outcome, and in no row', () => {
    const { rows, outcome } = recorded(stopping);
    const last = rows.at(-1) as Row;
    expect(outcome).toMatchObject({ kind: 'stopped', step: last.step });
    expect(last.evaluations).toEqual([0, last.step, last.step]);
    expect(outcome?.evaluations).toEqual({ value: 0, gradient: last.step + 1, hessian: last.step + 1 });
  });
});

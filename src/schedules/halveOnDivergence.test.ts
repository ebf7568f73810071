import { describe, expect, test } from 'vitest';
import { explain, type Explanation } from '../engine/explain.ts';
import { recorded, taskWith } from '../engine/recordedRun.ts';

const HALVE = { id: 'halve-on-divergence' };
/** ½(x² + 4y²): under η, gradient descent takes y to (1 − 4η)y. */
const BOWL = { problem: { id: 'bowl', params: { kappa: 4 } }, start: [0, 3], steps: 8 };

describe('a run that halves its learning rate on divergence', () => {
  const sgd = (learningRate: number, scene: object = {}, schedule: unknown = HALVE) =>
    taskWith({ ...BOWL, ...scene }, 'sgd', { learningRate }, { schedule });
  const ratesOf = (task: ReturnType<typeof sgd>) =>
    recorded(task)
      .rows.slice(1)
      .map(({ learningRate }) => learningRate);

  test('halves after each update whose loss is above the first one, and keeps what it has come to', () => {
    // y = 3, −18, 45, −33.75, −4.21875, −2.373…: the loss 2y² is above 18 after the first four updates.
    const { rows } = recorded(sgd(1.75));
    expect(rows.slice(0, 6).map(({ point }) => point[1])).toEqual([
      3, -18, 45, -33.75, -4.21875, -2.373046875,
    ]);
    expect(ratesOf(sgd(1.75))).toEqual([
      1.75, 0.875, 0.4375, 0.21875, 0.109375, 0.109375, 0.109375, 0.109375,
    ]);
  });

  test('does not halve where the loss is what it was at the start', () => {
    // η = ½ turns y into −y.
    expect(ratesOf(sgd(0.5))).toEqual(Array.from({ length: 8 }, () => 0.5));
  });

  test('multiplies what other schedules say', () => {
    // Under a warm-up of two steps, y = 3, −7.5, 18.75, −14.0625, −1.7578125: three losses are above 18.
    const rates = ratesOf(sgd(1.75, {}, [{ id: 'warmup', hyperparameters: { steps: 2 } }, HALVE]));
    expect(rates.slice(0, 5)).toEqual([0.875, 0.875, 0.4375, 0.21875, 0.21875]);
  });

  test('asks for one value at the start and one after each update', () => {
    const { rows } = recorded(sgd(1.75));
    // The start is asked about with the first update.
    expect(rows.map(({ evaluations }) => evaluations)).toEqual(
      rows.map(({ step }) => [step === 0 ? 0 : step + 1, step, 0]),
    );
    const plain = recorded(sgd(0.1, {}, { id: 'constant' })).rows;
    for (const { evaluations } of plain) expect(evaluations[0]).toBe(0);
  });

  const penalty = { id: 'weight-decay', hyperparameters: { coefficient: 1, mode: 'l2' } };

  test('compares f alone, without a penalty', () => {
    // From (2, 1) to (0, −1.5): f goes from 4 to 4.5, and f + ½‖θ‖² from 6.5 to 5.625.
    const task = taskWith(
      { ...BOWL, start: [2, 1] },
      'sgd',
      { learningRate: 0.5 },
      { schedule: HALVE, modifiers: [penalty] },
    );
    expect(recorded(task).rows[1].point).toEqual([0, -1.5]);
    expect(ratesOf(task).slice(0, 2)).toEqual([0.5, 0.25]);
  });

  test('halves after exactly the steps whose recorded loss is above the first, under noise too', () => {
    const task = taskWith(
      { ...BOWL, start: [0.3, 0.2], sampling: { noise: 3 }, steps: 60 },
      'sgd',
      { learningRate: 0.4 },
      { schedule: HALVE, modifiers: [penalty] },
    );
    const { rows } = recorded(task);
    let rate = 0.4;
    for (const { loss, learningRate } of rows.slice(1)) {
      expect(learningRate).toBe(rate);
      if (loss > rows[0].loss) rate /= 2;
    }
    expect(rate).toBeLessThan(0.4 / 8);
  });

  test('goes on from a checkpoint bit for bit, with what it has halved and where it began', () => {
    const task = taskWith(
      { ...BOWL, start: [0.2, 0.1], sampling: { noise: 0.5, seed: 3 }, steps: 2500 },
      'momentum',
      { learningRate: 0.5 },
      { schedule: [HALVE, { id: 'restarts', hyperparameters: { period: 300, growth: 1.7, floor: 0.1 } }] },
    );
    const whole = recorded(task);
    expect(whole.checkpoints).toHaveLength(2);
    for (const from of whole.checkpoints)
      expect(recorded(task, { from }).rows).toEqual(whole.rows.filter(({ step }) => step > from.step));
    // It has halved on both sides of a checkpoint.
    const halvings = (step: number) => (explain(task, step) as Explanation).schedulesBefore[0].halvings[0];
    expect(halvings(1000)).toBeGreaterThan(0);
    expect(halvings(2500)).toBeGreaterThan(halvings(1001));
  });

  test('explains a step by what it knew before it', () => {
    const { lr, factors, schedulesBefore, schedulesAfter } = explain(sgd(1.75), 3) as Explanation;
    expect([lr, factors]).toEqual([0.4375, [0.25]]);
    expect(schedulesBefore[0]).toEqual({ startLoss: Float64Array.of(18), halvings: Float64Array.of(2) });
    expect(schedulesAfter[0].halvings[0]).toBe(3);
  });
});

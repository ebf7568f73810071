import { describe, expect, test } from 'vitest';
import { chartRecords } from '../engine/trajectories.ts';
import { computedRuns, seriesWith, trajectoryWith } from './exampleRuns.ts';
import { columnAt, lastRowTo, rowsWithin, seriesOf, valueAt, type Series } from './series.ts';

const valuesOf = (series: Series) =>
  Array.from({ length: series.rows }, (_, row) => columnAt(series.values, row));

const BOWL = { problem: { id: 'bowl' }, start: [3, -2], steps: 40 };
const run = (id: string, hyperparameters = {}, more = {}) => ({
  optimizer: { id, hyperparameters },
  ...more,
});

describe('a series', () => {
  const [sgd, newton, sam] = computedRuns({
    ...BOWL,
    runs: [
      run('sgd', { learningRate: 0.03 }),
      run('newton', { learningRate: 0.2 }),
      run('sgd', { learningRate: 0.03 }, { modifiers: [{ id: 'sam', hyperparameters: { rho: 0.05 } }] }),
    ],
  });

  test('of distances is that of each point from the minimizer', () => {
    const series = seriesOf(sgd, { quantity: 'distance', against: 'steps' }, null);
    // Each coordinate shrinks by 1 − ηλ a step.
    valuesOf(series).forEach((distance, t) =>
      expect(distance).toBeCloseTo(Math.hypot(3 * 0.97 ** t, 2 * 0.4 ** t), 9),
    );
  });

  test('of gradient norms, and of losses, is what the run recorded', () => {
    const gradient = seriesOf(sgd, { quantity: 'gradient', against: 'steps' }, null);
    expect(valuesOf(gradient)[0]).toBeCloseTo(Math.hypot(3, 40), 12);
    const loss = seriesOf(sgd, { quantity: 'loss', against: 'steps' }, null);
    expect(valuesOf(loss)[0]).toBeCloseTo(0.5 * (9 + 20 * 4), 12);
  });

  test('of effective steps is η for gradient descent, as a whole and in each coordinate, and has none at the start', () => {
    for (const coordinate of [undefined, 0, 1]) {
      const [start, ...values] = valuesOf(
        seriesOf(sgd, { quantity: 'step', against: 'steps' }, null, coordinate),
      );
      expect(start).toBeNaN();
      for (const value of values) expect(value).toBeCloseTo(0.03, 12);
    }
  });

  test('of effective steps tells coordinates apart: Adam’s first step is as long in each, whatever the gradient', () => {
    const [adam] = computedRuns({ ...BOWL, runs: [run('adam', { learningRate: 0.05, epsilon: 0 })] });
    const first = (coordinate: number) =>
      valuesOf(seriesOf(adam, { quantity: 'step', against: 'steps' }, null, coordinate))[1];
    // At (3, −2) the gradient is (3, −40).
    expect(first(0)).toBeCloseTo(0.05 / 3, 9);
    expect(first(1)).toBeCloseTo(0.05 / 40, 9);
  });

  test.each([
    ['a gradient a step', sgd, 1],
    ['a gradient and a Hessian of two parameters', newton, 3],
    ['two gradients under SAM', sam, 2],
  ])('along evaluations goes by what a step costs: %s', (_, trajectory, cost) => {
    const { xs, rows } = seriesOf(trajectory, { quantity: 'loss', against: 'evaluations' }, null);
    expect(rows).toBe(41);
    for (let row = 0; row < rows; row++) expect(xs[row]).toBe(cost * row);
  });

  test('has at a step what the chart’s markers show', () => {
    expect(valueAt(sgd, 'loss', 7)).toBe(sgd.losses[7]);
    expect(valueAt(sgd, 'gradient', 7)).toBe(sgd.gradientNorms[7]);
    expect(valueAt(sgd, 'distance', 7)).toBeCloseTo(Math.hypot(3 * 0.97 ** 7, 2 * 0.4 ** 7), 9);
    expect(valueAt(sgd, 'step', 7)).toBeCloseTo(0.03, 12);
    expect(valueAt({ ...sgd, rows: 0 }, 'loss', 7)).toBeNaN();
  });
});

test('the distance is that of the nearest of several minimizers, and none where there is none', () => {
  const [well] = computedRuns({
    problem: { id: 'double-well' },
    start: [0.3, -0.6],
    steps: 3,
    runs: [run('sgd', { learningRate: 0 })],
  });
  expect(valuesOf(seriesOf(well, { quantity: 'distance', against: 'steps' }, null))[2]).toBeCloseTo(0.5, 12);
  const [saddle] = computedRuns({ problem: { id: 'saddle' }, steps: 3, runs: [run('sgd')] });
  expect(valuesOf(seriesOf(saddle, { quantity: 'distance', against: 'steps' }, null))).toEqual(
    Array.from({ length: 4 }, () => Number.NaN),
  );
});

test('what the chart reads is taken out of its pieces when it asks, and grows with the run', () => {
  const [whole] = computedRuns({ ...BOWL, steps: 2500, runs: [run('adam')] });
  expect(whole.records).toBeNull();
  expect(whole.waiting).toHaveLength(3);
  const { effectiveSteps, lossRanges, evaluations } = chartRecords(whole);
  expect(whole.waiting).toHaveLength(0);
  expect(chartRecords(whole).evaluations).toBe(evaluations);
  expect([evaluations[1234], evaluations[2500]]).toEqual([1234, 2500]);
  expect(effectiveSteps[3 * 2500]).toBeGreaterThan(0);
  expect([...lossRanges.subarray(2 * 1234, 2 * 1234 + 2)]).toEqual([whole.losses[1234], whole.losses[1234]]);
});

describe('rows along x', () => {
  const series = { ...seriesWith([9, 8, 7, 6, 5]), xs: [0, 2, 2, 4, 6] };

  test('are found by x: the last at or before it', () => {
    expect([-1, 0, 1, 2, 3, 4, 5.9, 6, 99].map((x) => lastRowTo(series, x))).toEqual([
      -1, 0, 0, 2, 2, 3, 3, 4, 4,
    ]);
  });

  test('within a span have one on each side, to which lines lead', () => {
    expect(rowsWithin(series, { from: 2.5, to: 3 })).toEqual({ first: 2, last: 3 });
    expect(rowsWithin(series, { from: 0, to: 99 })).toEqual({ first: 0, last: 4 });
    expect(rowsWithin(series, { from: 7, to: 9 })).toEqual({ first: 0, last: -1 });
  });

  test('of a run that has none yet are none', () => {
    expect(rowsWithin({ ...seriesWith([]), rows: 0 }, { from: 0, to: 9 })).toEqual({ first: 0, last: -1 });
  });
});

test('a run that diverged says so', () => {
  const view = { quantity: 'loss', against: 'steps' } as const;
  expect(seriesOf(trajectoryWith([1, 1e9], 'diverged'), view, null).diverged).toBe(true);
  expect(seriesOf(trajectoryWith([1, 0.5]), view, null).diverged).toBe(false);
});

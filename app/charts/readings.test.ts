import { describe, expect, test } from 'vitest';
import type { Trajectory } from '../engine/trajectories.ts';
import { isPainted, layOutChart, NOTHING_PAINTED, xOfPlayhead, type ChartScene } from './chartPainter.ts';
import { computedRuns, trajectoryWith } from './exampleRuns.ts';
import { readRuns, runNear, snapped, stepAt } from './readings.ts';
import { pixelsOf } from './valueAxis.ts';

/** A chart of these runs, whose ids are 11, 12, …; the second one is focused. */
function sceneOf(trajectories: readonly Trajectory[], view: Partial<ChartScene['view']> = {}): ChartScene {
  return {
    ...NOTHING_PAINTED.scene,
    runs: trajectories.map((trajectory, i) => ({ id: 11 + i, trajectory, slot: i + 1, focused: i === 1 })),
    view: { ...NOTHING_PAINTED.scene.view, ...view },
    steps: Math.max(...trajectories.map(({ task }) => task.steps)),
    floor: 0,
    size: { width: 500, height: 160 },
  };
}

const losses = (from: number, factor: number) => Array.from({ length: 51 }, (_, i) => from * factor ** i);
const slow = trajectoryWith(losses(80, 0.99));
const fast = trajectoryWith(losses(90, 0.8));
const wild = trajectoryWith([70, 900, 1e30], 'diverged');

describe('reading the chart at a step', () => {
  const painted = layOutChart(sceneOf([slow, fast, wild]));

  test('gives each run’s value there, the least first', () => {
    expect(readRuns(painted, 1).map(({ id, value }) => [id, value])).toEqual([
      [12, 72],
      [11, 79.2],
      [13, 900],
    ]);
  });

  test('puts a run that has ended by then last, with what it has come to', () => {
    const [first, second, last] = readRuns(painted, 30);
    expect([first.id, second.id, last.id]).toEqual([12, 11, 13]);
    expect([first.ended, second.ended]).toEqual([null, null]);
    expect(last).toMatchObject({ step: 2, ended: { kind: 'diverged', step: 2 } });
  });

  test('puts what is no number behind what is', () => {
    const lost = trajectoryWith([5, Number.NaN, 3]);
    expect(readRuns(layOutChart(sceneOf([lost, slow])), 1).map(({ id }) => id)).toEqual([12, 11]);
  });

  test('has nothing of a run that has not begun', () => {
    const empty = { ...slow, rows: 0, outcome: null };
    expect(readRuns(layOutChart(sceneOf([fast, empty])), 4)[1]).toMatchObject({ id: 12, value: null });
  });

  test('means the run whose curve is near, and none where none is', () => {
    const toPixel = pixelsOf(painted.axis, 160);
    expect(runNear(painted, 20, toPixel(slow.losses[20]) + 5, 8)).toBe(11);
    expect(runNear(painted, 20, toPixel(fast.losses[20]) - 5, 8)).toBe(12);
    expect(runNear(painted, 20, 0, 2)).toBeNull();
  });

  test('goes to that step', () => {
    expect(stepAt(painted, 17.4)).toBe(17);
  });
});

test('a chart of a run recorded with a stride is read where its rows are', () => {
  const [long] = computedRuns({
    problem: { id: 'bowl' },
    steps: 100_000,
    runs: [{ optimizer: { id: 'sgd', hyperparameters: { learningRate: 0.001 } } }],
  });
  const painted = layOutChart(sceneOf([long]));
  expect([snapped(painted, 12_343), snapped(painted, 1e9), snapped(painted, -4)]).toEqual([
    12_345, 100_000, 0,
  ]);
  expect(readRuns(painted, 12_345)[0]).toMatchObject({ step: 12_345, value: long.losses[2469] });
});

describe('along evaluations', () => {
  const [sgd, newton] = computedRuns({
    problem: { id: 'bowl' },
    start: [3, -2],
    steps: 20,
    runs: [
      { optimizer: { id: 'sgd', hyperparameters: { learningRate: 0.01 } } },
      { optimizer: { id: 'newton', hyperparameters: { learningRate: 0.1 } } },
    ],
  });
  const painted = layOutChart(sceneOf([sgd, newton], { against: 'evaluations' }));

  test('the chart ends where the most costly run does', () => {
    expect(painted.total).toBe(60);
    expect(painted.span).toEqual({ from: 0, to: 60 });
  });

  test('the playhead is on each run’s curve at a place of its own', () => {
    const [first, second] = painted.scene.runs;
    expect(xOfPlayhead(first, 'evaluations', 7)).toBe(7);
    expect(xOfPlayhead(second, 'evaluations', 7)).toBe(21);
    expect(xOfPlayhead(second, 'evaluations', 7.5)).toBeCloseTo(22.5, 12);
    expect(xOfPlayhead(second, 'steps', 7.5)).toBe(7.5);
  });

  test('a run is read at the step that it had reached, and a click goes to the focused one’s', () => {
    expect(readRuns(painted, 13).map(({ id, step }) => [id, step])).toEqual([
      [11, 13],
      [12, 4],
    ]);
    expect(stepAt(painted, 13)).toBe(4);
    expect(readRuns(painted, 21)[1]).toMatchObject({ id: 11, step: 20, ended: { kind: 'finished' } });
  });

  test('a run that still grows is expected to go on as it has', () => {
    const growing = { ...newton, rows: 5, outcome: null };
    expect(layOutChart(sceneOf([sgd, growing], { against: 'evaluations' })).total).toBe(60);
  });
});

describe('a painted chart', () => {
  const scene = sceneOf([slow, fast]);
  const painted = layOutChart(scene);

  test('is not painted again for the same scene', () => {
    expect(
      isPainted(painted, { ...scene, runs: scene.runs.map((run) => ({ ...run })), size: { ...scene.size } }),
    ).toBe(true);
  });

  test.each<[string, Partial<ChartScene>]>([
    ['another view', { view: { ...scene.view, scale: 'linear' } }],
    ['another theme', { theme: 'dark' }],
    ['another size', { size: { width: 500, height: 161 } }],
    ['another run pointed at', { hovered: 12 }],
    ['the light style', { light: true }],
    ['another minimum', { floor: -3 }],
    ['a close-up that has come', { arrivals: 1 }],
    ['fewer runs', { runs: scene.runs.slice(0, 1) }],
    ['another focus', { runs: scene.runs.map((run) => ({ ...run, focused: !run.focused })) }],
    ['another slot', { runs: scene.runs.map((run) => ({ ...run, slot: run.slot + 3 })) }],
    ['runs in another order', { runs: scene.runs.toReversed() }],
  ])('is painted again for %s', (_, change) => {
    expect(isPainted(painted, { ...scene, ...change })).toBe(false);
  });

  test('is painted again when a run has grown', () => {
    const growing = { ...fast, rows: 20, outcome: null };
    const before = layOutChart(sceneOf([slow, growing]));
    growing.rows = 30;
    expect(isPainted(before, before.scene)).toBe(false);
  });
});

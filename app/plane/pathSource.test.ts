import { expect, test } from 'vitest';
import { taskOf } from '../../src/scene/scene.ts';
import type { Piece } from '../../src/engine/trajectory.ts';
import { createTrajectory, type Trajectory } from '../engine/trajectories.ts';
import { OPENING_SCENE } from '../store/openingScene.ts';
import { pathSource, rowsAround } from './pathSource.ts';

/** A run of 40,000 steps, of which the page has every second: its point at step t is (t, −t). */
function longRun(): Trajectory {
  const trajectory = createTrajectory('long', {
    ...taskOf(OPENING_SCENE, OPENING_SCENE.runs[0]),
    steps: 40_000,
  });
  expect(trajectory.stride).toBe(2);
  for (let row = 0; row <= 20_000; row++) {
    trajectory.steps[row] = 2 * row;
    trajectory.points.set([2 * row, -2 * row], 2 * row);
  }
  trajectory.rows = 20_001;
  trajectory.outcome = {
    kind: 'finished',
    step: 40_000,
    evaluations: { value: 0, gradient: 40_000, hessian: 0 },
  };
  return trajectory;
}

function detailFrom(from: number, to: number): Piece {
  const steps = Uint32Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return {
    steps,
    points: Float64Array.from([...steps].flatMap((step) => [step, -step])),
  } as unknown as Piece;
}

test('a path has every step where the page knows them, and what it knows elsewhere', () => {
  const trajectory = longRun();
  trajectory.detail = detailFrom(1001, 1501);
  const { steps, points, rows } = pathSource(trajectory);
  // 250 of the 501 steps were there before.
  expect(rows).toBe(20_001 + 251);
  for (let row = 1; row < rows; row++) {
    const isDetailed = steps[row] > 1000 && steps[row] <= 1502;
    expect(steps[row] - steps[row - 1]).toBe(isDetailed ? 1 : 2);
    expect([points[2 * row], points[2 * row + 1]]).toEqual([steps[row], -steps[row]]);
  }
});

test('a path is the same as long as nothing is learnt, and another one afterwards', () => {
  const trajectory = longRun();
  expect(pathSource(trajectory)).toBe(trajectory);
  trajectory.detail = detailFrom(0, 500);
  const first = pathSource(trajectory);
  expect(pathSource(trajectory)).toBe(first);
  trajectory.detail = detailFrom(39_500, 40_000);
  expect(pathSource(trajectory)).not.toBe(first);
  expect(pathSource(trajectory).steps.at(-1)).toBe(40_000);
});

test('a run that is still on its way is drawn as it comes', () => {
  const trajectory = longRun();
  trajectory.detail = detailFrom(0, 500);
  trajectory.outcome = null;
  expect(pathSource(trajectory)).toBe(trajectory);
});

test('around a step every step is known within the detail, and what the page has elsewhere', () => {
  const trajectory = longRun();
  trajectory.outcome = null;
  trajectory.detail = detailFrom(1001, 1501);
  expect(rowsAround(trajectory, 1200)).toMatchObject({ rows: 501, dimension: 2 });
  expect([...rowsAround(trajectory, 1200).steps.subarray(0, 2)]).toEqual([1001, 1002]);
  for (const step of [1000, 1502]) expect(rowsAround(trajectory, step)).toBe(trajectory);
});

test('stretches that overlap or touch are joined, each step once and in order', () => {
  const trajectory = longRun();
  trajectory.detail = detailFrom(2001, 2600);
  const close = [detailFrom(100, 300), detailFrom(2400, 3000), detailFrom(3001, 3100)];
  const { steps, rows, points } = pathSource(trajectory, close);
  let previous = -1;
  for (let row = 0; row < rows; row++) {
    const isClose = (steps[row] > 100 && steps[row] <= 300) || (steps[row] > 2000 && steps[row] <= 3100);
    if (row > 0) expect(steps[row] - previous).toBe(isClose ? 1 : 2);
    expect(points[2 * row + 1]).toBe(-steps[row]);
    previous = steps[row];
  }
  expect(previous).toBe(40_000);
  expect(pathSource(trajectory, [...close])).toBe(pathSource(trajectory, close));
});

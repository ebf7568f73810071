import { describe, expect, test } from 'vitest';
import { drawnPaths, isDrawn, MOST_VERTICES, pacedVertices, waitsForMore } from './paintPace.ts';
import { trajectoryThrough } from './pathFixture.ts';

describe('a picture under a moving hand', () => {
  const ended = () => {
    const trajectory = trajectoryThrough([
      [3, 4],
      [7, 5],
    ]);
    trajectory.outcome = { kind: 'finished', step: 1, evaluations: { value: 0, gradient: 1, hessian: 0 } };
    return trajectory;
  };
  const underWay = trajectoryThrough([[3, 4]]);

  test('waits for runs that are still computed, but never long', () => {
    const whole = ended();
    expect(waitsForMore([whole, underWay], [whole, underWay], 12)).toBe(true);
    expect(waitsForMore([whole, underWay], [whole, underWay], 41)).toBe(false);
    expect(waitsForMore([whole, whole], [whole, whole], 12)).toBe(false);
    expect(waitsForMore([], [], 12)).toBe(false);
  });

  test('does not wait while whole runs of the position before are shown, but for a mixture of both it does', () => {
    const [before, after] = [
      [ended(), ended()],
      [ended(), underWay],
    ];
    expect(waitsForMore(before, [underWay, underWay], 12)).toBe(false);
    expect(waitsForMore([after[0], before[1]], after, 12)).toBe(true);
    expect(waitsForMore([before[0], before[1]], after, 12)).toBe(false);
  });
});

test('paths that are on the map are known by their runs, how far these have come, and the view', () => {
  const viewport = {
    width: 900,
    height: 600,
    window: { x: [-2, 2], y: [-1, 3] },
    scale: 1,
    stretch: 1,
  } as const;
  const style = {};
  const run = trajectoryThrough([[3, 4]]);
  const before = drawnPaths([run], viewport, style);
  expect(isDrawn(before, drawnPaths([run], viewport, style))).toBe(true);
  expect(isDrawn(null, drawnPaths([run], viewport, style))).toBe(false);
  expect(isDrawn(before, drawnPaths([run], { ...viewport }, style))).toBe(false);
  expect(isDrawn(before, drawnPaths([run], viewport, {}))).toBe(false);
  expect(isDrawn(before, drawnPaths([trajectoryThrough([[3, 4]])], viewport, style))).toBe(false);
  expect(isDrawn(before, drawnPaths([run, run], viewport, style))).toBe(false);
  run.rows += 1;
  expect(isDrawn(before, drawnPaths([run], viewport, style))).toBe(false);
});

test('as many vertices are stroked under a scrubbing hand as a frame has time for', () => {
  // 25 ms for 1,000: of that speed 480 take 12 ms.
  expect(pacedVertices(MOST_VERTICES, 1000, 25)).toBe(480);
  expect(pacedVertices(MOST_VERTICES, 1000, 20)).toBe(MOST_VERTICES);
  expect(pacedVertices(480, 400, 8)).toBe(720);
  // A few that were quick say nothing of many, nor does a frame that other work has filled.
  expect(pacedVertices(480, 30, 2)).toBe(480);
  expect(pacedVertices(480, 400, 13)).toBe(480);
});

test('the number of vertices stays within its bounds, and a long frame never raises it', () => {
  expect(pacedVertices(MOST_VERTICES, 5000, 2)).toBe(MOST_VERTICES);
  expect(pacedVertices(400, 2, 200)).toBe(300);
  expect(pacedVertices(400, 4000, 30)).toBe(400);
});

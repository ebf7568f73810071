import { expect, test } from 'vitest';
import { MOST_VERTICES, pacedVertices, waitsForMore } from './paintPace.ts';
import { trajectoryThrough } from './pathFixture.ts';

test('a picture waits for runs that are still computed, but never long', () => {
  const ended = trajectoryThrough([
    [3, 4],
    [7, 5],
  ]);
  ended.outcome = { kind: 'finished', step: 1, evaluations: { value: 0, gradient: 1, hessian: 0 } };
  const underWay = trajectoryThrough([[3, 4]]);
  expect(waitsForMore([ended, underWay], 12)).toBe(true);
  expect(waitsForMore([ended, underWay], 41)).toBe(false);
  expect(waitsForMore([ended, ended], 12)).toBe(false);
  expect(waitsForMore([], 12)).toBe(false);
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

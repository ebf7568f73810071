import { expect, test } from 'vitest';
import { waitsForMore } from './paintPace.ts';
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

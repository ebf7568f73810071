import { describe, expect, test } from 'vitest';
import { FASTEST, SLOWEST } from '../../src/scene/scene.ts';
import { OPENING_SCENE } from '../store/openingScene.ts';
import { createAppStore } from '../store/store.ts';
import { setLoop, setSpeed } from '../store/viewActions.ts';
import { followPace, nextSpeed, SPEEDS } from './pace.ts';
import { createPlayback } from './playback.ts';

describe('the next speed', () => {
  test.each([
    [1, 1, 2],
    [1, -1, 0.5],
    [3, 1, 4],
    [3, -1, 2],
    [16, 1, 16],
    [0.25, -1, 0.25],
  ] as const)('of %d×, in direction %i, is %d×', (speed, direction, next) => {
    expect(nextSpeed(speed, direction)).toBe(next);
  });

  test('goes to the ends that a scene may have, and not beyond', () => {
    expect([SPEEDS[0], SPEEDS.at(-1)]).toEqual([SLOWEST, FASTEST]);
  });
});

test('playback has the speed and the loop of the state, from the beginning and after each change', () => {
  const store = createAppStore(OPENING_SCENE, 'light');
  setSpeed(store, 4);
  const playback = createPlayback(50, { request: () => 1, cancel: () => {} }, () => false);
  followPace(store, playback);
  expect([playback.speed, playback.loop]).toEqual([4, false]);
  setLoop(store, true);
  setSpeed(store, 0.5);
  expect([playback.speed, playback.loop]).toEqual([0.5, true]);
});

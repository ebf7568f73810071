import { expect, test } from 'vitest';
import { closeLosses, openLosses } from '../store/lossActions.ts';
import { createPage } from './keyFixture.ts';
import { holdInRoom } from './holdInRoom.ts';

test('playback waits while the losses are shown, and goes on from there', () => {
  const { store, playback, showFrame } = createPage();
  const room = holdInRoom(store, playback);
  playback.play();
  showFrame(0);
  showFrame(500);
  openLosses(store);
  expect([playback.playing, room.holds()]).toEqual([false, true]);
  const { playhead } = playback;
  expect(playhead).toBe(15);
  closeLosses(store);
  expect([playback.playing, playback.playhead, room.holds()]).toEqual([true, 15, false]);
});

test('what rested before rests after', () => {
  const { store, playback } = createPage();
  const room = holdInRoom(store, playback);
  playback.seek(7);
  openLosses(store);
  expect(room.holds()).toBe(false);
  closeLosses(store);
  expect([playback.playing, playback.playhead]).toEqual([false, 7]);
});

test('a scene that begins to play behind the losses waits', () => {
  const { store, playback } = createPage();
  openLosses(store);
  const room = holdInRoom(store, playback);
  playback.play();
  expect([playback.playing, room.holds()]).toEqual([false, true]);
});

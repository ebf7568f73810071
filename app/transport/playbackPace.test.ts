import { describe, expect, test } from 'vitest';
import { createPlayer } from './playbackFixture.ts';

describe('another speed', () => {
  test.each([
    [0.25, 15],
    [2, 120],
    [4, 240],
  ])('%d× shows %i steps in two seconds', (speed, steps) => {
    const { playback, watch } = createPlayer(290);
    playback.speed = speed;
    playback.play();
    watch(2000);
    expect(playback.playhead).toBeCloseTo(steps, 9);
  });

  test('16× plays a long run of ten seconds in ten sixteenths of one', () => {
    const { playback, watch } = createPlayer(6000);
    playback.speed = 16;
    playback.play();
    watch(500);
    expect(playback.playhead).toBeCloseTo(4800, 6);
  });

  test('takes effect while playing, from where it is', () => {
    const { playback, watch, after } = createPlayer(200);
    playback.play();
    watch(1000);
    playback.speed = 4;
    after(500);
    expect(playback.playhead).toBeCloseTo(30 + 60, 9);
  });
});

describe('a loop', () => {
  test('rests at the end for a moment, tells no one meanwhile, and begins anew', () => {
    const { playback, watch, after, heard } = createPlayer(30);
    playback.loop = true;
    playback.play();
    watch(1000);
    after(16);
    expect([playback.playhead, playback.playing]).toEqual([30, true]);
    const before = heard.length;
    for (let i = 0; i < 5; i++) after(100);
    expect([playback.playhead, heard.length]).toEqual([30, before]);
    after(100);
    expect([playback.playhead, playback.playing]).toEqual([0, true]);
    after(500);
    expect(playback.playhead).toBeCloseTo(15, 9);
  });

  test('is told apart from a beginning and an end', () => {
    const { playback, watch, heard } = createPlayer(15);
    playback.loop = true;
    playback.play();
    watch(3000);
    expect(heard.filter(({ stateChanged }) => stateChanged)).toHaveLength(1);
  });

  test('ends at the end once it is turned off, also while it rests there', () => {
    const { playback, watch, after, isIdle } = createPlayer(30);
    playback.loop = true;
    playback.play();
    watch(1100);
    playback.loop = false;
    after(16);
    expect([playback.playhead, playback.playing, isIdle()]).toEqual([30, false, true]);
  });

  test('can be paused while it rests, and does not go on', () => {
    const { playback, watch, after, isIdle } = createPlayer(30);
    playback.loop = true;
    playback.play();
    watch(1200);
    playback.pause();
    after(5000);
    expect([playback.playhead, playback.playing, isIdle()]).toEqual([30, false, true]);
  });

  test('rests anew at each end', () => {
    const { playback, watch } = createPlayer(30);
    playback.loop = true;
    playback.play();
    // One second, the rest of 0.6 s, and the same again; frames may round each up by a little.
    watch(2700);
    expect(playback.playhead).toBe(30);
  });

  test('plays all of it again when it was not resting at the end but stood there', () => {
    const { playback, after } = createPlayer(30);
    playback.loop = true;
    playback.seek(30);
    playback.play();
    expect(playback.playhead).toBe(0);
    after(0);
    after(400);
    expect(playback.playhead).toBeCloseTo(12, 9);
  });
});

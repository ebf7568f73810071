import { describe, expect, test } from 'vitest';
import { createPlayer } from './playbackFixture.ts';

describe('playing', () => {
  test('makes 30 steps a second', () => {
    const { playback, watch } = createPlayer(200);
    playback.play();
    watch(2500);
    expect(playback.playhead).toBeCloseTo(75, 9);
  });

  test.each([301, 4500, 1_000_000])('takes 10 seconds for a run of %i steps', (steps) => {
    const { playback, watch, after } = createPlayer(steps);
    playback.play();
    watch(5000);
    expect(playback.playhead).toBeCloseTo(steps / 2, 6);
    watch(4990);
    expect(playback.playing).toBe(true);
    after(10);
    // Rounding may leave it short of the end by a hair, for one more frame.
    after(1);
    expect(playback.playing).toBe(false);
    expect(playback.playhead).toBe(steps);
  });

  test('shows the same step after the same time, however many frames there were', () => {
    const smooth = createPlayer(90);
    const rough = createPlayer(90);
    smooth.playback.play();
    rough.playback.play();
    smooth.watch(1300);
    rough.after(0);
    rough.after(900);
    rough.after(400);
    expect(smooth.playback.playhead).toBeCloseTo(rough.playback.playhead, 9);
  });

  test('loses no time to the wait for its first frame', () => {
    const { playback, after } = createPlayer(60);
    playback.play();
    after(800);
    expect(playback.playhead).toBe(0);
  });

  test('glides between steps', () => {
    const { playback, after } = createPlayer(60);
    playback.play();
    after(0);
    after(50);
    expect(playback.playhead).toBeCloseTo(1.5, 9);
  });

  test('stops at the end, asks for no more frames, and says so once', () => {
    const { playback, watch, heard, isIdle } = createPlayer(7);
    playback.play();
    watch(1000);
    expect(playback.playhead).toBe(7);
    expect(playback.playing).toBe(false);
    expect(isIdle()).toBe(true);
    expect(heard.filter(({ stateChanged }) => stateChanged).map(({ at }) => at)).toEqual([0, 7]);
  });

  test('begins again from the start when it stands at the end', () => {
    const { playback, watch } = createPlayer(40);
    playback.seek(40);
    playback.play();
    expect(playback.playhead).toBe(0);
    watch(500);
    expect(playback.playhead).toBeCloseTo(15, 9);
  });

  test('goes on from where it was paused, however long that was', () => {
    const { playback, watch, after } = createPlayer(90);
    playback.play();
    watch(700);
    playback.pause();
    after(60_000);
    playback.play();
    watch(1000);
    expect(playback.playhead).toBeCloseTo(51, 9);
  });

  test('twice is playing once: it goes no faster', () => {
    const { playback, watch } = createPlayer(90);
    playback.play();
    playback.play();
    watch(1000);
    expect(playback.playhead).toBeCloseTo(30, 9);
  });

  test('does not begin in a run without steps', () => {
    const { playback, isIdle, heard } = createPlayer(0);
    playback.play();
    expect([playback.playing, playback.playhead, isIdle(), heard.length]).toEqual([false, 0, true, 0]);
  });
});

describe('pausing', () => {
  test('rests on the nearest whole step, and no frame moves it on', () => {
    const { playback, after, isIdle } = createPlayer(60);
    playback.play();
    after(0);
    after(160);
    expect(playback.playhead).toBeCloseTo(4.8, 9);
    playback.pause();
    expect([playback.playhead, playback.playing, isIdle()]).toEqual([5, false, true]);
  });

  test('at rest changes nothing and tells no one', () => {
    const { playback, heard } = createPlayer(60);
    playback.pause();
    expect(heard).toEqual([]);
  });
});

describe('seeking', () => {
  test.each([
    [12.4, 12],
    [12.6, 13],
    [-3, 0],
    [81, 80],
  ])('to %d rests on step %i of 80', (asked, step) => {
    const { playback, heard } = createPlayer(80);
    playback.seek(asked);
    expect(playback.playhead).toBe(step);
    expect(heard).toEqual([{ at: step, stateChanged: false }]);
  });

  test('pauses, and says that playing has ended', () => {
    const { playback, watch, isIdle, heard } = createPlayer(80);
    playback.play();
    watch(300);
    playback.seek(33);
    expect([playback.playing, playback.playhead, isIdle()]).toEqual([false, 33, true]);
    expect(heard.at(-1)).toEqual({ at: 33, stateChanged: true });
  });
});

describe('with less motion', () => {
  test('shows whole steps only, at the same rate', () => {
    const { playback, watch, heard } = createPlayer(90, true);
    playback.play();
    watch(1234);
    expect(heard.every(({ at }) => Number.isInteger(at))).toBe(true);
    expect(new Set(heard.map(({ at }) => at)).size).toBe(38);
    // 37.02 steps
    expect(playback.playhead).toBe(37);
  });
});

describe('another number of steps', () => {
  test('leaves the playhead where it is if it can', () => {
    const { playback } = createPlayer(80);
    playback.seek(52);
    playback.setSteps(300);
    expect([playback.playhead, playback.steps]).toEqual([52, 300]);
  });

  test('takes the playhead to its end if there are fewer', () => {
    const { playback, heard } = createPlayer(80);
    playback.seek(52);
    playback.setSteps(20);
    expect([playback.playhead, playback.steps]).toEqual([20, 20]);
    expect(heard.at(-1)).toEqual({ at: 20, stateChanged: false });
  });

  test('while playing lets it play on to the new end', () => {
    const { playback, watch } = createPlayer(80);
    playback.play();
    watch(1000);
    playback.setSteps(45);
    watch(400);
    expect(playback.playing).toBe(true);
    watch(200);
    expect([playback.playing, playback.playhead]).toEqual([false, 45]);
  });

  test('of none ends playing at 0', () => {
    const { playback, watch, isIdle } = createPlayer(80);
    playback.play();
    watch(300);
    playback.setSteps(0);
    watch(32);
    expect([playback.playing, playback.playhead, isIdle()]).toEqual([false, 0, true]);
  });
});

test('who no longer listens hears nothing', () => {
  const { playback } = createPlayer(80);
  let heard = 0;
  const stop = playback.subscribe(() => (heard += 1));
  playback.seek(3);
  stop();
  playback.seek(4);
  expect(heard).toBe(1);
});

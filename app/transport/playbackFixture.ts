import { createPlayback } from './playback.ts';

// For tests of playback only.

/** Frames that the test shows, on a clock that it turns. */
function createFrames() {
  const waiting = new Map<number, (milliseconds: number) => void>();
  let next = 1;
  let clock = 5000;
  return {
    frames: {
      request(callback: (milliseconds: number) => void) {
        waiting.set(next, callback);
        return next++;
      },
      cancel: (frame: number) => void waiting.delete(frame),
    },
    isIdle: () => waiting.size === 0,
    /** Lets time pass, then shows one frame. */
    after: (milliseconds: number) => {
      clock += milliseconds;
      const due = [...waiting.values()];
      waiting.clear();
      for (const callback of due) callback(clock);
    },
  };
}

/** A playback on frames that the test shows, and what it told. */
export function createPlayer(steps: number, stepwise = false) {
  const page = createFrames();
  const playback = createPlayback(steps, page.frames, () => stepwise);
  const heard: { at: number; stateChanged: boolean }[] = [];
  playback.subscribe((stateChanged) => heard.push({ at: playback.playhead, stateChanged }));
  /** Plays for a time in frames of 16 ms, the first of which shows where it stood. */
  const watch = (milliseconds: number) => {
    page.after(0);
    for (let passed = 0; passed < milliseconds; passed += 16) page.after(Math.min(16, milliseconds - passed));
  };
  return { playback, heard, watch, ...page };
}

/** Steps a second at 1×; a run longer than `LONG` plays in the time of one of that length. */
const STEPS_PER_SECOND = 30;
const LONG = 300;
/** A loop rests so long at its end, so that one sees what came out. */
const LOOP_REST_MILLISECONDS = 600;

/** What playback needs of the page: frames, and whether motion is welcome. */
export interface Frames {
  request(callback: (milliseconds: number) => void): number;
  cancel(frame: number): void;
}

/**
 * The playhead. It lives outside React: sixty changes a second go straight to those who draw. It may stand between
 * two steps while playing, and rests on whole ones.
 */
export interface Playback {
  readonly playhead: number;
  readonly steps: number;
  readonly playing: boolean;
  /** A factor; 1 is 30 steps a second, or ten seconds for a long run. It takes effect in the next frame. */
  speed: number;
  /** Whether it begins anew, a moment after its end. */
  loop: boolean;
  play(): void;
  pause(): void;
  /** Pauses, and goes to a whole step within the run. */
  seek(step: number): void;
  /** Another number of steps; the playhead stays where it can. */
  setSteps(steps: number): void;
  /** Called on each change, and told whether playing began or ended with it. */
  subscribe(listener: (stateChanged: boolean) => void): () => void;
}

/**
 * @param stepwise true jumps from step to step instead of gliding, for people who want less motion
 */
export function createPlayback(steps: number, frames: Frames, stepwise: () => boolean): Playback {
  const listeners = new Set<(stateChanged: boolean) => void>();
  let total = steps;
  let position = 0; // exact, while `playhead` may be rounded down to a step
  let playing = false;
  let frame = 0;
  let before: number | null = null;
  let rested = 0;

  const tell = (stateChanged: boolean) => {
    for (const listener of listeners) listener(stateChanged);
  };
  const advance = (now: number) => {
    const passed = before === null ? 0 : now - before;
    before = now;
    const atEnd = position >= total;
    if (atEnd) rested += passed;
    else {
      const rate = Math.max(STEPS_PER_SECOND, (total / LONG) * STEPS_PER_SECOND) * playback.speed;
      position = Math.min(total, position + (rate * passed) / 1000);
      rested = 0;
    }
    if (position >= total && (!playback.loop || total === 0)) {
      playing = false;
      tell(true);
      return;
    }
    if (atEnd && rested >= LOOP_REST_MILLISECONDS) position = 0;
    frame = frames.request(advance);
    // While it rests at the end, nothing has changed.
    if (!atEnd || position === 0) tell(false);
  };
  const stop = () => {
    playing = false;
    frames.cancel(frame);
  };

  const playback: Playback = {
    speed: 1,
    loop: false,
    get playhead() {
      return playing && !stepwise() ? position : Math.floor(position);
    },
    get steps() {
      return total;
    },
    get playing() {
      return playing;
    },
    play() {
      if (playing || total === 0) return;
      if (position >= total) position = 0;
      playing = true;
      before = null;
      frame = frames.request(advance);
      tell(true);
    },
    pause() {
      if (!playing) return;
      stop();
      position = Math.round(position);
      tell(true);
    },
    seek(step) {
      const was = playing;
      stop();
      position = Math.min(total, Math.max(0, Math.round(step)));
      tell(was);
    },
    setSteps(next) {
      total = next;
      position = Math.min(position, total);
      tell(false);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return playback;
}

/** Steps a second at 1×; a run longer than `LONG` plays in the time of one of that length. */
const STEPS_PER_SECOND = 30;
const LONG = 300;

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

  const tell = (stateChanged: boolean) => {
    for (const listener of listeners) listener(stateChanged);
  };
  const advance = (now: number) => {
    if (before !== null) {
      const rate = Math.max(STEPS_PER_SECOND, (total / LONG) * STEPS_PER_SECOND);
      position = Math.min(total, position + (rate * (now - before)) / 1000);
    }
    before = now;
    if (position >= total) playing = false;
    else frame = frames.request(advance);
    tell(!playing);
  };
  const stop = () => {
    playing = false;
    frames.cancel(frame);
  };

  return {
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
}

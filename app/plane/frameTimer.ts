/** Calls back in the first frame after a time. */
export interface FrameTimer {
  /** Once; what it was set to before is forgotten. */
  set(milliseconds: number, callback: () => void): void;
  stop(): void;
}

/**
 * For what waits until a hand rests. What a hand does is told at the beginning of a frame: only there is it known whether it
 * has moved on, however long the frame before has taken.
 */
export function createFrameTimer(): FrameTimer {
  let timer = 0;
  let frame = 0;
  const stop = () => {
    window.clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
  return {
    set(milliseconds, callback) {
      stop();
      timer = window.setTimeout(() => {
        frame = requestAnimationFrame(callback);
      }, milliseconds);
    },
    stop,
  };
}

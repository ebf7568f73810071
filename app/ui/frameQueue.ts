/** Work for the next frame: each piece once, however often it was asked for, and all in one callback. */
export interface FrameQueue {
  add(work: () => void): void;
  remove(work: () => void): void;
}

/** While a hand moves something, what is not the picture itself follows so often, in milliseconds. */
const CALM_INTERVAL = 70;

/**
 * A way of asking for frames that leaves those between two works, of `CALM_INTERVAL`, to others while a hand moves.
 * @param request calls back at the next frame
 */
export function calmly(
  request: (callback: () => void) => void,
  isMoving: () => boolean,
  now: () => number,
): (callback: () => void) => void {
  let worked = Number.NEGATIVE_INFINITY;
  return (callback) => {
    const turn = () => {
      if (isMoving() && now() - worked < CALM_INTERVAL) return request(turn);
      worked = now();
      callback();
    };
    request(turn);
  };
}

/** @param request calls back at the next frame: `requestAnimationFrame` in a page */
export function createFrameQueue(request: (callback: () => void) => void): FrameQueue {
  const waiting = new Set<() => void>();
  let requested = false;
  const run = () => {
    requested = false;
    const work = [...waiting];
    waiting.clear();
    for (const piece of work) piece();
  };
  return {
    add(work) {
      waiting.add(work);
      if (requested) return;
      requested = true;
      request(run);
    },
    remove: (work) => waiting.delete(work),
  };
}

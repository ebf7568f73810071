/** Work for the next frame: each piece once, however often it was asked for, and all in one callback. */
export interface FrameQueue {
  add(work: () => void): void;
  remove(work: () => void): void;
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

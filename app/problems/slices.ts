/** Milliseconds of a frame that slices take together; one piece of work may end later. */
const SLICE = 6;

/** Work in small pieces, so that a page stays alive: some in each frame, in the order they were asked for. */
export interface Slices {
  /** @returns takes the piece back, if it has not been done yet */
  add(piece: () => void): () => void;
}

/**
 * @param nextFrame calls back at the next frame
 * @param now milliseconds of any clock that does not go back
 */
export function createSlices(nextFrame: (callback: () => void) => void, now: () => number): Slices {
  const waiting = new Set<() => void>();
  let requested = false;

  function run(): void {
    requested = false;
    const end = now() + SLICE;
    for (const piece of waiting) {
      waiting.delete(piece);
      piece();
      if (now() >= end) break;
    }
    request();
  }

  function request(): void {
    if (requested || waiting.size === 0) return;
    requested = true;
    nextFrame(run);
  }

  return {
    add(piece) {
      const once = () => piece();
      waiting.add(once);
      request();
      return () => waiting.delete(once);
    },
  };
}

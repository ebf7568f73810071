/** Where someone reads the chart. */
export interface Reading {
  /** In steps or evaluations; one that rows can be at. */
  readonly x: number;
  /** Pixels from the plot’s left and top: the pointer’s, or those of the keyboard’s reading. */
  readonly left: number;
  readonly top: number;
}

/** The place that is read. It moves with the pointer, and so goes around React. */
export interface Cursor {
  readonly reading: Reading | null;
  move(reading: Reading | null): void;
  /** Called when it has moved. */
  subscribe(listener: () => void): () => void;
}

export function createCursor(): Cursor {
  const listeners = new Set<() => void>();
  let reading: Reading | null = null;
  return {
    get reading() {
      return reading;
    },
    move(next) {
      if (next === reading) return;
      reading = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

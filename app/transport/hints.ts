/** The three things one finds out first, in the order in which they are pointed at. */
export const HINTS = ['start', 'unfold', 'play'] as const;
export type HintId = (typeof HINTS)[number];

/** Where it is kept which hints have done their work; without storage, for as long as the page lives. */
export interface HintMemory {
  done(): readonly string[];
  remember(id: string): void;
}

/** One quiet hint at a time: the first thing that the visitor has not yet done. */
export interface Hints {
  /** The hint to show; null once all is done. */
  readonly current: () => HintId | null;
  /** The visitor did it, or does not want to be told: it is never shown again. */
  readonly done: (id: HintId) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createHints(memory: HintMemory): Hints {
  const listeners = new Set<() => void>();
  const done = new Set(memory.done());
  return {
    current: () => HINTS.find((id) => !done.has(id)) ?? null,
    done(id) {
      if (done.has(id)) return;
      done.add(id);
      memory.remember(id);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

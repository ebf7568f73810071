import type { LaidArrow } from '../plane/arrowLayout.ts';
import type { Store } from '../store/store.ts';

/** How the map draws the arrows of a step now, as their table says it. */
export interface DrawnArrows {
  /** The scale of each arrow by its term; null at the map's own. */
  readonly scales: Readonly<Record<string, number | null>>;
  readonly states: Readonly<Record<string, LaidArrow['state']>>;
  /** Whether the step is too short to be seen at this zoom. */
  readonly isSmall: boolean;
}

/** Where the map writes how it draws, and what stands beside the map reads it. */
export interface ArrowBoard {
  /** Null while nothing is drawn. */
  readonly current: () => DrawnArrows | null;
  readonly write: (next: DrawnArrows | null) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const boards = new WeakMap<Store, ArrowBoard>();

/** The board of a page, by its store. */
export function arrowBoard(store: Store): ArrowBoard {
  const known = boards.get(store);
  if (known) return known;
  const board = createArrowBoard();
  boards.set(store, board);
  return board;
}

function createArrowBoard(): ArrowBoard {
  const listeners = new Set<() => void>();
  let drawn: DrawnArrows | null = null;
  return {
    current: () => drawn,
    write(next) {
      // Most steps are drawn as the one before.
      if (JSON.stringify(next) === JSON.stringify(drawn)) return;
      drawn = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

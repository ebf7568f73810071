import { dismiss, notify, openScene } from './actions.ts';
import { linkOf, sceneOfAddress } from './address.ts';
import type { State, Store } from './store.ts';

/** The browser's own history and address bar, handed in so that they can be tested without a browser. */
export interface AddressBar {
  /** The fragment with its `#`, or nothing. */
  read(): string;
  /** The number that was given to the entry shown; null where this page gave none. */
  entry(): number | null;
  /** The number of the last entry, as it was kept before the page was loaded anew; null where that is not known. */
  newest(): number | null;
  /** Keeps the number of the last entry for when the page is loaded anew. */
  keepNewest(entry: number): void;
  /** Adds an entry after the one shown; those after it are gone. The fragment is without `#`. */
  push(fragment: string, entry: number): void;
  /** Gives the entry shown a fragment (null leaves it) and a number. */
  replace(fragment: string | null, entry: number): void;
  go(delta: number): void;
  /** Called when another entry is shown, or another address was opened. */
  onMove(listener: () => void): void;
}

/** Browsers ignore addresses that change too often, so writes of the view keep this distance in milliseconds. */
export const ADDRESS_INTERVAL = 400;
/** Chromium ignores what goes beyond 200 changes in 30 seconds: from here on gestures share an entry. */
export const MOST_WRITES = 150;
export const WRITES_INTERVAL = 30_000;

/** What an entry of the history brings back. */
type Snapshot = Pick<
  State,
  | 'scene'
  | 'runIds'
  | 'focus'
  | 'unfolded'
  | 'window'
  | 'chart'
  | 'speed'
  | 'loop'
  | 'cloud'
  | 'reading'
  | 'data'
  | 'losses'
  | 'lossValues'
>;

export interface HistoryOptions {
  readonly bar: AddressBar;
  readonly setTimer: (callback: () => void, milliseconds: number) => number;
  /** Milliseconds, of any origin. */
  readonly now: () => number;
  /** The step shown if playback rests there, else null. */
  readonly restingAt: () => number | null;
  /** Another link was opened: playback goes where it says. */
  readonly onOpen: (scene: State['scene']) => void;
  /** True if the address holds nothing yet, or nothing that could be read: it is left alone until something changes. */
  readonly untouched: boolean;
}

export interface History {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  /** Called when `canUndo` or `canRedo` may have changed. */
  readonly subscribe: (listener: () => void) => () => void;
  /** To be called when playback comes to rest, by hand or at the end of the run: the address names the step. */
  readonly cameToRest: (byHand: boolean) => void;
}

/**
 * Makes each finished gesture an entry of the browser's history, so that Back is undo and Forward redo, and keeps the
 * address a link to what is on screen.
 */
export function createHistory(store: Store, options: HistoryOptions): History {
  const { bar, setTimer, now, restingAt, onOpen } = options;
  const listeners = new Set<() => void>();
  const snapshots = new Map<number, Snapshot>();
  let entry = bar.entry() ?? 0;
  let newest = Math.max(entry, bar.newest() ?? entry);
  let held = options.untouched;
  let timer = false;
  /** Whether the scene has changed since it was last an entry. */
  let dirty = false;
  let isRestoring = false;
  let writes: number[] = [];

  const link = () => linkOf(store.getState(), restingAt());
  const remember = () => snapshots.set(entry, snapshotOf(store.getState()));
  const tell = () => {
    bar.keepNewest(newest);
    for (const listener of listeners) listener();
  };
  const mayWrite = () => {
    const time = now();
    writes = writes.filter((written) => time - written < WRITES_INTERVAL);
    return writes.length < MOST_WRITES;
  };

  /** Brings the address up to date a moment later; gestures that could not be entries of their own become one then. */
  function later(): void {
    if (timer) return;
    timer = true;
    setTimer(() => {
      timer = false;
      if (held) return;
      if (store.getState().moving || !mayWrite()) later();
      else if (dirty) commit();
      else {
        writes.push(now());
        bar.replace(link(), entry);
      }
    }, ADDRESS_INTERVAL);
  }

  /** A gesture has ended: if it changed anything, the scene is an entry. */
  function commit(): void {
    if (!dirty) return;
    const before = snapshots.get(entry);
    const state = store.getState();
    if (
      before &&
      before.cloud === state.cloud &&
      sameScene(before.scene, state.scene) &&
      sameRoom(before, state)
    ) {
      dirty = false;
      later();
      return;
    }
    held = false;
    if (!mayWrite()) {
      later();
      return;
    }
    dirty = false;
    for (let gone = entry + 1; gone <= newest; gone++) snapshots.delete(gone);
    entry += 1;
    newest = entry;
    remember();
    writes.push(now());
    bar.push(link(), entry);
    tell();
  }

  function restore(snapshot: Snapshot): void {
    const { scene, runIds, window, chart, speed, loop, reading } = store.getState();
    // Undoing a slider leaves map, chart and reading as they were put since; another problem, or other runs, bring their own view.
    const isOther =
      snapshot.scene.problem.id !== scene.problem.id || !snapshot.runIds.some((id) => runIds.includes(id));
    isRestoring = true;
    store.setState(isOther ? snapshot : { ...snapshot, window, chart, speed, loop, reading });
    isRestoring = false;
  }

  function open(): void {
    const { scene, notice, found } = sceneOfAddress(bar.read());
    // An address that cannot be read takes nothing away: the scene on screen stays, and so does the address.
    if (found || notice === null) {
      isRestoring = true;
      openScene(store, scene);
      isRestoring = false;
      onOpen(scene);
    }
    if (notice) notify(store, { kind: 'link', text: notice });
    else dismiss(store, 'link');
    held = !found;
  }

  store.subscribe((state, before) => {
    if (isRestoring) return;
    if (
      !sameContent(state.scene, before.scene) ||
      state.cloud !== before.cloud ||
      state.losses !== before.losses ||
      state.lossValues !== before.lossValues
    )
      dirty = true;
    if (dirty && !state.moving) commit();
    else if (viewChanged(state, before)) {
      held = false;
      // Coming back to this entry shows it as it was left.
      const known = snapshots.get(entry);
      if (known && !dirty) {
        const { scene, runIds } = known;
        snapshots.set(entry, { ...snapshotOf(state), scene, runIds });
      }
      later();
    }
  });

  bar.onMove(() => {
    // What could not be an entry yet belongs to the one that is left: redo brings it back.
    if (dirty) remember();
    dirty = false;
    const shown = bar.entry();
    if (shown === null) {
      // A person opened another address: it is the end of this history.
      open();
      entry += 1;
      newest = entry;
      bar.replace(null, entry);
      remember();
    } else if (shown !== entry) {
      entry = shown;
      newest = Math.max(newest, entry);
      const snapshot = snapshots.get(entry);
      if (snapshot) restore(snapshot);
      else {
        // Made before this page was loaded: the address has all of it.
        isRestoring = true;
        const { scene } = sceneOfAddress(bar.read());
        openScene(store, scene);
        isRestoring = false;
        remember();
      }
      held = !sceneOfAddress(bar.read()).found;
    }
    tell();
  });

  bar.replace(null, entry);
  remember();
  return {
    undo: () => {
      if (entry > 0) bar.go(-1);
    },
    redo: () => {
      if (entry < newest) bar.go(1);
    },
    canUndo: () => entry > 0,
    canRedo: () => entry < newest,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    cameToRest(byHand) {
      if (byHand) held = false;
      if (byHand || !held) later();
    },
  };
}

function snapshotOf(state: State): Snapshot {
  const { scene, runIds, focus, unfolded, window, chart, speed, loop, cloud, reading } = state;
  const { data, losses, lossValues } = state;
  return {
    scene,
    runIds,
    focus,
    unfolded,
    window,
    chart,
    speed,
    loop,
    cloud,
    reading,
    data,
    losses,
    lossValues,
  };
}

/** Whether both are the same but for their view. */
function sameContent(a: State['scene'], b: State['scene']): boolean {
  return (
    a === b ||
    (a.problem === b.problem &&
      a.start === b.start &&
      a.steps === b.steps &&
      a.sampling === b.sampling &&
      a.runs === b.runs)
  );
}

/** The same by value: a gesture that ends where it began has changed nothing. */
function sameScene({ view: _a, ...a }: State['scene'], { view: _b, ...b }: State['scene']): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The same page of the room of losses with the same settings, or the map in both. */
function sameRoom(a: Pick<State, 'losses' | 'lossValues'>, b: Pick<State, 'losses' | 'lossValues'>): boolean {
  return a.losses === b.losses && JSON.stringify(a.lossValues) === JSON.stringify(b.lossValues);
}

const VIEW = ['focus', 'unfolded', 'window', 'chart', 'speed', 'loop', 'reading', 'data'] as const;

function viewChanged(state: State, before: State): boolean {
  return VIEW.some((name) => state[name] !== before[name]);
}

import type { Domain } from '../../src/problems/problem.ts';
import type { Store } from '../store/store.ts';
import { setWindow } from '../store/viewActions.ts';
import { ease } from './ease.ts';
import { viewBetween, type Viewport } from './viewport.ts';

/** What motion needs of the page. */
export interface MotionSurroundings {
  readonly store: Store;
  request(callback: (milliseconds: number) => void): number;
  cancel(frame: number): void;
  /** Milliseconds that a change of view takes: the theme's `--m-view`, 0 where less motion is wanted. */
  duration(): number;
  /** Told where a change of view will end once it begins, and null when it is over or was taken over by a hand. */
  onTarget(target: Viewport | null): void;
}

/** Where a change of view goes: the window to keep, null for the problem's own domain, and how it will look. */
export interface Destination {
  readonly window: Domain | null;
  readonly viewport: Viewport;
}

/** Moves the map's window, at most once a frame: at once under a hand, eased for a button or a key. */
export interface WindowMotion {
  /** The view as it will be in the next frame; null before there was one. */
  readonly viewport: Viewport | null;
  /** Where it will come to rest, if nothing else happens. */
  readonly target: Viewport | null;
  /** The page shows this view now: its size has changed, or someone else has moved the window. */
  show(viewport: Viewport): void;
  /** In the next frame. */
  move(viewport: Viewport): void;
  glide(destination: Destination): void;
  dispose(): void;
}

export function createWindowMotion(surroundings: MotionSurroundings): WindowMotion {
  const { store } = surroundings;
  let viewport: Viewport | null = null;
  /** What is to be written in the next frame. */
  let waiting: Viewport | null = null;
  let glide: { readonly from: Viewport; readonly to: Destination; began: number | null } | null = null;
  let frame = 0;
  /** Whether the window is being written here. */
  let isWriting = false;

  function write(window: Domain | null): void {
    isWriting = true;
    setWindow(store, window);
    isWriting = false;
  }

  function schedule(): void {
    if (frame === 0) frame = surroundings.request(turn);
  }

  function turn(now: number): void {
    frame = 0;
    if (glide) advance(glide, now);
    else if (waiting) {
      const { window } = waiting;
      waiting = null;
      write(window);
    }
  }

  function advance(current: NonNullable<typeof glide>, now: number): void {
    current.began ??= now;
    const duration = surroundings.duration();
    const part = duration > 0 ? (now - current.began) / duration : 1;
    if (part < 1) {
      viewport = viewBetween(current.from, current.to.viewport, ease(part));
      schedule();
      write(viewport.window);
      return;
    }
    glide = null;
    viewport = current.to.viewport;
    write(current.to.window);
    surroundings.onTarget(null);
  }

  function stop(): void {
    if (!glide) return;
    glide = null;
    surroundings.onTarget(null);
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (isWriting) return;
    // Another problem or another window takes the place of whatever was on its way.
    if (state.window === before.window && state.scene.problem.id === before.scene.problem.id) return;
    waiting = null;
    stop();
  });

  return {
    get viewport() {
      return viewport;
    },
    get target() {
      return glide?.to.viewport ?? viewport;
    },
    show(next) {
      const isResized = viewport?.width !== next.width || viewport.height !== next.height;
      if (isResized) {
        waiting = null;
        stop();
      }
      if (!waiting) viewport = next;
    },
    move(next) {
      stop();
      viewport = next;
      waiting = next;
      schedule();
    },
    glide(destination) {
      if (!viewport) return;
      waiting = null;
      glide = { from: viewport, to: destination, began: null };
      surroundings.onTarget(destination.viewport);
      schedule();
    },
    dispose() {
      if (frame !== 0) surroundings.cancel(frame);
      frame = 0;
      unsubscribe();
    },
  };
}

import { taskOf } from '../../src/scene/scene.ts';
import type { Store } from '../store/store.ts';
import type { Playback } from '../transport/playback.ts';
import type { EngineClient } from './client.ts';
import { lastStep, readingAt, type Trajectory } from './trajectories.ts';

/** Steps on each side of a resting playhead that are fetched one by one, for runs recorded with a stride. */
const DETAIL = 500;

/** What is on screen: one trajectory a run, following the scene. */
export interface Session {
  /** The trajectories of the scene's runs, in order; they may still be growing. */
  trajectories(): readonly Trajectory[];
  /** The same, but where a new one has no point yet the one before it, so that nothing flickers while a hand moves. */
  displayed(): readonly Trajectory[];
  /** Called when trajectories were exchanged, have grown or ended. */
  subscribe(listener: () => void): () => void;
}

/** Lets the engine follow the store's scene. */
export function createSession(store: Store, engine: EngineClient, playback: Playback): Session {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  let current: readonly Trajectory[] = [];
  let before: readonly Trajectory[] = [];

  function follow(): void {
    const { scene } = store.getState();
    before = displayed();
    current = engine.show(scene.runs.map((run) => taskOf(scene, run)));
    if (playback.steps !== scene.steps) playback.setSteps(scene.steps);
    // Trajectories from the cache are complete: the engine has nothing to say of them.
    detail();
    tell();
  }

  function displayed(): readonly Trajectory[] {
    return current.map((trajectory, i) => {
      const former = before[i];
      const isEmpty = trajectory.rows === 0 && former !== undefined && former.rows > 0;
      return isEmpty && former.task.problem === trajectory.task.problem ? former : trajectory;
    });
  }

  /** The step around which each trajectory's steps were last asked for. */
  const asked = new WeakMap<Trajectory, number>();

  /** Fetches every step around the resting playhead where the page has only every so-manieth. */
  function detail(): void {
    if (playback.playing || store.getState().moving) return;
    const step = Math.floor(playback.playhead);
    for (const trajectory of current) {
      if (step > lastStep(trajectory) || readingAt(trajectory, step)?.exact !== false) continue;
      if (asked.get(trajectory) === step) continue;
      asked.set(trajectory, step);
      void engine.replay(trajectory, Math.max(0, step - DETAIL), step + DETAIL).then((piece) => {
        if (!piece) return;
        trajectory.detail = piece;
        tell();
      });
    }
  }

  store.subscribe((state, previous) => {
    if (state.scene !== previous.scene) follow();
    else if (state.moving !== previous.moving) detail();
  });
  engine.subscribe(() => {
    detail();
    tell();
  });
  playback.subscribe(detail);
  follow();
  return {
    trajectories: () => current,
    displayed,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

import type { Explanation } from '../../src/engine/explain.ts';
import type { Piece } from '../../src/engine/trajectory.ts';
import { taskOf, type Task } from '../../src/scene/scene.ts';
import type { Store } from '../store/store.ts';
import type { Playback } from '../transport/playback.ts';
import type { EngineClient } from './engineClient.ts';
import { lastStep, lightKey, readingAt, type Trajectory } from './trajectories.ts';

/**
 * Under a moving hand runs that were begun so many milliseconds ago may end before those of its latest position begin: given
 * up at each movement, no path would be whole on a computer that needs longer than a frame for them.
 */
const PATIENCE_MILLISECONDS = 50;

/** Steps on each side of a resting playhead that are fetched one by one, for runs recorded with a stride. */
const DETAIL = 500;

/** What is on screen: one trajectory a run, following the scene. */
export interface Session {
  /** The trajectories of the scene's runs, in order; they may still be growing. */
  trajectories(): readonly Trajectory[];
  /**
   * The same, but where a new one has no point yet the one before it, so that nothing flickers while a hand moves; and when
   * it rests, the light one until the whole one of the same task is complete.
   */
  displayed(): readonly Trajectory[];
  /** Called when trajectories were exchanged, have grown or ended. */
  subscribe(listener: () => void): () => void;
  /** Every row of a stretch of a run that is shown; null if it is not shown any more, or only while a hand moves. */
  replay(trajectory: Trajectory, from: number, to: number): Promise<Piece | null>;
  /** All quantities of one step of a run that is shown; null if it has no such step, or is not shown any more. */
  explain(trajectory: Trajectory, step: number): Promise<Explanation | null>;
}

/** A position of a moving hand, whose runs wait for their turn. */
interface Turn {
  readonly tasks: readonly Task[];
  readonly trajectories: readonly Trajectory[];
  /** Those that no earlier position has: a slider moves one run, and the others are there. */
  readonly own: readonly Trajectory[];
}

/** Whether the worker has come to it. */
function hasBegun({ own }: Turn): boolean {
  return own.length === 0 || own.some(({ rows }) => rows > 0);
}

const taskOfRun = ({ task }: Trajectory) => task;

/** When the session does what waits for rest. */
export interface Pace {
  /** Does a piece of work once the playhead has come to rest; only the last one it was given. */
  readonly playheadAtRest: (work: () => void) => void;
  /** The same once a hand that still holds on has. */
  readonly handAtRest: (work: () => void) => void;
  /** Milliseconds, of any origin. */
  readonly now: () => number;
}

/** Whether two trajectories are of the same task, the one recorded as a whole and the other lightly. */
function isWholeOf(whole: Trajectory, light: Trajectory): boolean {
  return light.isLight && !whole.isLight && light.key === lightKey(whole.key);
}

/** Whether a light run shows more of its path than the whole one, which is on its way. */
function isAhead(light: Trajectory, whole: Trajectory): boolean {
  return light.outcome !== null || Math.max(lastStep(light), (light.path?.rows ?? 0) - 1) > lastStep(whole);
}

/** Lets the engine follow the store's scene. */
export function createSession(
  store: Store,
  engine: EngineClient,
  playback: Playback,
  { playheadAtRest, handAtRest, now }: Pace,
): Session {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  let current: readonly Trajectory[] = [];
  let ids: readonly number[] = [];
  /** What each run showed before its present trajectory, by run id. */
  let before: ReadonlyMap<number, Trajectory> = new Map();
  let askedAt = Number.NEGATIVE_INFINITY;
  /** Whether what is under way was asked for under a moving hand; and where that has been since, the latest last. */
  let isHasty = false;
  let next: readonly Turn[] = [];
  /** Whether the hand holds still. */
  let isStill = false;

  const isUnderWay = () => next.length > 0 || current.some(({ outcome }) => outcome === null);
  const hasTakenLong = () => isUnderWay() && now() - askedAt >= PATIENCE_MILLISECONDS;

  function follow(): void {
    const { scene, runIds, moving } = store.getState();
    const isMoving = moving && !isStill;
    const tasks = scene.runs.map((run) => taskOf(scene, run));
    if (isMoving && isHasty && runIds === ids && isUnderWay() && !hasTakenLong()) {
      const turns = engine.showInTurn([
        current.map(taskOfRun),
        ...next.map(({ tasks: later }) => later),
        tasks,
      ]);
      const trajectories = turns[turns.length - 1];
      const earlier = new Set([...current, ...next.flatMap(({ trajectories: others }) => others)]);
      const own = trajectories.filter(
        (trajectory) => trajectory.outcome === null && !earlier.has(trajectory),
      );
      next = [...next, { tasks, trajectories, own }];
      return;
    }
    isHasty = isMoving;
    next = [];
    askedAt = now();
    before = new Map(displayed().map((trajectory, i) => [ids[i], trajectory]));
    ids = runIds;
    current = engine.show(tasks, isMoving);
    adoptSteps();
    // Trajectories from the cache are complete: the engine has nothing to say of them.
    detail();
    tell();
  }

  /** Goes on to the turn that the worker has come to. */
  function goOn(): void {
    const begun = next.findLastIndex(hasBegun);
    // Where all have ended the worker has begun others, of which nothing has come.
    if (begun >= 0 || current.every(({ outcome }) => outcome !== null)) askedAt = now();
    if (begun < 0) return;
    before = new Map(displayed().map((trajectory, i) => [ids[i], trajectory]));
    current = next[begun].trajectories;
    next = next.slice(begun + 1);
    engine.showInTurn([current.map(taskOfRun), ...next.map(({ tasks }) => tasks)]);
    adoptSteps();
  }

  function adoptSteps(): void {
    const { steps } = store.getState().scene;
    if (playback.steps !== steps) playback.setSteps(steps);
  }

  /** Runs that take long are given up for where the hand is. */
  function hurry(): void {
    if (next.length > 0 && hasTakenLong()) follow();
  }

  /** A hand that rests sees all that is to be seen, though it may go on: once the light runs have ended, whole ones come. */
  function rest(): void {
    if (!store.getState().moving) return;
    hurry();
    isStill = true;
    completeLight();
  }

  function completeLight(): void {
    const areLight = current.some(({ isLight }) => isLight);
    const hasEnded = next.length === 0 && current.every(({ outcome }) => outcome !== null);
    if (isStill && areLight && hasEnded) follow();
  }

  function displayed(): readonly Trajectory[] {
    return current.map((trajectory, i) => {
      const former = before.get(ids[i]);
      if (!former || former.rows === 0 || trajectory.outcome !== null) return trajectory;
      const isEmpty = trajectory.rows === 0 && former.task.problem === trajectory.task.problem;
      const isLess = isWholeOf(trajectory, former) && isAhead(former, trajectory);
      return isEmpty || isLess ? former : trajectory;
    });
  }

  /** The step around which each trajectory's steps were last asked for. */
  const asked = new WeakMap<Trajectory, number>();
  /** Those that are asked for now: while a hand scrubs, only the latest step is asked for next. */
  const awaited = new WeakSet<Trajectory>();

  /**
   * Fetches every step around the resting playhead where the page has only every so-manieth, of all runs together: what
   * comes of each has the paths drawn anew.
   */
  function detail(): void {
    if (playback.playing || store.getState().moving) return;
    const step = Math.floor(playback.playhead);
    const wanted = current.filter(
      (trajectory) =>
        step <= lastStep(trajectory) &&
        readingAt(trajectory, step)?.exact === false &&
        asked.get(trajectory) !== step &&
        !awaited.has(trajectory),
    );
    if (wanted.length === 0) return;
    for (const trajectory of wanted) {
      asked.set(trajectory, step);
      awaited.add(trajectory);
    }
    const fetches = wanted.map(async (trajectory) => {
      const piece = await engine.replay(trajectory, Math.max(0, step - DETAIL), step + DETAIL);
      awaited.delete(trajectory);
      if (piece) trajectory.detail = piece;
      return piece !== null;
    });
    void Promise.all(fetches).then((come) => {
      if (come.includes(true)) tell();
      detail();
    });
  }

  store.subscribe((state, previous) => {
    if (state.scene !== previous.scene || state.moving !== previous.moving) isStill = false;
    if (state.scene !== previous.scene) {
      if (state.moving) handAtRest(rest);
      follow();
    } else if (!state.moving && (next.length > 0 || current.some(({ isLight }) => isLight))) follow();
    else if (state.moving !== previous.moving) detail();
  });
  engine.subscribe(() => {
    goOn();
    hurry();
    completeLight();
    detail();
    tell();
  });
  playback.subscribe(() => playheadAtRest(detail));
  follow();
  return {
    trajectories: () => current,
    displayed,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    // A light run is gone before its steps come, and what has its place meanwhile would wait for them.
    replay: (trajectory, from, to) =>
      trajectory.isLight ? Promise.resolve(null) : engine.replay(trajectory, from, to),
    explain: (trajectory, step) => engine.explain(trajectory, step),
  };
}

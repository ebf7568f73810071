import { createProblem } from '../../src/problems/createProblem.ts';
import { taskOf, type Task } from '../../src/scene/scene.ts';
import type { Member } from '../engine/background.ts';
import type { EngineClient } from '../engine/engineClient.ts';
import type { State, Store } from '../store/store.ts';
import { hasDiverged, isOnePath } from './members.ts';
import { tasksWithSeeds, withBatchSize } from './seeds.ts';

/** A cloud of no more steps than this is computed while a hand moves; a larger one waits until it rests. */
const LIVE_STEPS = 20_000;
/** The batch sizes whose clouds are compared. */
export const BATCH_SIZES: readonly number[] = [1, 4, 16, 64, 256];
/** So many seeds are compared where no cloud is shown; and of long runs fewer, that it takes seconds and no minutes. */
const USUAL_SEEDS = 20;
const FEWEST_SEEDS = 8;
const MOST_STEPS = 4_000_000;

/** One run under several seeds, the first its own. */
export interface Cloud {
  readonly task: Task;
  /** Id of the run. */
  readonly run: number;
  readonly members: readonly Member[];
}

/** The clouds of one run under several batch sizes. */
export interface Comparison {
  readonly task: Task;
  readonly clouds: readonly { readonly batchSize: number; readonly members: readonly Member[] }[];
}

export interface Clouds {
  /** The cloud of the focused run as it is shown; null where none is. */
  shown(): Cloud | null;
  /** Clouds to compare batch sizes with, while somebody wants to. */
  comparison(): Comparison | null;
  /** @returns stops it */
  compare(): () => void;
  /** Called when clouds were exchanged, have grown or ended. */
  subscribe(listener: () => void): () => void;
}

export function isComplete(members: readonly Member[]): boolean {
  return members.every(({ outcome }) => outcome !== null);
}

/** Those that have a mean: none that diverged. */
export function standing(members: readonly Member[]): readonly Member[] {
  return members.filter((member) => !hasDiverged(member));
}

const onePath = new WeakMap<Cloud, boolean>();

/** Whether all seeds of a complete cloud give the same path. */
export function isWithoutNoise(cloud: Cloud): boolean {
  const known = onePath.get(cloud);
  if (known !== undefined) return known;
  const isOne = isOnePath(cloud.members);
  onePath.set(cloud, isOne);
  return isOne;
}

/** Lets the engine compute the focused run's cloud, after the runs themselves. */
export function createClouds(store: Store, engine: Pick<EngineClient, 'attend' | 'onAttended'>): Clouds {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  let cloud: Cloud | null = null;
  /** What was shown before: the map keeps it until the new one is complete. */
  let former: Cloud | null = null;
  let comparison: Comparison | null = null;
  let formerComparison: Comparison | null = null;
  let comparing = 0;

  function follow(): void {
    const state = store.getState();
    const task = focusedTask(state);
    if (cloud && isComplete(cloud.members)) former = cloud;
    if (comparison && isFull(comparison)) formerComparison = comparison;
    const { cloud: count, moving } = state;
    const isLive = !moving || count * state.scene.steps <= LIVE_STEPS;
    const seeds = task && count > 1 && isLive ? tasksWithSeeds(task, count) : [];
    const sizes = task && comparing > 0 && !moving ? sizesCompared(task) : [];
    const others = task
      ? sizes.map((size) =>
          tasksWithSeeds(withBatchSize(task, size), seedsCompared(count, state.scene.steps)),
        )
      : [];
    const members = engine.attend([...seeds, ...others.flat()]);
    const run = state.runIds[state.focus];
    cloud = task && seeds.length > 0 ? { task, run, members: members.slice(0, seeds.length) } : null;
    let offset = seeds.length;
    comparison =
      task && sizes.length > 0
        ? {
            task,
            clouds: sizes.map((batchSize, i) => {
              offset += others[i].length;
              return { batchSize, members: members.slice(offset - others[i].length, offset) };
            }),
          }
        : null;
    tell();
  }

  store.subscribe((state, before) => {
    const isOther =
      state.scene !== before.scene ||
      state.focus !== before.focus ||
      state.cloud !== before.cloud ||
      (before.moving && !state.moving);
    if (isOther && (state.cloud > 1 || before.cloud > 1 || comparing > 0)) follow();
  });
  engine.onAttended(tell);
  if (store.getState().cloud > 1) follow();

  return {
    shown() {
      if (!cloud || isComplete(cloud.members)) return cloud;
      const isKept =
        former?.run === cloud.run &&
        former.task.problem === cloud.task.problem &&
        former.members.length === cloud.members.length;
      // A hand moves: the cloud follows as a whole. At rest a new one is seen to grow.
      return isKept && store.getState().moving ? former : cloud;
    },
    comparison: () =>
      comparison && isFull(comparison) ? comparison : comparing > 0 ? (formerComparison ?? comparison) : null,
    compare() {
      comparing += 1;
      follow();
      return () => {
        comparing -= 1;
        formerComparison = null;
        follow();
      };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The run whose cloud is shown, if it is on the map. */
function focusedTask({ scene, focus }: State): Task | null {
  const run = scene.runs[focus];
  return run && !run.hidden ? taskOf(scene, run) : null;
}

function isFull({ clouds }: Comparison): boolean {
  return clouds.every(({ members }) => isComplete(members));
}

/** The batch sizes whose clouds there are to compare; none where nothing is drawn. */
export function sizesCompared({ problem, sampling }: Pick<Task, 'problem' | 'sampling'>): readonly number[] {
  const { samples } = createProblem(problem);
  if (samples === 0) return sampling.noise > 0 ? BATCH_SIZES : [];
  const sizes = BATCH_SIZES.filter((size) => size < samples);
  return sizes.length > 1 ? sizes : [];
}

function seedsCompared(cloud: number, steps: number): number {
  const wanted = cloud > 1 ? cloud : USUAL_SEEDS;
  const possible = Math.floor(MOST_STEPS / Math.max(1, steps) / BATCH_SIZES.length);
  return Math.min(wanted, Math.max(FEWEST_SEEDS, possible));
}

import { createProblem } from '../../src/problems/createProblem.ts';
import { OPTIMIZERS, type OptimizerId } from '../../src/optimizers/registry.ts';
import { MAX_RUNS, type Run, type Scene } from '../../src/scene/scene.ts';
import { defaultsOf } from '../../src/specs/defaults.ts';
import type { AnyValues, Value } from '../../src/specs/spec.ts';
import type { State, Store } from './store.ts';

/** The hyperparameters that an optimizer has in a scene where nothing is said of them. */
export function defaultHyperparameters(scene: Scene, id: OptimizerId): AnyValues {
  const { shape, dimension } = createProblem(scene.problem);
  return defaultsOf(OPTIMIZERS[id].hyperparameters, shape ?? [dimension, 1]);
}

/** Adds a run at the end, in the first free slot, and focuses it. With twelve runs nothing is added. */
export function addRun(store: Store, id: OptimizerId, hyperparameters: AnyValues = {}): void {
  const { scene } = store.getState();
  if (scene.runs.length >= MAX_RUNS) return;
  const run: Run = {
    optimizer: { id, hyperparameters: { ...defaultHyperparameters(scene, id), ...hyperparameters } },
    schedule: [],
    modifiers: [],
    name: null,
    slot: freeSlot(scene.runs),
    hidden: false,
  };
  store.setState((state) => inserted(state, state.scene.runs.length, run));
}

/** Takes a run away. The focus stays on its run, or goes to the one that takes its place. */
export function removeRun(store: Store, id: number): void {
  store.setState((state) => {
    const index = state.runIds.indexOf(id);
    if (index < 0) return {};
    const runs = state.scene.runs.toSpliced(index, 1);
    const focus = state.focus > index ? state.focus - 1 : state.focus;
    return {
      scene: { ...state.scene, runs },
      runIds: state.runIds.toSpliced(index, 1),
      focus: Math.max(0, Math.min(focus, runs.length - 1)),
      unfolded: state.unfolded && state.focus !== index,
      hovered: state.hovered === id ? null : state.hovered,
    };
  });
}

/** The same run once more, below it and in a slot of its own. With twelve runs nothing is added. */
export function duplicateRun(store: Store, id: number): void {
  store.setState((state) => {
    const index = state.runIds.indexOf(id);
    const { runs } = state.scene;
    if (index < 0 || runs.length >= MAX_RUNS) return {};
    return inserted(state, index + 1, { ...runs[index], slot: freeSlot(runs), hidden: false });
  });
}

/** @param name null gives the run its optimizer's own name */
export function renameRun(store: Store, id: number, name: string | null): void {
  changeRun(store, id, { name: name === null || name.trim() === '' ? null : name.trim() });
}

/** Gives a run a colour, dash and marker; who has them gets this run's. */
export function chooseSlot(store: Store, id: number, slot: number): void {
  store.setState(({ scene, runIds }) => {
    const index = runIds.indexOf(id);
    if (index < 0) return {};
    const former = scene.runs[index].slot;
    const runs = scene.runs.map((run, i) =>
      i === index ? { ...run, slot } : run.slot === slot ? { ...run, slot: former } : run,
    );
    return { scene: { ...scene, runs } };
  });
}

export function toggleHidden(store: Store, id: number): void {
  const { scene, runIds } = store.getState();
  const run = scene.runs[runIds.indexOf(id)];
  if (run) changeRun(store, id, { hidden: !run.hidden });
}

/** Hides all other runs; once more shows them all. */
export function soloRun(store: Store, id: number): void {
  store.setState(({ scene, runIds }) => {
    const index = runIds.indexOf(id);
    if (index < 0) return {};
    const isSolo = isOnlyShown(scene.runs, index);
    const runs = scene.runs.map((run, i) => ({ ...run, hidden: !isSolo && i !== index }));
    return { scene: { ...scene, runs } };
  });
}

/** Whether a run is the only one that is shown. */
export function isOnlyShown(runs: readonly Run[], index: number): boolean {
  return runs.length > 1 && runs.every(({ hidden }, i) => hidden === (i !== index));
}

/** Moves a run to another place in the list; the focus stays on its run. */
export function moveRun(store: Store, id: number, to: number): void {
  store.setState(({ scene, runIds, focus }) => {
    const from = runIds.indexOf(id);
    const place = Math.max(0, Math.min(to, runIds.length - 1));
    if (from < 0 || from === place) return {};
    const focused = runIds[focus];
    const ids = runIds.toSpliced(from, 1).toSpliced(place, 0, id);
    const runs = scene.runs.toSpliced(from, 1).toSpliced(place, 0, scene.runs[from]);
    return { scene: { ...scene, runs }, runIds: ids, focus: ids.indexOf(focused) };
  });
}

export function setHyperparameter(store: Store, id: number, name: string, value: Value): void {
  changeHyperparameters(store, id, (values) => ({ ...values, [name]: value }));
}

/** All hyperparameters at their defaults; name, slot and place stay. */
export function resetHyperparameters(store: Store, id: number): void {
  const { scene, runIds } = store.getState();
  const run = scene.runs[runIds.indexOf(id)];
  if (run) changeHyperparameters(store, id, () => defaultHyperparameters(scene, run.optimizer.id));
}

/** Sets hyperparameters of several runs at once, by the runs' ids. */
export function setHyperparameters(store: Store, changes: ReadonlyMap<number, AnyValues>): void {
  store.setState(({ scene, runIds }) => ({
    scene: {
      ...scene,
      runs: scene.runs.map((run, i) => {
        const changed = changes.get(runIds[i]);
        return changed ? withHyperparameters(run, { ...run.optimizer.hyperparameters, ...changed }) : run;
      }),
    },
  }));
}

function changeHyperparameters(store: Store, id: number, change: (values: AnyValues) => AnyValues): void {
  const { scene, runIds } = store.getState();
  const run = scene.runs[runIds.indexOf(id)];
  if (run) changeRun(store, id, withHyperparameters(run, change(run.optimizer.hyperparameters)));
}

function withHyperparameters(run: Run, hyperparameters: AnyValues): Run {
  return { ...run, optimizer: { id: run.optimizer.id, hyperparameters } };
}

function changeRun(store: Store, id: number, changed: Partial<Run>): void {
  store.setState(({ scene, runIds }) => {
    const index = runIds.indexOf(id);
    if (index < 0) return {};
    const runs = scene.runs.with(index, { ...scene.runs[index], ...changed });
    return { scene: { ...scene, runs } };
  });
}

function inserted({ scene, runIds, nextRunId }: State, index: number, run: Run): Partial<State> {
  return {
    scene: { ...scene, runs: scene.runs.toSpliced(index, 0, run) },
    runIds: runIds.toSpliced(index, 0, nextRunId),
    nextRunId: nextRunId + 1,
    focus: index,
  };
}

function freeSlot(runs: readonly Run[]): number {
  for (let slot = 1; slot <= MAX_RUNS; slot++) if (runs.every((run) => run.slot !== slot)) return slot;
  return 1;
}

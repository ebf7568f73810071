import { createProblem } from '../../src/problems/createProblem.ts';
import { OPTIMIZERS, type OptimizerId } from '../../src/optimizers/registry.ts';
import { MODIFIERS, type ModifierId } from '../../src/modifiers/registry.ts';
import { MAX_RUNS, type Choice, type Run, type Scene } from '../../src/scene/scene.ts';
import { SCHEDULES, type ScheduleId } from '../../src/schedules/registry.ts';
import { defaultsOf } from '../../src/specs/defaults.ts';
import type { AnyValues, Specs, Value } from '../../src/specs/spec.ts';
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
  const run = runOf(store, id);
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
  const run = runOf(store, id);
  if (run)
    changeHyperparameters(store, id, () => defaultHyperparameters(store.getState().scene, run.optimizer.id));
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

/**
 * Puts a schedule with its defaults in the place of another. A run whose only factor is constant has an empty list, as
 * one of which nothing is said.
 */
export function chooseSchedule(store: Store, id: number, index: number, schedule: ScheduleId): void {
  changeSchedule(store, id, (list) => {
    if (list[index]?.id === schedule) return list;
    const changed = list.toSpliced(index, 1, withDefaults(schedule, SCHEDULES));
    return changed.length === 1 && schedule === 'constant' ? [] : changed;
  });
}

/** One more factor of the learning rate, at the end of the list; a warm-up precedes the others. */
export function addSchedule(store: Store, id: number, schedule: ScheduleId): void {
  const added = withDefaults(schedule, SCHEDULES);
  changeSchedule(store, id, (list) => (schedule === 'warmup' ? [added, ...list] : [...list, added]));
}

export function removeSchedule(store: Store, id: number, index: number): void {
  changeSchedule(store, id, (list) => list.toSpliced(index, 1));
}

export function setScheduleValue(store: Store, id: number, index: number, name: string, value: Value): void {
  changeSchedule(store, id, (list) =>
    list.map((choice, i) => (i === index ? withValue(choice, name, value) : choice)),
  );
}

/** Adds a modifier with its defaults. A run has each at most once, and keeps them in their canonical order. */
export function addModifier(store: Store, id: number, modifier: ModifierId): void {
  const order = Object.keys(MODIFIERS);
  changeModifiers(store, id, (list) =>
    list.some((choice) => choice.id === modifier)
      ? list
      : [...list, withDefaults(modifier, MODIFIERS)].toSorted(
          (a, b) => order.indexOf(a.id) - order.indexOf(b.id),
        ),
  );
}

export function removeModifier(store: Store, id: number, modifier: ModifierId): void {
  changeModifiers(store, id, (list) => list.filter((choice) => choice.id !== modifier));
}

export function setModifierValue(
  store: Store,
  id: number,
  modifier: ModifierId,
  name: string,
  value: Value,
): void {
  changeModifiers(store, id, (list) =>
    list.map((choice) => (choice.id === modifier ? withValue(choice, name, value) : choice)),
  );
}

function changeSchedule(store: Store, id: number, change: (list: Run['schedule']) => Run['schedule']): void {
  const run = runOf(store, id);
  if (run) changeRun(store, id, { schedule: change(run.schedule) });
}

function changeModifiers(
  store: Store,
  id: number,
  change: (list: Run['modifiers']) => Run['modifiers'],
): void {
  const run = runOf(store, id);
  if (run) changeRun(store, id, { modifiers: change(run.modifiers) });
}

function withDefaults<Id extends string>(
  id: Id,
  registry: Readonly<Record<Id, { readonly hyperparameters: Specs }>>,
): Choice<Id> {
  return { id, hyperparameters: defaultsOf(registry[id].hyperparameters) };
}

function withValue<Id extends string>(choice: Choice<Id>, name: string, value: Value): Choice<Id> {
  return { ...choice, hyperparameters: { ...choice.hyperparameters, [name]: value } };
}

function runOf(store: Store, id: number): Run | undefined {
  const { scene, runIds } = store.getState();
  return scene.runs[runIds.indexOf(id)];
}

function changeHyperparameters(store: Store, id: number, change: (values: AnyValues) => AnyValues): void {
  const run = runOf(store, id);
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

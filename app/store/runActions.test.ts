import { describe, expect, test } from 'vitest';
import { readScene } from '../../src/scene/readScene.ts';
import { MAX_RUNS } from '../../src/scene/scene.ts';
import { chooseProblem } from './problemActions.ts';
import {
  addModifier,
  addRun,
  addSchedule,
  chooseSchedule,
  chooseSlot,
  duplicateRun,
  isOnlyShown,
  moveRun,
  removeModifier,
  removeRun,
  removeSchedule,
  renameRun,
  resetHyperparameters,
  setHyperparameter,
  setHyperparameters,
  setModifierValue,
  setScheduleValue,
  soloRun,
  toggleHidden,
} from './runActions.ts';
import { createAppStore, type Store } from './store.ts';

/** A page with these runs, each an optimizer's id; the last one focused. */
function pageWith(...optimizers: readonly string[]): Store {
  const runs = optimizers.map((id) => ({ optimizer: { id } }));
  const { scene, issues } = readScene({ runs, view: { focus: optimizers.length - 1 } });
  expect(issues).toEqual([]);
  return createAppStore(scene, 'light');
}

const optimizers = (store: Store) => store.getState().scene.runs.map(({ optimizer }) => optimizer.id);
const slots = (store: Store) => store.getState().scene.runs.map(({ slot }) => slot);
const hidden = (store: Store) => store.getState().scene.runs.map((run) => run.hidden);
const focused = (store: Store) => optimizers(store)[store.getState().focus];
const idOf = (store: Store, index: number) => store.getState().runIds[index];

/** Ids belong to runs: as many, and none twice. */
function expectIds(store: Store): void {
  const { runIds, scene } = store.getState();
  expect(runIds).toHaveLength(scene.runs.length);
  expect(new Set(runIds).size).toBe(runIds.length);
}

describe('adding a run', () => {
  test('puts it at the end with its defaults, in the first free slot, and focuses it', () => {
    const store = pageWith('sgd', 'adam', 'muon');
    removeRun(store, idOf(store, 1));
    addRun(store, 'rmsprop');
    expect(optimizers(store)).toEqual(['sgd', 'muon', 'rmsprop']);
    expect(slots(store)).toEqual([1, 3, 2]);
    expect(focused(store)).toBe('rmsprop');
    expectIds(store);
  });

  test('gives Muon the shape of the problem', () => {
    const store = pageWith('sgd');
    chooseProblem(store, 'matrix-regression');
    addRun(store, 'muon');
    expect(store.getState().scene.runs[1].optimizer.hyperparameters.shape).toEqual([2, 2]);
  });

  test('beyond twelve does nothing', () => {
    const store = pageWith(...Array.from({ length: MAX_RUNS }, () => 'sgd'));
    const before = store.getState().scene;
    addRun(store, 'adam');
    duplicateRun(store, idOf(store, 4));
    expect(store.getState().scene).toBe(before);
  });
});

test('a run that is added after another was removed never gets that one’s id', () => {
  const store = pageWith('sgd', 'adam');
  const gone = idOf(store, 1);
  removeRun(store, gone);
  addRun(store, 'adam');
  expect(store.getState().runIds).not.toContain(gone);
});

describe('removing a run', () => {
  test('leaves the focus on its run', () => {
    const store = pageWith('sgd', 'adam', 'muon');
    removeRun(store, idOf(store, 0));
    expect(focused(store)).toBe('muon');
  });

  test('that is focused focuses the one that takes its place, or the last', () => {
    const store = pageWith('sgd', 'adam', 'muon');
    removeRun(store, idOf(store, 2));
    expect(focused(store)).toBe('adam');
    removeRun(store, idOf(store, 1));
    removeRun(store, idOf(store, 0));
    expect([store.getState().focus, optimizers(store)]).toEqual([0, []]);
  });
});

test('a duplicate stands below its original, with the same numbers, name and a slot of its own', () => {
  const store = pageWith('sgd', 'adam', 'muon');
  setHyperparameter(store, idOf(store, 0), 'learningRate', 0.037);
  renameRun(store, idOf(store, 0), 'Slow');
  duplicateRun(store, idOf(store, 0));
  const [original, copy] = store.getState().scene.runs;
  expect(copy).toEqual({ ...original, slot: 4 });
  expect(store.getState().focus).toBe(1);
  expectIds(store);
});

test('a name of spaces is none', () => {
  const store = pageWith('sgd');
  renameRun(store, idOf(store, 0), '  Mine ');
  expect(store.getState().scene.runs[0].name).toBe('Mine');
  renameRun(store, idOf(store, 0), '   ');
  expect(store.getState().scene.runs[0].name).toBeNull();
});

test('who takes another’s slot gives it its own', () => {
  const store = pageWith('sgd', 'adam', 'muon');
  chooseSlot(store, idOf(store, 0), 3);
  expect(slots(store)).toEqual([3, 2, 1]);
  chooseSlot(store, idOf(store, 1), 9);
  expect(slots(store)).toEqual([3, 9, 1]);
});

test('one run alone is shown, and all of them again', () => {
  const store = pageWith('sgd', 'adam', 'muon');
  toggleHidden(store, idOf(store, 1));
  soloRun(store, idOf(store, 1));
  expect(hidden(store)).toEqual([true, false, true]);
  expect(isOnlyShown(store.getState().scene.runs, 1)).toBe(true);
  soloRun(store, idOf(store, 1));
  expect(hidden(store)).toEqual([false, false, false]);
});

test.each([
  [0, 2, ['adam', 'muon', 'sgd'], 'muon'],
  [2, 0, ['muon', 'sgd', 'adam'], 'muon'],
  [1, 99, ['sgd', 'muon', 'adam'], 'muon'],
])('moving run %i to place %i keeps the focus on its run', (from, to, order, focus) => {
  const store = pageWith('sgd', 'adam', 'muon');
  const ids = store.getState().runIds;
  moveRun(store, ids[from], to);
  expect(optimizers(store)).toEqual(order);
  expect(focused(store)).toBe(focus);
  expect(store.getState().runIds).toEqual(order.map((id) => ids[['sgd', 'adam', 'muon'].indexOf(id)]));
});

test('a reset takes all hyperparameters back, and nothing else', () => {
  const store = pageWith('adam', 'sgd');
  const before = store.getState().scene.runs[0];
  setHyperparameter(store, idOf(store, 0), 'beta2', 0.75);
  setHyperparameter(store, idOf(store, 0), 'biasCorrection', false);
  renameRun(store, idOf(store, 0), 'Odd');
  resetHyperparameters(store, idOf(store, 0));
  expect(store.getState().scene.runs[0]).toEqual({ ...before, name: 'Odd' });
});

test('hyperparameters are set for the runs that are named', () => {
  const store = pageWith('sgd', 'adam', 'muon');
  setHyperparameters(
    store,
    new Map([
      [idOf(store, 2), { learningRate: 0.25, momentum: 0.5 }],
      [idOf(store, 0), { learningRate: 0.75 }],
    ]),
  );
  const rates = store.getState().scene.runs.map(({ optimizer }) => optimizer.hyperparameters.learningRate);
  expect(rates).toEqual([0.75, 0.001, 0.25]);
  expect(store.getState().scene.runs[2].optimizer.hyperparameters.momentum).toBe(0.5);
});

describe('the schedule of a run', () => {
  const scheduleOf = (store: Store) => store.getState().scene.runs[0].schedule;
  const ids = (store: Store) => scheduleOf(store).map(({ id }) => id);

  test('is chosen with its defaults, and constant is none', () => {
    const store = pageWith('sgd', 'adam');
    const id = idOf(store, 0);
    chooseSchedule(store, id, 0, 'restarts');
    expect(scheduleOf(store)).toEqual([
      { id: 'restarts', hyperparameters: { period: 50, growth: 1, floor: 0 } },
    ]);
    chooseSchedule(store, id, 0, 'constant');
    expect(scheduleOf(store)).toEqual([]);
    expect(store.getState().scene.runs[1].schedule).toEqual([]);
  });

  test('takes more factors, a warm-up before the others', () => {
    const store = pageWith('sgd');
    const id = idOf(store, 0);
    addSchedule(store, id, 'cosine');
    addSchedule(store, id, 'step');
    addSchedule(store, id, 'warmup');
    expect(ids(store)).toEqual(['warmup', 'cosine', 'step']);
    setScheduleValue(store, id, 1, 'floor', 0.25);
    chooseSchedule(store, id, 2, 'constant');
    chooseSchedule(store, id, 1, 'cosine');
    expect(scheduleOf(store).slice(1)).toEqual([
      { id: 'cosine', hyperparameters: { floor: 0.25 } },
      { id: 'constant', hyperparameters: {} },
    ]);
    removeSchedule(store, id, 0);
    expect(ids(store)).toEqual(['cosine', 'constant']);
  });
});

test('modifiers are added once each, in their canonical order, set and removed', () => {
  const store = pageWith('sgd');
  const id = idOf(store, 0);
  for (const modifier of ['lookahead', 'sam', 'weight-decay', 'sam'] as const)
    addModifier(store, id, modifier);
  const modifiers = () => store.getState().scene.runs[0].modifiers;
  expect(modifiers().map((choice) => choice.id)).toEqual(['sam', 'weight-decay', 'lookahead']);
  setModifierValue(store, id, 'weight-decay', 'mode', 'decoupled');
  expect(modifiers()[1].hyperparameters).toEqual({ coefficient: 0.01, mode: 'decoupled' });
  removeModifier(store, id, 'sam');
  expect(modifiers().map((choice) => choice.id)).toEqual(['weight-decay', 'lookahead']);
});

test('what is asked of a run that is no longer there changes nothing', () => {
  const store = pageWith('sgd', 'adam');
  const gone = idOf(store, 1);
  removeRun(store, gone);
  const before = store.getState().scene;
  for (const act of [removeRun, duplicateRun, toggleHidden, soloRun, resetHyperparameters]) act(store, gone);
  moveRun(store, gone, 0);
  chooseSlot(store, gone, 5);
  setHyperparameter(store, gone, 'learningRate', 3);
  addSchedule(store, gone, 'step');
  addModifier(store, gone, 'sam');
  expect(store.getState().scene).toBe(before);
});

test('a problem of another shape gives Muon its shape, and leaves a diagonal one alone', () => {
  const store = pageWith('muon', 'muon');
  setHyperparameter(store, idOf(store, 1), 'shape', 'diagonal');
  chooseProblem(store, 'matrix-regression');
  const shapes = () => store.getState().scene.runs.map(({ optimizer }) => optimizer.hyperparameters.shape);
  expect(shapes()).toEqual([[2, 2], 'diagonal']);
  chooseProblem(store, 'himmelblau');
  expect(shapes()).toEqual([[2, 1], 'diagonal']);
});

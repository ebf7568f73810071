import { describe, expect, test } from 'vitest';
import { moveStart, openScene, resetScene, setSteps } from '../store/actions.ts';
import { OPENING_SCENE } from '../store/openingScene.ts';
import { chooseProblem } from '../store/problemActions.ts';
import { addRun, renameRun, setHyperparameter } from '../store/runActions.ts';
import { createAppStore, type Store } from '../store/store.ts';
import { focusRun, setUnfolded } from '../store/viewActions.ts';
import { followDeeds } from './hintDeeds.ts';
import { createHints } from './hints.ts';

/** What a browser keeps from visit to visit. */
function createMemory(kept: readonly string[] = []) {
  const ids = [...kept];
  return { done: () => ids, remember: (id: string) => void ids.push(id) };
}

describe('hints', () => {
  test('come one at a time, the next when one is done', () => {
    const hints = createHints(createMemory());
    const seen = [hints.current()];
    hints.done('start');
    seen.push(hints.current());
    hints.done('unfold');
    seen.push(hints.current());
    hints.done('play');
    expect([...seen, hints.current()]).toEqual(['start', 'unfold', 'play', null]);
  });

  test('leave out what was done before its turn', () => {
    const hints = createHints(createMemory());
    hints.done('unfold');
    expect(hints.current()).toBe('start');
    hints.done('start');
    expect(hints.current()).toBe('play');
  });

  test('are not shown again in a later visit', () => {
    const memory = createMemory();
    createHints(memory).done('start');
    expect(createHints(memory).current()).toBe('unfold');
  });

  test('work where nothing can be kept', () => {
    const hints = createHints({ done: () => [], remember: () => {} });
    hints.done('start');
    expect(hints.current()).toBe('unfold');
  });

  test('tell of each once, and no more after unsubscribing', () => {
    const memory = createMemory();
    const hints = createHints(memory);
    let told = 0;
    const stop = hints.subscribe(() => (told += 1));
    hints.done('play');
    hints.done('play');
    expect([told, memory.done()]).toEqual([1, ['play']]);
    stop();
    hints.done('start');
    expect(told).toBe(1);
  });
});

describe('what counts as done', () => {
  const done = (act: (store: Store) => void) => {
    const store = createAppStore({ ...OPENING_SCENE, view: {} }, 'light');
    const memory = createMemory();
    followDeeds(store, createHints(memory));
    act(store);
    return memory.done();
  };
  test.each<[string, (store: Store) => void, readonly string[]]>([
    ['moving the start', (store) => moveStart(store, [-0.5, 1.25]), ['start']],
    ['unfolding a run', (store) => setUnfolded(store, true), ['unfold']],
    [
      'turning a slider',
      (store) => setHyperparameter(store, store.getState().runIds[1], 'learningRate', 0.002),
      ['unfold'],
    ],
    ['focusing a run is neither', (store) => focusRun(store, 1), []],
    ['renaming one is not either', (store) => renameRun(store, store.getState().runIds[0], 'plain'), []],
    ['nor is another number of steps', (store) => setSteps(store, 500), []],
    ['nor is a new run', (store) => addRun(store, 'newton'), []],
    ['nor is another problem, which brings its own start', (store) => chooseProblem(store, 'himmelblau'), []],
    ['nor is what begins anew', resetScene, []],
    [
      'nor is a link that shows an unfolded run',
      (store) => openScene(store, { ...OPENING_SCENE, start: [1, 3], view: { unfolded: true } }),
      [],
    ],
  ])('%s', (_, act, expected) => {
    expect(done(act)).toEqual(expected);
  });
});

import { describe, expect, test } from 'vitest';
import '../../src/losses/topics/atOnce.ts';
import { beginGesture, endGesture, moveStart, resetScene, setSteps } from './actions.ts';
import { ADDRESS_INTERVAL, MOST_WRITES, WRITES_INTERVAL } from './history.ts';
import { BOOTH, HIMMELBLAU, openPage } from './openPage.ts';
import { chooseProblem } from './problemActions.ts';
import { closeLosses, openLosses, setLossValue } from './lossActions.ts';
import { moveRun, removeRun } from './runActions.ts';
import { readSteps, setChart, setWindow } from './viewActions.ts';

describe('undo', () => {
  test('takes back a gesture, and redo makes it again', () => {
    const page = openPage(HIMMELBLAU);
    moveStart(page.store, [1.5, -2.5]);
    moveStart(page.store, [3, 0.5]);
    page.history.undo();
    expect(page.start()).toEqual([1.5, -2.5]);
    page.history.undo();
    expect(page.start()).toEqual([0.25, -0.75]);
    page.history.redo();
    page.history.redo();
    expect(page.start()).toEqual([3, 0.5]);
  });

  test('takes back a whole gesture of the hand, however many places it went through', () => {
    const page = openPage(HIMMELBLAU);
    beginGesture(page.store);
    for (let i = 0; i < 30; i++) moveStart(page.store, [i / 8, 1.5]);
    expect(page.browser.entries).toHaveLength(1);
    endGesture(page.store);
    expect(page.browser.entries).toHaveLength(2);
    page.history.undo();
    expect(page.start()).toEqual([0.25, -0.75]);
  });

  test('knows no gesture that ended where it began', () => {
    const page = openPage(HIMMELBLAU);
    beginGesture(page.store);
    moveStart(page.store, [2, 2.5]);
    moveStart(page.store, [0.25, -0.75]);
    endGesture(page.store);
    expect(page.history.canUndo()).toBe(false);
  });

  test('brings back a run that was removed, under the id it had', () => {
    const page = openPage(HIMMELBLAU);
    const { runIds } = page.store.getState();
    removeRun(page.store, runIds[1]);
    expect(page.store.getState().runIds).toEqual([runIds[0], runIds[2]]);
    page.history.undo();
    expect(page.store.getState().runIds).toEqual(runIds);
    expect(page.store.getState().scene.runs.map(({ optimizer }) => optimizer.id)).toEqual([
      'sgd',
      'adam',
      'newton',
    ]);
  });

  test('brings back the order of runs with the focus on the same run', () => {
    const page = openPage(HIMMELBLAU);
    const { runIds, focus } = page.store.getState();
    moveRun(page.store, runIds[focus], 2);
    expect(page.store.getState().focus).toBe(2);
    page.history.undo();
    expect(page.store.getState().focus).toBe(focus);
  });

  test('of another problem brings back its place on the map; of a slider it leaves the map where it is', () => {
    const page = openPage(HIMMELBLAU);
    const near = { x: [-1, 2], y: [-2, 0.5] } as const;
    setWindow(page.store, near);
    chooseProblem(page.store, 'booth');
    expect(page.store.getState().window).toBeNull();
    page.history.undo();
    expect(page.store.getState().window).toEqual(near);
    setSteps(page.store, 33);
    setWindow(page.store, null);
    page.history.undo();
    expect([page.store.getState().scene.steps, page.store.getState().window]).toEqual([140, null]);
  });

  test('leaves the reading of a step as it is, which the address has', () => {
    const page = openPage(HIMMELBLAU);
    moveStart(page.store, [1.5, -2.5]);
    readSteps(page.store, { curvature: true });
    page.wait(ADDRESS_INTERVAL);
    expect(page.address()?.view.reading).toEqual({ curvature: true });
    page.history.undo();
    expect(page.store.getState().reading?.curvature).toBe(true);
  });

  test('then another gesture leaves nothing to redo', () => {
    const page = openPage(HIMMELBLAU);
    moveStart(page.store, [1.5, -2.5]);
    page.history.undo();
    expect(page.history.canRedo()).toBe(true);
    setSteps(page.store, 90);
    expect(page.history.canRedo()).toBe(false);
    page.history.redo();
    expect(page.start()).toEqual([0.25, -0.75]);
  });

  test('never leaves the page', () => {
    const page = openPage(HIMMELBLAU);
    page.history.undo();
    page.history.redo();
    expect(page.problem()).toBe('himmelblau');
    expect(page.opened).toEqual([]);
  });

  test('reaches back before the page was loaded anew', () => {
    const first = openPage(HIMMELBLAU);
    moveStart(first.store, [1.5, -2.5]);
    first.browser.reload();
    const second = openPage('', first.browser);
    expect(second.start()).toEqual([1.5, -2.5]);
    second.history.undo();
    expect(second.start()).toEqual([0.25, -0.75]);
    second.history.redo();
    expect(second.start()).toEqual([1.5, -2.5]);
  });

  test('and redo reaches forward again after the page was loaded anew, to the last entry and no further', () => {
    const first = openPage(HIMMELBLAU);
    moveStart(first.store, [1.5, -2.5]);
    moveStart(first.store, [3, 0.5]);
    first.history.undo();
    first.history.undo();
    first.browser.reload();
    const second = openPage('', first.browser);
    expect(second.history.canRedo()).toBe(true);
    second.history.redo();
    second.history.redo();
    expect(second.start()).toEqual([3, 0.5]);
    expect(second.history.canRedo()).toBe(false);
    second.history.undo();
    setSteps(second.store, 90);
    second.browser.reload();
    expect(openPage('', second.browser).history.canRedo()).toBe(false);
  });

  test('takes back a reset, with what one looked at', () => {
    const page = openPage(BOOTH);
    setChart(page.store, { quantity: 'distance' });
    resetScene(page.store);
    expect([page.problem(), page.store.getState().chart.quantity]).toEqual(['rosenbrock', 'loss']);
    page.history.undo();
    expect(page.start()).toEqual([-6.5, 7]);
    expect(page.store.getState().chart.quantity).toBe('distance');
  });

  test('is told of, for buttons that can be pressed or not', () => {
    const page = openPage(HIMMELBLAU);
    let told = 0;
    page.history.subscribe(() => (told += 1));
    moveStart(page.store, [1.5, -2.5]);
    page.history.undo();
    expect(told).toBe(2);
  });
});

describe('more gestures than a browser takes', () => {
  test('share an entry, and none is lost', () => {
    const page = openPage(HIMMELBLAU);
    for (let i = 1; i <= MOST_WRITES + 20; i++) moveStart(page.store, [i / 64, -2]);
    expect(page.browser.writes()).toBe(MOST_WRITES);
    page.wait(WRITES_INTERVAL + ADDRESS_INTERVAL);
    expect(page.browser.writes()).toBe(MOST_WRITES + 1);
    expect(page.address()?.start).toEqual([(MOST_WRITES + 20) / 64, -2]);
    page.history.undo();
    expect(page.start()).toEqual([MOST_WRITES / 64, -2]);
  });

  test('taken back before they are an entry of their own come back with redo', () => {
    const page = openPage(HIMMELBLAU);
    for (let i = 1; i <= MOST_WRITES + 20; i++) moveStart(page.store, [i / 64, -2]);
    page.history.undo();
    expect(page.start()).toEqual([(MOST_WRITES - 1) / 64, -2]);
    page.history.redo();
    expect(page.start()).toEqual([(MOST_WRITES + 20) / 64, -2]);
  });

  test('and a view that moves all the time stays far below that', () => {
    const page = openPage(HIMMELBLAU);
    for (let i = 0; i < 600; i++) {
      setWindow(page.store, { x: [-3 - i / 100, 4], y: [-2.5, 1.5] });
      page.wait(WRITES_INTERVAL / 600);
    }
    expect(page.browser.writes()).toBeLessThanOrEqual(WRITES_INTERVAL / ADDRESS_INTERVAL + 1);
    expect(page.browser.entries).toHaveLength(1);
  });
});

describe('the room of losses', () => {
  test('is an entry to open, to turn a page and to set a value; Back takes each back', () => {
    const page = openPage(HIMMELBLAU);
    const shown = () => page.store.getState().losses;
    openLosses(page.store);
    openLosses(page.store, 'softmax');
    closeLosses(page.store);
    expect(page.browser.entries).toHaveLength(4);
    page.history.undo();
    expect(shown()).toBe('softmax');
    page.history.undo();
    expect(shown()).toBe('curves');
    page.history.undo();
    expect(shown()).toBe(null);
    page.history.redo();
    expect(shown()).toBe('curves');
  });

  test('a value that is dragged is one entry, and stays on its page when the scene is undone', () => {
    const page = openPage(HIMMELBLAU);
    openLosses(page.store);
    beginGesture(page.store);
    for (const margin of [-1.5, -1.25, 0.75]) setLossValue(page.store, 'curves', 'margin', margin);
    endGesture(page.store);
    expect(page.browser.entries).toHaveLength(3);
    expect(page.address()?.view.losses?.values.margin).toBe(0.75);
    page.history.undo();
    expect(page.store.getState().lossValues).toEqual({});
    page.history.redo();
    expect(page.store.getState().lossValues.curves?.margin).toBe(0.75);
  });
});

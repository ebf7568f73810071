import { describe, expect, test } from 'vitest';
import { sceneFromLink, sceneToLink } from '../../src/scene/link.ts';
import { readScene } from '../../src/scene/readScene.ts';
import type { Scene } from '../../src/scene/scene.ts';
import { focusRun, moveStart, notify, setMoving } from './actions.ts';
import { ADDRESS_INTERVAL, followAddress, linkOf, sceneOfAddress } from './address.ts';
import { OPENING_SCENE } from './openingScene.ts';
import { createAppStore } from './store.ts';

function sceneOn(id: string, start: readonly number[], view = {}): Scene {
  const runs = ['sgd', 'adam', 'newton'].map((optimizer) => ({ optimizer: { id: optimizer } }));
  const { scene, issues } = readScene({ problem: { id }, start, steps: 140, runs, view });
  expect(issues).toEqual([]);
  return scene;
}

const HIMMELBLAU = sceneToLink(sceneOn('himmelblau', [0.25, -0.75]));
const BOOTH = sceneToLink(sceneOn('booth', [-6.5, 7], { playhead: 37, focus: 2 }));

/** A page with an address bar: the clock turns by hand, and the person can open links. */
function openPage(fragment: string) {
  const { scene, found, notice } = sceneOfAddress(fragment);
  const store = createAppStore(scene, 'light');
  if (notice) notify(store, { kind: 'link', text: notice });
  const bar = { fragment, writes: 0, listener: () => {} };
  const timers: { at: number; callback: () => void }[] = [];
  const opened: Scene[] = [];
  let clock = 0;
  let resting: number | null = null;
  const cameToRest = followAddress(store, {
    bar: {
      read: () => (bar.fragment === '' ? '' : `#${bar.fragment}`),
      replace(fragment) {
        bar.fragment = fragment;
        bar.writes += 1;
      },
      onChange: (listener) => (bar.listener = listener),
    },
    setTimer: (callback, milliseconds) => timers.push({ at: clock + milliseconds, callback }),
    restingAt: () => resting,
    onOpen: (scene) => opened.push(scene),
    untouched: !found,
  });
  return {
    store,
    bar,
    opened,
    rest: (step: number | null, byHand = true) => {
      resting = step;
      cameToRest(byHand);
    },
    notices: () => store.getState().notices.map(({ text }) => text),
    problem: () => store.getState().scene.problem.id,
    /** The person opens an address; the browser tells the page. */
    open: (fragment: string) => {
      bar.fragment = fragment;
      bar.listener();
    },
    wait: (milliseconds: number) => {
      clock += milliseconds;
      for (const due of timers.filter(({ at }) => at <= clock)) {
        timers.splice(timers.indexOf(due), 1);
        due.callback();
      }
    },
  };
}

const AGES = 100 * ADDRESS_INTERVAL;

describe('a page opened without a fragment', () => {
  test('shows the opening scene and leaves the address alone', () => {
    const page = openPage('');
    page.rest(300, false);
    page.wait(AGES);
    expect(page.store.getState().scene).toBe(OPENING_SCENE);
    expect(page.bar.fragment).toBe('');
    expect(page.notices()).toEqual([]);
  });

  test.each<[string, (page: ReturnType<typeof openPage>) => void, number | null]>([
    ['the start is moved', ({ store }) => moveStart(store, [0.5, -1.25]), null],
    ['another run is focused', ({ store }) => focusRun(store, 3), null],
    ['the person pauses', ({ rest }) => rest(88), 88],
  ])('has a link once %s', (_, change, step) => {
    const page = openPage('');
    change(page);
    page.wait(AGES);
    expect(page.bar.writes).toBe(1);
    expect(page.bar.fragment).toBe(linkOf(page.store.getState(), step));
  });

  test('keeps its link up to date when playback ends by itself, from the first change on', () => {
    const page = openPage('');
    focusRun(page.store, 1);
    page.wait(AGES);
    page.rest(300, false);
    page.wait(AGES);
    expect(sceneFromLink(page.bar.fragment).scene?.view).toEqual({ focus: 1, playhead: 300 });
  });
});

describe('the address', () => {
  test('reopens what is on screen', () => {
    const page = openPage(HIMMELBLAU);
    moveStart(page.store, [-3.5, 1.125]);
    focusRun(page.store, 2);
    page.rest(64);
    page.wait(AGES);
    const { scene, notices } = sceneFromLink(page.bar.fragment);
    expect(notices).toEqual([]);
    expect(scene).toEqual({ ...page.store.getState().scene, view: { focus: 2, playhead: 64 } });
  });

  test('is written a moment after a change, once for many', () => {
    const page = openPage(HIMMELBLAU);
    for (let i = 0; i < 30; i++) moveStart(page.store, [i / 8, 1.5]);
    expect(page.bar.writes).toBe(0);
    page.wait(ADDRESS_INTERVAL - 1);
    expect(page.bar.writes).toBe(0);
    page.wait(1);
    expect(page.bar.writes).toBe(1);
    expect(sceneFromLink(page.bar.fragment).scene?.start).toEqual([29 / 8, 1.5]);
    page.wait(AGES);
    expect(page.bar.writes).toBe(1);
  });

  test('is not written while a hand moves something, but after', () => {
    const page = openPage(HIMMELBLAU);
    setMoving(page.store, true);
    for (let i = 0; i < 20; i++) {
      moveStart(page.store, [i / 4, -2]);
      page.wait(ADDRESS_INTERVAL);
    }
    expect(page.bar.writes).toBe(0);
    setMoving(page.store, false);
    page.wait(ADDRESS_INTERVAL);
    expect(page.bar.writes).toBe(1);
  });

  test('holds no step while playing', () => {
    const page = openPage(BOOTH);
    page.rest(null);
    page.wait(AGES);
    expect(sceneFromLink(page.bar.fragment).scene?.view).toEqual({ focus: 2 });
  });

  test('that the page wrote itself is not opened as if a person had', () => {
    const page = openPage(HIMMELBLAU);
    moveStart(page.store, [4, -1]);
    page.wait(AGES);
    const { scene } = page.store.getState();
    page.bar.listener();
    page.wait(AGES);
    expect(page.store.getState().scene).toBe(scene);
    expect(page.opened).toEqual([]);
    expect(page.bar.writes).toBe(1);
  });
});

describe('another link opened in place of the first', () => {
  test('takes its place, with its focus, and tells playback', () => {
    const page = openPage(HIMMELBLAU);
    page.open(BOOTH);
    const { scene, focus } = page.store.getState();
    expect([scene.problem.id, scene.start, focus]).toEqual(['booth', [-6.5, 7], 2]);
    expect(page.opened.map(({ view }) => view.playhead)).toEqual([37]);
    expect(page.notices()).toEqual([]);
  });

  test('and taken back at once, before anything was written, shows the first again', () => {
    const page = openPage(HIMMELBLAU);
    moveStart(page.store, [1.5, 2.5]);
    page.wait(AGES);
    const first = page.bar.fragment;
    page.open(BOOTH);
    page.open(first);
    expect(page.problem()).toBe('himmelblau');
    expect(page.store.getState().scene.start).toEqual([1.5, 2.5]);
  });

  test('opens what it can of a damaged link, says so, and mends the address', () => {
    const page = openPage(HIMMELBLAU);
    page.open(BOOTH.slice(0, BOOTH.indexOf('&r=newton')));
    expect(page.problem()).toBe('booth');
    expect(page.notices()).toHaveLength(1);
    page.wait(AGES);
    expect(sceneFromLink(page.bar.fragment).notices).toEqual([]);
  });

  test('that can be read takes away what was said of one that could not', () => {
    const page = openPage('quite-something-else');
    expect(page.notices()).toHaveLength(1);
    page.open(BOOTH);
    expect(page.notices()).toEqual([]);
  });

  test('of no fragment is the opening scene, and stays empty until something changes', () => {
    const page = openPage(HIMMELBLAU);
    page.open('');
    page.rest(300, false);
    page.wait(AGES);
    expect(page.store.getState().scene).toBe(OPENING_SCENE);
    expect(page.bar.fragment).toBe('');
  });
});

describe('an address that cannot be read', () => {
  test('shows the opening scene at first, with a notice, and stays', () => {
    const page = openPage('v%C3%B6llig-anderes');
    page.rest(300, false);
    page.wait(AGES);
    expect(page.store.getState().scene).toBe(OPENING_SCENE);
    expect(page.notices()).toHaveLength(1);
    expect(page.bar.fragment).toBe('v%C3%B6llig-anderes');
  });

  test('later takes nothing away: scene and address stay, with a notice', () => {
    const page = openPage(HIMMELBLAU);
    page.open('gibberish');
    page.rest(140, false);
    page.wait(AGES);
    expect(page.problem()).toBe('himmelblau');
    expect(page.notices()).toHaveLength(1);
    expect([page.bar.fragment, page.opened]).toEqual(['gibberish', []]);
  });

  test('is not written over by what changed before it was opened, but by what changes after', () => {
    const page = openPage(HIMMELBLAU);
    focusRun(page.store, 2);
    page.open('gibberish');
    page.wait(AGES);
    expect(page.bar.fragment).toBe('gibberish');
    focusRun(page.store, 0);
    page.wait(AGES);
    expect(sceneFromLink(page.bar.fragment).scene?.problem.id).toBe('himmelblau');
  });
});

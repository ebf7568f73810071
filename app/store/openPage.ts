import { expect } from 'vitest';
import { sceneFromLink, sceneToLink } from '../../src/scene/link.ts';
import { readScene } from '../../src/scene/readScene.ts';
import type { Scene } from '../../src/scene/scene.ts';
import { notify } from './actions.ts';
import { sceneOfAddress } from './address.ts';
import { ADDRESS_INTERVAL, createHistory } from './history.ts';
import { createAppStore } from './store.ts';

// For tests only.

function sceneOn(id: string, start: readonly number[], view = {}): Scene {
  const runs = ['sgd', 'adam', 'newton'].map((optimizer) => ({ optimizer: { id: optimizer } }));
  const { scene, issues } = readScene({ problem: { id }, start, steps: 140, runs, view });
  expect(issues).toEqual([]);
  return scene;
}

export const HIMMELBLAU = sceneToLink(sceneOn('himmelblau', [0.25, -0.75]));
export const BOOTH = sceneToLink(sceneOn('booth', [-6.5, 7], { playhead: 37, focus: 2 }));

/** A browser's history: entries, and the place in them. */
function createBrowser(fragment: string) {
  const entries: { fragment: string; number: number | null }[] = [{ fragment, number: null }];
  let place = 0;
  let writes = 0;
  let newest: number | null = null;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    entries,
    writes: () => writes,
    fragment: () => entries[place].fragment,
    bar: {
      read: () => (entries[place].fragment === '' ? '' : `#${entries[place].fragment}`),
      entry: () => entries[place].number,
      newest: () => newest,
      keepNewest: (entry: number) => void (newest = entry),
      push(fragment: string, number: number) {
        writes += 1;
        entries.splice(place + 1, entries.length, { fragment, number });
        place += 1;
      },
      replace(fragment: string | null, number: number) {
        if (fragment !== null) writes += 1;
        entries[place] = { fragment: fragment ?? entries[place].fragment, number };
      },
      go(delta: number) {
        const next = place + delta;
        if (next < 0 || next >= entries.length) return;
        place = next;
        tell();
      },
      onMove: (listener: () => void) => void listeners.add(listener),
    },
    /** The person opens an address within the page. */
    open(fragment: string) {
      entries.splice(place + 1, entries.length, { fragment, number: null });
      place += 1;
      tell();
    },
    /** Another page is loaded in this one's place, and no longer hears of it. */
    reload: () => listeners.clear(),
  };
}

/** A page in a browser: the clock turns by hand. */
export function openPage(fragment: string, browser = createBrowser(fragment)) {
  const { scene, found, notice } = sceneOfAddress(browser.fragment());
  const store = createAppStore(scene, 'light');
  if (notice) notify(store, { kind: 'link', text: notice });
  const timers: { at: number; callback: () => void }[] = [];
  const opened: Scene[] = [];
  let clock = 0;
  let resting: number | null = null;
  const history = createHistory(store, {
    bar: browser.bar,
    setTimer: (callback, milliseconds) => timers.push({ at: clock + milliseconds, callback }),
    now: () => clock,
    restingAt: () => resting,
    onOpen: (scene) => opened.push(scene),
    untouched: !found,
  });
  return {
    store,
    history,
    browser,
    opened,
    rest: (step: number | null, byHand = true) => {
      resting = step;
      history.cameToRest(byHand);
    },
    notices: () => store.getState().notices.map(({ text }) => text),
    problem: () => store.getState().scene.problem.id,
    start: () => store.getState().scene.start,
    /** What the address would open. */
    address: () => sceneFromLink(browser.fragment()).scene,
    wait: (milliseconds: number) => {
      const until = clock + milliseconds;
      for (;;) {
        const due = timers.toSorted((a, b) => a.at - b.at).find(({ at }) => at <= until);
        if (!due) break;
        timers.splice(timers.indexOf(due), 1);
        clock = Math.max(clock, due.at);
        due.callback();
      }
      clock = until;
    },
  };
}

/** Longer than any write is put off. */
export const AGES = 100 * ADDRESS_INTERVAL;

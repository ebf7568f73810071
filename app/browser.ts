import type { FromEngine, ToEngine } from '../src/engine/protocol.ts';
import type { GroundReply, GroundRequest } from '../src/ground/protocol.ts';
import { THEMES, type Theme } from '../src/scene/scene.ts';
import { tellOfDataProblems } from './engine/dataProblems.ts';
import type { WorkerPort } from './engine/workerPort.ts';
import { together } from './engine/together.ts';
import type { AddressBar } from './store/history.ts';
import type { HintMemory } from './transport/hints.ts';

/** The only file that touches the address, storage, the clipboard and workers. */

export function spawnEngine(): WorkerPort<ToEngine, FromEngine> {
  const worker = new Worker(new URL('../src/engine/worker.ts', import.meta.url), {
    type: 'module',
    name: 'engine',
  });
  worker.postMessage = together(worker.postMessage.bind(worker));
  tellOfDataProblems(worker);
  return worker as WorkerPort<ToEngine, FromEngine>;
}

export function spawnGround(): WorkerPort<GroundRequest, GroundReply> {
  const worker = new Worker(new URL('../src/ground/worker.ts', import.meta.url), {
    type: 'module',
    name: 'ground',
  });
  tellOfDataProblems(worker);
  return worker as WorkerPort<GroundRequest, GroundReply>;
}

/** The number that the page gave to the entry of the history that is shown. */
function entryNumber(): number | null {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('entry' in state)) return null;
  return typeof state.entry === 'number' ? state.entry : null;
}

const NEWEST_KEY = 'ravine-newest';

/** Only a page that was loaded anew has the entries after it still: another page may have taken their place. */
function newestEntry(): number | null {
  const [navigation] = performance.getEntriesByType('navigation');
  if (!(navigation instanceof PerformanceNavigationTiming) || navigation.type !== 'reload') return null;
  try {
    const kept = Number(sessionStorage.getItem(NEWEST_KEY) ?? Number.NaN);
    return Number.isInteger(kept) ? kept : null;
  } catch {
    return null;
  }
}

export const addressBar: AddressBar = {
  read: () => location.hash,
  entry: entryNumber,
  newest: newestEntry,
  keepNewest(entry) {
    try {
      sessionStorage.setItem(NEWEST_KEY, String(entry));
    } catch {
      // A private window: after a reload only the browser's own button leads forward.
    }
  },
  push(fragment, entry) {
    try {
      history.pushState({ entry }, '', `#${fragment}`);
    } catch {
      // A browser refuses addresses that change too often: this gesture is undone together with the next.
    }
  },
  replace(fragment, entry) {
    try {
      history.replaceState({ entry }, '', fragment === null ? undefined : `#${fragment}`);
    } catch {
      // The next change tries again.
    }
  },
  go: (delta) => history.go(delta),
  // An address typed or followed within the page comes as a move to an entry without a number.
  onMove: (listener) => window.addEventListener('popstate', listener),
};

/** The address of this page without its fragment. */
export function pageAddress(): string {
  return location.href.replace(/#.*$/, '');
}

const THEME_KEY = 'ravine-theme';

/** The theme that was chosen here before, else the one the system prefers. A private window has no storage. */
export function preferredTheme(): Theme {
  const shown = document.documentElement.dataset.theme;
  return THEMES.find((theme) => theme === shown) ?? 'light';
}

export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

/** Remembers a theme that was chosen here, where there is storage. */
export function rememberTheme(theme: Theme): void {
  try {
    localStorage.setItem(THEME_KEY, theme);
  } catch {
    // It lasts as long as the page.
  }
}

const HINTS_KEY = 'ravine-hints';

/** Which hints have done their work here; in a private window they are shown anew each time. */
export const hintMemory: HintMemory = {
  done() {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(HINTS_KEY) ?? '[]');
      return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
    } catch {
      return [];
    }
  },
  remember(id) {
    try {
      localStorage.setItem(HINTS_KEY, JSON.stringify([...new Set([...hintMemory.done(), id])]));
    } catch {
      // It is remembered as long as the page lives.
    }
  },
};

/** Puts a text on the clipboard; false where the browser does not allow it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export function prefersLessMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

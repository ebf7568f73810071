import type { FromEngine, ToEngine } from '../src/engine/protocol.ts';
import type { GroundReply, GroundRequest } from '../src/ground/protocol.ts';
import { THEMES, type Theme } from '../src/scene/scene.ts';
import type { WorkerPort } from './engine/client.ts';
import type { AddressBar } from './store/address.ts';

/** The only file that touches the address, storage, the clipboard and workers. */

export function spawnEngine(): WorkerPort<ToEngine, FromEngine> {
  return new Worker(new URL('../src/engine/worker.ts', import.meta.url), {
    type: 'module',
    name: 'engine',
  }) as WorkerPort<ToEngine, FromEngine>;
}

export function spawnGround(): WorkerPort<GroundRequest, GroundReply> {
  return new Worker(new URL('../src/ground/worker.ts', import.meta.url), {
    type: 'module',
    name: 'ground',
  }) as WorkerPort<GroundRequest, GroundReply>;
}

export const addressBar: AddressBar = {
  read: () => location.hash,
  replace(fragment) {
    try {
      history.replaceState(null, '', `#${fragment}`);
    } catch {
      // A browser refuses addresses that change too often; the next change tries again.
    }
  },
  onChange: (listener) => window.addEventListener('hashchange', listener),
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

import { appMessages } from '../../src/messages/app.ts';
import { sceneFromLink, sceneToLink } from '../../src/scene/link.ts';
import type { Scene } from '../../src/scene/scene.ts';
import { dismiss, notify, openScene } from './actions.ts';
import { OPENING_SCENE } from './openingScene.ts';
import type { State, Store } from './store.ts';

/** The address bar, handed in so that it can be tested without one. */
export interface AddressBar {
  /** The fragment with its `#`, or nothing. */
  read(): string;
  /** Puts a fragment (without `#`) in place, adding no entry to the history. */
  replace(fragment: string): void;
  /** Called when the person, not the page, changes the fragment. */
  onChange(listener: () => void): void;
}

/** Browsers ignore addresses that change too often, so writes keep this distance. */
export const ADDRESS_INTERVAL = 400;

/** The scene of an address, and what a person should know about reading it. */
export function sceneOfAddress(fragment: string): {
  scene: Scene;
  notice: string | null;
  /** Whether the scene is that of the address. */
  found: boolean;
} {
  if (fragment.replace(/^#/, '') === '') return { scene: OPENING_SCENE, notice: null, found: false };
  const { scene, notices } = sceneFromLink(fragment);
  return {
    scene: scene ?? OPENING_SCENE,
    found: scene !== null,
    notice: notices.length === 0 ? null : appMessages.linkNotices(notices),
  };
}

/** The link to what is on screen. */
export function linkOf({ scene, focus, theme }: State, playhead: number | null): string {
  const { window } = scene.view;
  // A theme is the reader's own affair, unless the scene asked for one.
  const asked = scene.view.theme ? { theme } : {};
  return sceneToLink({
    ...scene,
    view: { focus, ...(playhead === null ? {} : { playhead }), ...(window ? { window } : {}), ...asked },
  });
}

export interface AddressOptions {
  readonly bar: AddressBar;
  readonly setTimer: (callback: () => void, milliseconds: number) => number;
  /** The step shown if playback rests there, else null. */
  readonly restingAt: () => number | null;
  /** Another scene was opened: playback goes where it says. */
  readonly onOpen: (scene: Scene) => void;
  /** True if the address holds nothing yet, or nothing that could be read: it is left alone until something changes. */
  readonly untouched: boolean;
}

/**
 * Keeps the address a link to the scene: written a moment after a change, read when the person opens another link.
 * @returns a function to call when playback comes to rest, by hand or at the end of the run
 */
export function followAddress(
  store: Store,
  { bar, setTimer, restingAt, onOpen, untouched }: AddressOptions,
): (byHand: boolean) => void {
  let held = untouched;
  let waiting = false;
  /** The fragment last written, or read from another link. */
  let known: string | null = null;
  const write = () => {
    held = false;
    if (waiting) return;
    waiting = true;
    setTimer(() => {
      waiting = false;
      if (held) return;
      if (store.getState().moving) {
        write();
        return;
      }
      known = linkOf(store.getState(), restingAt());
      bar.replace(known);
    }, ADDRESS_INTERVAL);
  };
  store.subscribe((state, before) => {
    if (state.scene !== before.scene || state.focus !== before.focus) write();
  });
  bar.onChange(() => {
    const fragment = bar.read().replace(/^#/, '');
    if (fragment === known) return;
    known = fragment;
    const { scene, notice, found } = sceneOfAddress(fragment);
    // An address that cannot be read takes nothing away: the scene on screen stays, and so does the address.
    if (found || notice === null) {
      openScene(store, scene);
      onOpen(scene);
    }
    if (notice) notify(store, { kind: 'link', text: notice });
    else dismiss(store, 'link');
    // Also against a write that waits: what cannot be read is not written over before something changes.
    held = !found;
  });
  return (byHand) => {
    if (byHand || !held) write();
  };
}

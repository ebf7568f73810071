import { OPENING_SCENE } from '../store/openingScene.ts';
import { createAppStore } from '../store/store.ts';
import { createCommands, type CommandName } from './commands.ts';
import { createHints } from './hints.ts';
import { listenToKeys } from './keys.ts';
import type { KeyParts } from './keyTable.ts';
import { createPlayback } from './playback.ts';

// For tests of keys only.

/** What has the focus. */
export interface FakeTarget {
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly inside?: FakeTarget;
}

/** An element as far as keys look at it: it knows selectors of a tag, an attribute, or both. */
function element({ tag, attributes = {}, inside }: FakeTarget) {
  const matches = (selectors: string): boolean =>
    selectors.split(',').some((selector) => {
      const parts = /^\s*([a-z]*)(?:\[([\w-]+)="([^"]*)"\])?\s*$/.exec(selector);
      if (!parts) throw new Error(`The fake element does not know the selector ${selector}`);
      const [, wanted, name, value] = parts;
      return (wanted === '' || wanted === tag) && (name === undefined || attributes[name] === value);
    });
  return {
    matches,
    closest: (selectors: string): unknown =>
      matches(selectors) ? true : inside ? element(inside).closest(selectors) : null,
    getAttribute: (name: string) => attributes[name] ?? null,
  };
}

/** A page of which a test presses the keys, with the opening scene and a playback on frames that the test shows. */
export function createPage(steps = 60) {
  let listener: ((event: KeyboardEvent) => void) | null = null;
  let hasModal = false;
  const page = {
    addEventListener: (_: string, added: (event: KeyboardEvent) => void) => (listener = added),
    removeEventListener: (_: string, removed: (event: KeyboardEvent) => void) => {
      if (removed === listener) listener = null;
    },
    querySelector: () => (hasModal ? {} : null),
  } as unknown as Parameters<typeof listenToKeys>[0];
  let frame: ((milliseconds: number) => void) | null = null;
  const playback = createPlayback(
    steps,
    {
      request: (callback) => {
        frame = callback;
        return 1;
      },
      cancel: () => (frame = null),
    },
    () => false,
  );
  const asked: string[] = [];
  const commands = createCommands();
  for (const name of ['zoom-in', 'zoom-out', 'whole-map', 'zoom-to-playhead', 'show-help'] as CommandName[])
    commands.set(name, () => void asked.push(name));
  const store = createAppStore(OPENING_SCENE, 'light');
  const hints = createHints({ done: () => ['start', 'unfold'], remember: () => {} });
  const parts: KeyParts = {
    store,
    playback,
    commands,
    hints,
    history: {
      undo: () => void asked.push('undo'),
      redo: () => void asked.push('redo'),
      canUndo: () => true,
      canRedo: () => true,
      subscribe: () => () => {},
      cameToRest: () => {},
    },
    copy: async (text) => {
      asked.push(`copy ${text}`);
      return true;
    },
    address: () => 'https://ravine.example/#scene',
    rememberTheme: (theme) => void asked.push(`remember ${theme}`),
  };
  const stop = listenToKeys(page, parts);
  return {
    playback,
    store,
    asked,
    hints,
    stop,
    openModal: () => (hasModal = true),
    showFrame: (milliseconds: number) => frame?.(milliseconds),
    /** Presses a key; whether the page took it for itself. */
    press: (key: string, target: FakeTarget | null = null, more: Partial<KeyboardEvent> = {}): boolean => {
      let taken = false;
      const event = {
        key,
        code: '',
        ctrlKey: false,
        metaKey: false,
        altKey: false,
        shiftKey: false,
        target: target && element(target),
        preventDefault: () => (taken = true),
        ...more,
      };
      listener?.(event as unknown as KeyboardEvent);
      return taken;
    },
  };
}

export const TEXT_FIELD: FakeTarget = { tag: 'input', attributes: { type: 'text' } };

import { describe, expect, test } from 'vitest';
import { listenToKeys } from './keys.ts';
import { createPlayback } from './playback.ts';

interface FakeTarget {
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** An element as far as keys look at it: it matches selectors of a tag, an attribute, or both. */
function element({ tag, attributes = {} }: FakeTarget) {
  return {
    matches: (selectors: string) =>
      selectors.split(',').some((selector) => {
        const parts = /^\s*([a-z]*)(?:\[([\w-]+)="([^"]*)"\])?\s*$/.exec(selector);
        if (!parts) throw new Error(`The fake element does not know the selector ${selector}`);
        const [, wanted, name, value] = parts;
        return (wanted === '' || wanted === tag) && (name === undefined || attributes[name] === value);
      }),
  };
}

function createPage(steps = 60) {
  let listener: ((event: KeyboardEvent) => void) | null = null;
  const page = {
    addEventListener: (_: string, added: (event: KeyboardEvent) => void) => (listener = added),
    removeEventListener: (_: string, removed: (event: KeyboardEvent) => void) => {
      if (removed === listener) listener = null;
    },
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
  const stop = listenToKeys(page, playback);
  return {
    playback,
    stop,
    showFrame: (milliseconds: number) => frame?.(milliseconds),
    /** Presses a key; whether the page took it for itself. */
    press: (key: string, target: FakeTarget | null = null, more: Partial<KeyboardEvent> = {}): boolean => {
      let taken = false;
      const event = {
        key,
        target: target && element(target),
        preventDefault: () => (taken = true),
        ...more,
      };
      listener?.(event as unknown as KeyboardEvent);
      return taken;
    },
  };
}

describe('keys of the page', () => {
  test('space plays and pauses', () => {
    const { playback, press } = createPage();
    expect(press(' ')).toBe(true);
    expect(playback.playing).toBe(true);
    expect(press(' ')).toBe(true);
    expect(playback.playing).toBe(false);
  });

  test('space held down does not flicker between the two, nor scroll the page', () => {
    const { playback, press } = createPage();
    press(' ');
    for (let i = 0; i < 4; i++) expect(press(' ', null, { repeat: true })).toBe(true);
    press(' ', null, { repeat: true });
    expect(playback.playing).toBe(true);
  });

  test('arrows step, and repeat while held', () => {
    const { playback, press } = createPage();
    for (let i = 0; i < 5; i++) expect(press('ArrowRight', null, { repeat: i > 0 })).toBe(true);
    expect(playback.playhead).toBe(5);
    press('ArrowLeft');
    expect(playback.playhead).toBe(4);
  });

  test('Home and End go to the ends', () => {
    const { playback, press } = createPage(47);
    expect(press('End')).toBe(true);
    expect(playback.playhead).toBe(47);
    expect(press('Home')).toBe(true);
    expect(playback.playhead).toBe(0);
  });

  test.each([
    ['ArrowRight', 4],
    ['ArrowLeft', 3],
  ])('%s between two steps goes to the next one in its direction, and rests there', (key, step) => {
    const { playback, press, showFrame } = createPage();
    playback.play();
    showFrame(1000);
    showFrame(1120);
    expect(playback.playhead).toBeCloseTo(3.6, 9);
    press(key);
    expect([playback.playhead, playback.playing]).toEqual([step, false]);
  });

  test.each(['ArrowUp', 'ArrowDown', 'Enter', 'Tab', 'PageDown', 'a'])('%s is left to the browser', (key) => {
    const { playback, press } = createPage();
    playback.seek(9);
    expect(press(key)).toBe(false);
    expect(playback.playhead).toBe(9);
  });

  test.each(['ctrlKey', 'metaKey', 'altKey'])('with %s they are the browser’s', (modifier) => {
    const { playback, press } = createPage();
    playback.seek(9);
    expect(press('ArrowLeft', null, { [modifier]: true })).toBe(false);
    expect(playback.playhead).toBe(9);
  });

  test('that something else has used already do nothing', () => {
    const { playback, press } = createPage();
    press('ArrowRight', { tag: 'button' }, { defaultPrevented: true });
    expect(playback.playhead).toBe(0);
  });

  test('are no longer heard once listening has ended', () => {
    const { playback, press, stop } = createPage();
    stop();
    press('End');
    expect(playback.playhead).toBe(0);
  });
});

describe('the focused control goes first', () => {
  test.each<[string, FakeTarget]>([
    ['a text field', { tag: 'input', attributes: { type: 'text' } }],
    ['a number field', { tag: 'input', attributes: { type: 'number' } }],
    ['a text area', { tag: 'textarea' }],
    ['a list of options', { tag: 'select' }],
    ['text that can be edited', { tag: 'div', attributes: { contenteditable: 'true' } }],
  ])('%s keeps all its keys', (_, target) => {
    const { playback, press } = createPage();
    playback.seek(20);
    for (const key of [' ', 'ArrowLeft', 'ArrowRight', 'Home', 'End']) expect(press(key, target)).toBe(false);
    expect([playback.playhead, playback.playing]).toEqual([20, false]);
  });

  test('a slider keeps arrows, Home and End, and leaves space to playing', () => {
    const { playback, press } = createPage();
    const slider = { tag: 'input', attributes: { type: 'range' } };
    for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'End']) expect(press(key, slider)).toBe(false);
    expect(press(' ', slider)).toBe(true);
    expect(playback.playing).toBe(true);
  });

  test.each<[string, FakeTarget]>([
    ['a button', { tag: 'button' }],
    ['a link', { tag: 'a' }],
    ['a summary', { tag: 'summary' }],
    ['what acts as a button', { tag: 'div', attributes: { role: 'button' } }],
  ])('%s keeps space, and leaves arrows to the playhead', (_, target) => {
    const { playback, press } = createPage();
    expect(press(' ', target)).toBe(false);
    expect(playback.playing).toBe(false);
    expect(press('ArrowRight', target)).toBe(true);
    expect(playback.playhead).toBe(1);
  });

  test('a key pressed on the document, which is no element, is the page’s', () => {
    const { playback, press } = createPage();
    expect(press('End', null, { target: new EventTarget() })).toBe(true);
    expect(playback.playhead).toBe(60);
  });
});

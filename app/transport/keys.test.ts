import { describe, expect, test } from 'vitest';
import { keyMessages } from '../../src/messages/keys.ts';
import type { Chord } from './chord.ts';
import { createPage, TEXT_FIELD } from './keyFixture.ts';
import { KEY_TABLE } from './keyTable.ts';

const modifiers = ({ shift, mod }: Chord) => ({ shiftKey: shift ?? false, ctrlKey: mod ?? false });
const PAGE_CHORDS = KEY_TABLE.flatMap((entry) =>
  entry.kind === 'page' && !entry.inLosses ? entry.chords : [],
);

describe('the table of keys', () => {
  test('has each chord of the page once', () => {
    const chords = PAGE_CHORDS.map((chord) => JSON.stringify(chord));
    expect(new Set(chords).size).toBe(chords.length);
  });

  test.each(PAGE_CHORDS)('$key ($mod $shift) is taken by the page where nothing is focused', (chord) => {
    expect(createPage().press(chord.key, null, modifiers(chord))).toBe(true);
  });

  test.each(PAGE_CHORDS)('$key ($mod $shift) is left to a text field', (chord) => {
    const { press, store, asked } = createPage();
    const before = store.getState();
    expect(press(chord.key, TEXT_FIELD, modifiers(chord))).toBe(false);
    expect([store.getState(), asked]).toEqual([before, []]);
  });

  test.each(PAGE_CHORDS)('$key ($mod $shift) does nothing behind a modal sheet', (chord) => {
    const { press, openModal, asked } = createPage();
    openModal();
    expect(press(chord.key, null, modifiers(chord))).toBe(false);
    expect(asked).toEqual([]);
  });

  test('holds what each key does in words of its own', () => {
    const words = KEY_TABLE.map(({ does }) => keyMessages[does]);
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('playback', () => {
  test('space plays and pauses', () => {
    const { playback, press } = createPage();
    press(' ');
    expect(playback.playing).toBe(true);
    press(' ');
    expect(playback.playing).toBe(false);
  });

  test('space held down does not flicker between the two, nor scroll the page', () => {
    const { playback, press } = createPage();
    press(' ');
    for (let i = 0; i < 5; i++) expect(press(' ', null, { repeat: true })).toBe(true);
    expect(playback.playing).toBe(true);
  });

  test('arrows step, and repeat while held', () => {
    const { playback, press } = createPage();
    for (let i = 0; i < 5; i++) press('ArrowRight', null, { repeat: i > 0 });
    expect(playback.playhead).toBe(5);
    press('ArrowLeft');
    expect(playback.playhead).toBe(4);
  });

  test('with Shift they go ten steps, and not beyond the ends', () => {
    const { playback, press } = createPage(47);
    playback.seek(31);
    press('ArrowRight', null, { shiftKey: true });
    expect(playback.playhead).toBe(41);
    press('ArrowRight', null, { shiftKey: true });
    expect(playback.playhead).toBe(47);
    press('ArrowLeft', null, { shiftKey: true });
    expect(playback.playhead).toBe(37);
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

  test('Home and End go to the ends', () => {
    const { playback, press } = createPage(47);
    press('End');
    expect(playback.playhead).toBe(47);
    press('Home');
    expect(playback.playhead).toBe(0);
  });

  test('PageDown and PageUp go from tenth to tenth', () => {
    const { playback, press } = createPage(250);
    playback.seek(60);
    press('PageDown');
    expect(playback.playhead).toBe(75);
    press('PageDown');
    expect(playback.playhead).toBe(100);
    playback.seek(60);
    press('PageUp');
    expect(playback.playhead).toBe(50);
  });

  test.each([
    [']', '['],
    ['>', '<'],
  ])('%s is faster and %s slower', (faster, slower) => {
    const { store, press } = createPage();
    press(faster);
    press(faster);
    expect(store.getState().speed).toBe(4);
    for (let i = 0; i < 3; i++) press(slower);
    expect(store.getState().speed).toBe(0.5);
  });

  test('L turns the loop on and off, on a Cyrillic keyboard too', () => {
    const { store, press } = createPage();
    press('L', null, { shiftKey: true });
    expect(store.getState().loop).toBe(true);
    press('д', null, { code: 'KeyL' });
    expect(store.getState().loop).toBe(false);
  });

  test('of any key is what the last hint asks for; others are not', () => {
    const { press, hints } = createPage();
    press('t');
    expect(hints.current()).toBe('play');
    press('End');
    expect(hints.current()).toBeNull();
  });
});

describe('runs', () => {
  test('a digit focuses the run in that place, if there is one', () => {
    const { store, press } = createPage();
    press('4');
    expect(store.getState().focus).toBe(3);
    press('7');
    expect(store.getState().focus).toBe(3);
  });

  test('a digit’s key focuses on a keyboard that makes digits with Shift', () => {
    const { store, press } = createPage();
    press('é', null, { code: 'Digit2' });
    expect(store.getState().focus).toBe(1);
  });

  test('H hides the focused run, and shows it again', () => {
    const { store, press } = createPage();
    const hidden = () => store.getState().scene.runs.map((run) => run.hidden);
    press('h');
    expect(hidden()).toEqual([false, false, true, false]);
    press('h');
    expect(hidden()).toEqual([false, false, false, false]);
  });

  test('F reads the focused run’s step, and stops reading it', () => {
    const { store, press } = createPage();
    press('f');
    expect(store.getState().reading).toEqual({ numbers: 'both', form: 'own', curvature: false });
    press('f');
    expect(store.getState().reading).toBeNull();
  });
});

describe('the map and the page', () => {
  test.each([
    ['+', 'zoom-in', {}],
    ['=', 'zoom-in', {}],
    ['-', 'zoom-out', {}],
    ['0', 'whole-map', {}],
    ['z', 'zoom-to-playhead', {}],
    ['Z', 'zoom-to-playhead', { shiftKey: true }],
    ['?', 'show-help', { shiftKey: true }],
    ['z', 'undo', { ctrlKey: true }],
    ['я', 'undo', { ctrlKey: true, code: 'KeyZ' }],
    ['z', 'undo', { metaKey: true }],
    ['Z', 'redo', { metaKey: true, shiftKey: true }],
    ['y', 'redo', { ctrlKey: true }],
    ['C', 'copy https://ravine.example/#scene', { shiftKey: true }],
    ['t', 'remember dark', {}],
  ])('%s does %s', (key, what, more) => {
    const { press, asked } = createPage();
    expect(press(key, null, more)).toBe(true);
    expect(asked).toEqual([what]);
  });

  test('T goes through all themes and begins anew', () => {
    const { press, store } = createPage();
    const seen = [1, 2, 3].map(() => {
      press('t');
      return store.getState().theme;
    });
    expect(seen).toEqual(['dark', 'projector', 'light']);
  });

  test('copying says that it was done', async () => {
    const { press, store } = createPage();
    press('c');
    await Promise.resolve();
    await Promise.resolve();
    expect(store.getState().notices.map(({ kind }) => kind)).toEqual(['copy']);
  });
});

describe('the room of losses', () => {
  test('opens and closes with m, and closes with Escape', () => {
    const { press, store } = createPage();
    press('m');
    expect(store.getState().losses).toBe('curves');
    press('m');
    expect(store.getState().losses).toBe(null);
    press('m');
    expect(press('Escape')).toBe(true);
    expect(store.getState().losses).toBe(null);
  });

  test('Escape is left alone on the map', () => {
    expect(createPage().press('Escape')).toBe(false);
  });

  test.each(
    KEY_TABLE.filter(({ kind, room }) => kind === 'page' && room !== 'page').flatMap(({ chords }) => chords),
  )('$key ($shift) is silent in it', (chord) => {
    const { press, store, playback, asked } = createPage();
    press('m');
    const before = store.getState();
    expect(press(chord.key, null, modifiers(chord))).toBe(false);
    expect([store.getState(), playback.playing, playback.playhead, asked]).toEqual([before, false, 0, []]);
  });

  test('themes, undo and the help work there too', () => {
    const { press, asked } = createPage();
    press('m');
    press('z', null, { ctrlKey: true });
    press('?');
    press('t');
    expect(asked).toEqual(['undo', 'show-help', 'remember dark']);
  });
});

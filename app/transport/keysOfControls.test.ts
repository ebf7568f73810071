import { describe, expect, test } from 'vitest';
import { createPage, TEXT_FIELD, type FakeTarget } from './keyFixture.ts';

describe('keys that are not the page’s', () => {
  test.each(['ArrowUp', 'ArrowDown', 'Enter', 'Tab', 'Escape', 'q', 'F5'])('%s is left alone', (key) => {
    const { playback, press } = createPage();
    playback.seek(9);
    expect(press(key)).toBe(false);
    expect(playback.playhead).toBe(9);
  });

  test.each(['ctrlKey', 'metaKey', 'altKey'])('an arrow with %s is the browser’s', (modifier) => {
    const { playback, press } = createPage();
    playback.seek(9);
    expect(press('ArrowLeft', null, { [modifier]: true })).toBe(false);
    expect(playback.playhead).toBe(9);
  });

  test('those that something else has used already do nothing', () => {
    const { playback, press } = createPage();
    press('ArrowRight', { tag: 'button' }, { defaultPrevented: true });
    expect(playback.playhead).toBe(0);
  });

  test('none is heard once listening has ended', () => {
    const { playback, press, stop } = createPage();
    stop();
    press('End');
    expect(playback.playhead).toBe(0);
  });
});

describe('the focused control goes first', () => {
  const MOVES = ['ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];

  test.each<[string, FakeTarget]>([
    ['a text field', TEXT_FIELD],
    ['a field of no stated type', { tag: 'input' }],
    ['a number field', { tag: 'input', attributes: { type: 'number' } }],
    ['a text area', { tag: 'textarea' }],
    ['a list of options', { tag: 'select' }],
    ['text that can be edited', { tag: 'div', attributes: { contenteditable: 'true' } }],
  ])('%s keeps all its keys', (_, target) => {
    const { playback, store, press } = createPage();
    playback.seek(20);
    for (const key of [' ', 'l', '3', ...MOVES]) expect(press(key, target)).toBe(false);
    expect([playback.playhead, playback.playing, store.getState().loop]).toEqual([20, false, false]);
  });

  test.each<[string, FakeTarget]>([
    ['a slider', { tag: 'input', attributes: { type: 'range' } }],
    ['what acts as a slider', { tag: 'div', attributes: { role: 'slider' } }],
  ])('%s keeps what moves it, and leaves space, letters and undo', (_, target) => {
    const { playback, store, asked, press } = createPage();
    for (const key of MOVES) expect(press(key, target)).toBe(false);
    expect(press(' ', target)).toBe(true);
    expect(playback.playing).toBe(true);
    press('l', target);
    expect(store.getState().loop).toBe(true);
    press('z', target, { ctrlKey: true });
    expect(asked).toEqual(['undo']);
  });

  test('the scrubber is the playhead itself: keys move it as they do everywhere', () => {
    const { playback, press } = createPage(90);
    const scrubber = { tag: 'input', attributes: { type: 'range', 'data-keys': 'page' } };
    playback.seek(30);
    press('PageUp', scrubber);
    press('ArrowRight', scrubber, { shiftKey: true });
    expect(playback.playhead).toBe(37);
  });

  test.each<[string, FakeTarget]>([
    ['a button', { tag: 'button' }],
    ['a link', { tag: 'a' }],
    ['a summary', { tag: 'summary' }],
    ['a tick box', { tag: 'input', attributes: { type: 'checkbox' } }],
    ['what acts as a button', { tag: 'div', attributes: { role: 'button' } }],
  ])('%s keeps space, and leaves arrows to the playhead', (_, target) => {
    const { playback, press } = createPage();
    expect(press(' ', target)).toBe(false);
    expect(playback.playing).toBe(false);
    expect(press('ArrowRight', target)).toBe(true);
    expect(playback.playhead).toBe(1);
  });

  test('one of several radio buttons keeps the arrows that choose another', () => {
    const { playback, press } = createPage();
    const radio = { tag: 'input', attributes: { type: 'radio' } };
    for (const key of [' ', 'ArrowLeft', 'ArrowRight']) expect(press(key, radio)).toBe(false);
    expect(playback.playhead).toBe(0);
  });

  test.each(['menu', 'listbox', 'dialog'])('in a %s only undo is the page’s', (role) => {
    const { store, asked, press } = createPage();
    const item = { tag: 'button', inside: { tag: 'div', attributes: { role } } };
    for (const key of ['h', '2', 'ArrowRight', 'End']) expect(press(key, item)).toBe(false);
    expect(store.getState().focus).toBe(2);
    expect(press('z', item, { ctrlKey: true })).toBe(true);
    expect(asked).toEqual(['undo']);
  });

  test('a key pressed on the document, which is no element, is the page’s', () => {
    const { playback, press } = createPage();
    expect(press('End', null, { target: new EventTarget() })).toBe(true);
    expect(playback.playhead).toBe(60);
  });
});

import { describe, expect, test } from 'vitest';
import { capOf, holds, modifiersOf, namesOf, type Chord } from './chord.ts';

/** A key as a browser reports it. */
function pressed(key: string, code: string, more: Partial<Parameters<typeof holds>[1]> = {}) {
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more };
}

describe('the names of a pressed key', () => {
  test.each([
    ['a letter is its own, whatever the case', pressed('L', 'KeyL'), ['l']],
    ['a letter counts as what is written on it, not where it is', pressed('z', 'KeyY'), ['z']],
    ['a Cyrillic letter also has that of the Latin one in its place', pressed('я', 'KeyZ'), ['я', 'z']],
    ['a Greek capital does as well', pressed('Ω', 'KeyV', { shiftKey: true }), ['ω', 'v']],
    ['a digit is its own', pressed('4', 'Numpad4'), ['4']],
    ['a sign in the place of a digit also has the digit’s', pressed('é', 'Digit2'), ['é', '2']],
    ['but not with Shift: that is how the sign is made', pressed('!', 'Digit1', { shiftKey: true }), ['!']],
    ['a named key is its own', pressed('PageDown', 'PageDown'), ['PageDown']],
  ])('%s', (_, event, names) => {
    expect(namesOf(event)).toEqual(names);
  });
});

describe('the modifiers of a chord', () => {
  const step: Chord = { key: 'ArrowLeft' };
  const farStep: Chord = { key: 'ArrowLeft', shift: true };
  const slower: Chord = { key: '[' };
  const loop: Chord = { key: 'l' };
  const undo: Chord = { key: 'z', mod: true };
  const redo: Chord = { key: 'z', mod: true, shift: true };
  test.each<[string, Chord, Parameters<typeof pressed>[2], boolean]>([
    ['an arrow without any', step, {}, true],
    ['an arrow is not an arrow with Shift', step, { shiftKey: true }, false],
    ['an arrow with Shift', farStep, { shiftKey: true }, true],
    ['an arrow with Shift needs it', farStep, {}, false],
    ['an arrow with Alt is the browser’s', step, { altKey: true }, false],
    ['a letter, with Caps Lock or Shift', loop, { shiftKey: true }, true],
    ['a letter with Ctrl is another chord', loop, { ctrlKey: true }, false],
    ['a letter with Alt is the system’s', loop, { altKey: true }, false],
    ['a bracket made with Option', slower, { altKey: true }, true],
    ['a bracket made with AltGr, which comes as Ctrl and Alt', slower, { altKey: true, ctrlKey: true }, true],
    ['a bracket with ⌘ is the browser’s', slower, { metaKey: true }, false],
    ['undo with Ctrl', undo, { ctrlKey: true }, true],
    ['undo with ⌘', undo, { metaKey: true }, true],
    ['undo with Shift is not undo', undo, { ctrlKey: true, shiftKey: true }, false],
    ['redo with Shift', redo, { metaKey: true, shiftKey: true }, true],
    ['undo without any is not undo', undo, {}, false],
  ])('%s: %#', (_, chord, modifiers, expected) => {
    expect(holds(chord, pressed(chord.key, '', modifiers))).toBe(expected);
  });
});

test('keys are named as they are printed', () => {
  expect(['ArrowUp', ' ', 'PageDown', 'c', '-', 'End'].map((key) => capOf({ key }))).toEqual([
    '↑',
    'Space',
    'Page Down',
    'C',
    '−',
    'End',
  ]);
  expect(modifiersOf({ key: 'z', mod: true, shift: true })).toEqual(['Ctrl', 'Shift']);
});

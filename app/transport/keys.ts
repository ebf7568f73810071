import { holds, namesOf } from './chord.ts';
import { KEY_TABLE, type KeyParts, type PageKey } from './keyTable.ts';

const MOVES = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);

/** Inputs that are no text fields. */
const NO_TEXT = ['range', 'checkbox', 'radio', 'button', 'submit', 'reset', 'color', 'file'];

/** With Control or Command they undo and redo. */
const HISTORY = new Set(['z', 'y']);

/** Whether the focused control uses a key itself. */
function takesKey(target: EventTarget | null, { key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (!isElement(target)) return false;
  const type = target.matches('input') ? (target.getAttribute('type') ?? 'text') : null;
  if (target.matches(`[data-keys="page"]`) && MOVES.has(key)) return false;
  // A field that holds nothing of its own to undo leaves that to the page.
  if (target.matches('[data-undo="page"]') && (ctrlKey || metaKey) && HISTORY.has(key.toLowerCase()))
    return false;
  if (type !== null && !NO_TEXT.includes(type)) return true;
  if (target.matches('textarea, select, [contenteditable="true"]')) return true;
  // In a menu letters look for an entry; in a sheet they would change what it hides.
  if (target.closest('[role="menu"], [role="listbox"], [role="dialog"]') && !ctrlKey && !metaKey) return true;
  if (target.matches('[role="slider"], [role="spinbutton"]') || type === 'range' || type === 'radio')
    return MOVES.has(key) || (key === ' ' && type === 'radio');
  return (
    key === ' ' &&
    (target.matches('button, a, summary, [role="button"], [role="switch"], [role="tab"]') ||
      type === 'checkbox' ||
      type === 'button' ||
      type === 'submit')
  );
}

/** The document and the window receive keys too, and match nothing. */
function isElement(target: EventTarget | null): target is Element {
  return target !== null && 'matches' in target;
}

/** What the table has for a pressed key. */
function entryFor(event: KeyboardEvent) {
  for (const name of namesOf(event))
    for (const entry of KEY_TABLE) {
      if (entry.kind !== 'page') continue;
      const chord = entry.chords.find((chord) => chord.key === name && holds(chord, event));
      if (chord) return { entry: entry satisfies PageKey, chord };
    }
  return null;
}

/**
 * Listens to the keys of the whole page, those of the table. They go first to the focused control, and none gets past
 * an open modal sheet.
 * @returns a function that ends listening
 */
export function listenToKeys(
  page: Pick<Document, 'addEventListener' | 'removeEventListener' | 'querySelector'>,
  parts: KeyParts,
) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || takesKey(event.target, event)) return;
    if (page.querySelector('dialog[open]')) return;
    const found = entryFor(event);
    if (!found) return;
    // Where the losses are shown, playback, map and runs are not: their keys would change what nobody sees.
    const isMap = parts.store.getState().losses === null;
    if (isMap ? found.entry.inLosses : found.entry.room !== 'page') return;
    event.preventDefault();
    // Held down, what turns something on and off would flicker.
    if (event.repeat && !found.entry.repeats) return;
    found.entry.act(parts, found.chord);
    if (found.entry.room === 'playback') parts.hints.done('play');
  };
  page.addEventListener('keydown', onKeyDown);
  return () => page.removeEventListener('keydown', onKeyDown);
}

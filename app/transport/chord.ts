/**
 * A key, or one held with others. `key` is what `KeyboardEvent.key` says of it, letters in lower case; characters
 * count however a keyboard makes them, so Shift means something only for named keys and together with `mod`.
 */
export interface Chord {
  readonly key: string;
  readonly shift?: true;
  readonly alt?: true;
  /** Ctrl, or ⌘ on a Mac. */
  readonly mod?: true;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> &
  Partial<Pick<KeyboardEvent, 'getModifierState'>>;

/**
 * What a pressed key may be called, the likeliest first: the character itself, and on a keyboard that has no such
 * character the one that stands there on a Latin keyboard.
 */
export function namesOf({ key, code, shiftKey }: Pressed): readonly string[] {
  const name = key.length === 1 ? key.toLowerCase() : key;
  // The plus of most keyboards needs Shift; its key is meant without it too.
  if (name === '=') return ['=', '+'];
  const letter = /^Key([A-Z])$/.exec(code)?.[1].toLowerCase();
  if (letter && !/^[a-z]$/.test(name) && /^\p{L}$/u.test(name)) return [name, letter];
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  return digit && !shiftKey && !/^\d$/.test(name) ? [name, digit] : [name];
}

/** Whether the modifiers held are those of a chord whose key was pressed under one of its names. */
export function holds(chord: Chord, event: Pressed): boolean {
  const isSign = chord.key.length === 1 && !/^[a-z\d ]$/.test(chord.key);
  // Many keyboards make brackets with AltGr, which some systems report as Ctrl and Alt.
  if (isSign && !chord.mod && (event.getModifierState?.('AltGraph') || event.altKey)) return !event.metaKey;
  if (event.altKey !== (chord.alt ?? false) || (event.ctrlKey || event.metaKey) !== (chord.mod ?? false))
    return false;
  const isCharacter = chord.key.length === 1;
  return (isCharacter && !chord.mod) || event.shiftKey === (chord.shift ?? false);
}

const CAPS: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  Escape: 'Esc',
  '-': '−',
};

/** What is printed on the key of a chord. */
export function capOf({ key }: Chord): string {
  return CAPS[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

/** What is printed on the keys held with it. */
export function modifiersOf({ shift, alt, mod }: Chord): readonly string[] {
  return [...(mod ? ['Ctrl'] : []), ...(alt ? ['Alt'] : []), ...(shift ? ['Shift'] : [])];
}

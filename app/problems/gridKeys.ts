/**
 * Where a key leads in a grid of options that is filled row by row: arrows to the neighbours, left and right across
 * the ends of rows, Home and End to the first and the last. From the last full row, down leads to the last option
 * where none lies below.
 * @returns the option's index, that of the present one at the grid's edge; null for any other key
 */
export function optionByKey(key: string, index: number, columns: number, count: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, index - 1);
    case 'ArrowRight':
      return Math.min(count - 1, index + 1);
    case 'ArrowUp':
      return index >= columns ? index - columns : index;
    case 'ArrowDown': {
      const isLastRow = Math.floor(index / columns) === Math.floor((count - 1) / columns);
      return isLastRow ? index : Math.min(count - 1, index + columns);
    }
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** Letters typed within this many milliseconds of each other are one word. */
const WORD_PAUSE = 700;

/** What has been typed so far, and when. */
export interface Typed {
  readonly text: string;
  readonly at: number;
}

/** Adds a letter to what was typed; after a pause a new word begins. */
export function typeLetter(before: Typed, letter: string, at: number): Typed {
  return { text: at - before.at > WORD_PAUSE ? letter : before.text + letter, at };
}

/**
 * The option that typing leads to: the next whose name, or else a word of whose name, begins with the text; one letter
 * again and again leads through all that begin with it.
 * @param index the present option
 * @returns its index; null where nothing fits
 */
export function optionByTyping(text: string, index: number, names: readonly string[]): number | null {
  const sought = plain(text);
  const isRepeated = sought.length > 1 && sought.split('').every((letter) => letter === sought[0]);
  // A word under way may go on with the present option; a letter by itself leaves it.
  const first = sought.length === 1 || isRepeated ? index + 1 : index;
  const found = nextThat(names, first, (name) => name.startsWith(sought));
  if (found !== null) return found;
  if (isRepeated) return optionByTyping(sought[0], index, names);
  return nextThat(names, first, (name) => name.includes(` ${sought}`));
}

function nextThat(names: readonly string[], first: number, fits: (name: string) => boolean): number | null {
  for (let step = 0; step < names.length; step++) {
    const index = (first + step) % names.length;
    if (fits(plain(names[index]))) return index;
  }
  return null;
}

/** Small letters; what is not a letter or a digit separates words. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ');
}

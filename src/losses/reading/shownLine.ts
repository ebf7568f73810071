import type { NumbersTex } from '../../reading/reading.ts';
import { isPlain, resultTex, type NumbersLine } from './lineInNumbers.ts';

/** A whole line, to be shown while its numbers change. */
export interface ShownLine extends NumbersTex {
  /** Written where the TeX has `\relation`. */
  readonly relation: '=' | '≈';
  /** The line as it is now, in TeX that needs no slots. */
  readonly plain: string;
}

/**
 * `left = symbols = numbers = result`. Numbers that say no more than the result are left out.
 * @param symbols TeX; null where the numbers say as much
 */
export function shownLine(left: string, symbols: string | null, line: NumbersLine): ShownLine {
  const before = symbols === null ? [left] : [left, symbols];
  const { right, slotted, relation, result } = line;
  const numbers = isPlain(line) ? { tex: [], slots: [] } : { tex: [slotted.tex], slots: slotted.slots };
  return {
    tex: String.raw`${[...before, ...numbers.tex].join(' = ')} \relation \slot{${numbers.slots.length}}`,
    slots: [...numbers.slots, result],
    relation,
    plain: `${[...before, ...(isPlain(line) ? [] : [right])].join(' = ')} ${resultTex(line)}`,
  };
}

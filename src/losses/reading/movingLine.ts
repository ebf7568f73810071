import { numberTex } from '../../reading/printNumber.ts';
import type { PrintedNumber } from '../../reading/reading.ts';
import { bracket } from './lineInNumbers.ts';
import type { ShownLine } from './shownLine.ts';

/** What a line writes its numbers with. */
export interface Pen {
  readonly number: (number: PrintedNumber) => string;
  /** A number that stands in brackets where that is said. */
  readonly bracketed: (number: PrintedNumber, isIn: boolean) => string;
  /** `=` or `≈`, as it is with these numbers. */
  readonly relation: string;
}

/**
 * A line whose numbers may change as a hand moves.
 * @param write its TeX; the same whatever the numbers are, but for those
 */
export function movingLine(write: (pen: Pen) => string, relation: ShownLine['relation'] = '='): ShownLine {
  const slots: PrintedNumber[] = [];
  const slotOf = (number: PrintedNumber) => String.raw`\slot{${slots.push(number) - 1}}`;
  const tex = write({
    number: (number) => `{${slotOf(number)}}`,
    bracketed: (number, isIn) =>
      // An exponent is as high as above a digit, not above the room that slots have for one.
      `{${slotOf(bracket(isIn ? '(' : ''))}${slotOf(number)}${slotOf(bracket(isIn ? ')' : ''))}}{}`,
    relation: String.raw`\relation`,
  });
  const plain = write({
    number: numberTex,
    bracketed: (number, isIn) => (isIn ? `(${numberTex(number)})` : numberTex(number)),
    relation: relation === '=' ? '=' : String.raw`\approx`,
  });
  return { tex, slots, relation, plain };
}

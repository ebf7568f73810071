import { FEWEST, MOST } from '../../reading/digits.ts';
import { printExactly, printNumber, roundsTo } from '../../reading/printNumber.ts';
import type { PrintedNumber } from '../../reading/reading.ts';

/** A line in numbers: what stands on its right, rounded, and what they come to. */
export interface PrintedEquation {
  readonly left: PrintedNumber;
  readonly inputs: readonly PrintedNumber[];
  /** `=` where the printed right side, computed, rounds to the printed left; else `≈`. */
  readonly relation: '=' | '≈';
}

/**
 * Prints a line with the fewest digits on its right with which whoever computes it gets the printed left.
 * @param evaluate the right side, as the line is written
 * @param fewest digits of the inputs to begin with
 */
export function printEquation(
  left: number,
  inputs: readonly number[],
  evaluate: (inputs: readonly number[]) => number,
  fewest = FEWEST,
): PrintedEquation {
  const printed = printNumber(left, FEWEST);
  const line = (digits: number): PrintedEquation => {
    const rounded = inputs.map((x) => printNumber(x, digits));
    const holds = roundsTo(evaluate(rounded.map(({ value }) => value)), printed, FEWEST);
    return { left: printed, inputs: rounded, relation: holds ? '=' : '≈' };
  };
  for (let digits = fewest; digits < MOST; digits++) {
    const found = line(digits);
    if (found.relation === '=') return found;
  }
  return line(MOST);
}

/** A number that was set by hand or follows from such by adding: in decimal, without what float64 leaves behind. */
export function cleared(x: number): number {
  return Number(x.toPrecision(CLEAR_DIGITS));
}

const CLEAR_DIGITS = 12;

/** A number in three digits, or in fewer where that is all of it: 0.4, 0.667. */
export function printShort(x: number): PrintedNumber {
  const rounded = printNumber(x, FEWEST);
  return Math.abs(rounded.value - x) < ALL_OF_IT ? printExactly(rounded.value) : rounded;
}

const ALL_OF_IT = 1e-12;

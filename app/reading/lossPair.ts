import { SUPERSCRIPTS } from '../../src/ground/levelText.ts';
import { printNumber } from '../../src/reading/printNumber.ts';
import type { PrintedNumber } from '../../src/reading/reading.ts';
import { exponentText, TIMES_TEN } from './slotText.ts';

const FEWEST = 4;
const MOST = 7;

/** The losses before and after a step in as few digits as tell them apart, four at least. */
export function lossPair(before: number, after: number): readonly [PrintedNumber, PrintedNumber] {
  for (let digits = FEWEST; ; digits += 1) {
    const pair = [printNumber(before, digits), printNumber(after, digits)] as const;
    const isApart = pair[0].value !== pair[1].value;
    if (isApart || Object.is(before, after) || digits === MOST) return pair;
  }
}

/** A printed number as plain text: 3.20×10⁻⁷. */
export function printedText({ mantissa, exponent }: PrintedNumber): string {
  if (exponent === null) return mantissa;
  const raised = exponentText(exponent).replaceAll(/./g, (sign) => SUPERSCRIPTS[sign] ?? sign);
  return `${mantissa}${TIMES_TEN}${raised}`;
}

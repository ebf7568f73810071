import type { Pen } from '../../../src/losses/reading/movingLine.ts';
import type { PrintedNumber } from '../../../src/reading/reading.ts';

/** A number in TeX, to stand before an exponent: a power of ten is no base without brackets. */
export function powerBase({ bracketed }: Pen, number: PrintedNumber): string {
  return bracketed(number, number.exponent !== null);
}

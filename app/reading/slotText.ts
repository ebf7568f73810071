import type { PrintedNumber } from '../../src/reading/reading.ts';

/** Widths of the characters of numbers in KaTeX's main font, in em: its digits are all alike. */
const WIDTHS: Readonly<Record<string, number>> = {
  '.': 0.278,
  ',': 0.278,
  '−': 0.778,
  '-': 0.778,
  '+': 0.778,
  '×': 0.778,
  '∞': 1,
  '(': 0.389,
  ')': 0.389,
  N: 0.75,
  a: 0.5,
};
const DIGIT = 0.5;
/** Of an exponent, beside the digits below it. */
const EXPONENT_SIZE = 0.7;

export const TIMES_TEN = '×10';

/** A true minus sign before a negative whole number. */
export function exponentText(exponent: number): string {
  return exponent < 0 ? `−${-exponent}` : String(exponent);
}

/** How wide a number is as it is printed, in em. */
export function slotWidth({ mantissa, exponent }: PrintedNumber): number {
  const power =
    exponent === null ? 0 : textWidth(TIMES_TEN) + EXPONENT_SIZE * textWidth(exponentText(exponent));
  return textWidth(mantissa) + power;
}

function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDTHS[character] ?? DIGIT;
  return width;
}

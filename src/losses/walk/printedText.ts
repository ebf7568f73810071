import { SUPERSCRIPTS } from '../../ground/levelText.ts';
import type { PrintedNumber } from '../../reading/reading.ts';

/** A printed number as text: 0.130, 2.06×10⁻⁹, ∞. */
export function printedText({ mantissa, exponent }: PrintedNumber): string {
  if (exponent === null) return mantissa;
  return `${mantissa}×10${String(exponent).replaceAll(/./g, (character) => SUPERSCRIPTS[character])}`;
}

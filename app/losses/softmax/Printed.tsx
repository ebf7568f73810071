import type { PrintedNumber } from '../../../src/reading/reading.ts';
import { exponentText, TIMES_TEN } from '../../reading/slotText.ts';

/** A printed number, its power of ten raised. */
export function Printed({ number: { mantissa, exponent } }: { number: PrintedNumber }) {
  if (exponent === null) return mantissa;
  return (
    <>
      {mantissa + TIMES_TEN}
      <sup className="printed-exponent">{exponentText(exponent)}</sup>
    </>
  );
}

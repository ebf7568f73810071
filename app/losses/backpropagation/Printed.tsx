import type { PrintedNumber } from '../../../src/reading/reading.ts';
import { exponentText, TIMES_TEN } from '../../reading/slotText.ts';

/** A number as it is printed, its power of ten raised; the element holds what the digits say. */
export function Printed({ of: { mantissa, exponent, value } }: { of: PrintedNumber }) {
  return (
    <data value={value}>
      {mantissa}
      {exponent !== null && (
        <>
          {TIMES_TEN}
          <sup>{exponentText(exponent)}</sup>
        </>
      )}
    </data>
  );
}

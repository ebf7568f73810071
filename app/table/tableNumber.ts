import { levelText } from '../../src/ground/levelText.ts';
import { formatFixed, formatMeasure } from '../ui/formatNumber.ts';

const DIGITS = 6;
const SMALLEST_PLAIN = 1e-3;
const LARGEST_PLAIN = 1e6;

/** A number in six significant digits: −1.50000, 0.0123457, 3.20000×10⁻⁷. */
export function tableNumber(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size === 0) return formatMeasure(value);
  const sign = value < 0 ? '−' : '';
  const [mantissa, power] = size.toExponential(DIGITS - 1).split('e');
  const rounded = Number(`${mantissa}e${power}`);
  if (rounded < SMALLEST_PLAIN || rounded >= LARGEST_PLAIN)
    return `${sign}${mantissa}×${levelText(Number(`1e${power}`)).replace(/^.*×/, '')}`;
  const places = Math.max(0, DIGITS - 1 - Number(power));
  return sign + formatFixed(rounded, places);
}

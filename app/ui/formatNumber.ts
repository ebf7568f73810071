import { levelText } from '../../src/ground/levelText.ts';

const MINUS = '−';

/** Numbers outside these bounds, once rounded, are written with a power of ten. */
const SMALLEST_PLAIN = 1e-3;
const LARGEST_PLAIN = 1e6;
const SMALLEST_SETTING = 1e-4;

// Made once: making a format takes longer than all else that a number on the page needs.
const counts = new Intl.NumberFormat('en');
const settings = new Intl.NumberFormat('en', { maximumSignificantDigits: 15 });
const fixed: Intl.NumberFormat[] = [];

/** A number with so many digits after the point, and separators: 1,230, 0.50. */
export function formatFixed(value: number, places: number): string {
  fixed[places] ??= new Intl.NumberFormat('en', {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  return fixed[places].format(value);
}

/** A measured number in three significant digits: 5.38, 0.695, 10.0, 1,230, 3.20×10⁻⁷, −∞. */
export function formatMeasure(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  const sign = value < 0 ? MINUS : '';
  const size = Math.abs(value);
  if (size === Number.POSITIVE_INFINITY) return `${sign}∞`;
  if (size === 0) return '0';
  const [mantissa, power] = size.toExponential(2).split('e');
  const rounded = Number(`${mantissa}e${power}`);
  if (rounded < SMALLEST_PLAIN || rounded >= LARGEST_PLAIN)
    return `${sign}${mantissa}×${levelText(rounded).replace(/^.*×/, '')}`;
  return sign + formatFixed(rounded, Math.max(0, 2 - Number(power)));
}

/** A number as a person set it, with all its digits: 0.001, 10⁻⁵, −1.5, 20,000. */
export function formatSetting(value: number): string {
  const size = Math.abs(value);
  const isSmall = size >= SMALLEST_SETTING && size < 1;
  return isSmall ? `${value < 0 ? MINUS : ''}${settings.format(size)}` : levelText(value);
}

/** A coordinate of a point on the map, rounded to thousandths: −1.5, 2, 0.333, 0.005. */
export function formatCoordinate(value: number): string {
  if (!Number.isFinite(value)) return formatMeasure(value);
  return formatSetting(Math.round(value * 1000) / 1000);
}

/** A count, with separators: 1,000,000. */
export function formatCount(value: number): string {
  return counts.format(value);
}

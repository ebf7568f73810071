import { levelText } from '../../src/ground/levelText.ts';

const MINUS = '−';

/** Numbers outside these bounds are written with a power of ten. */
const SMALLEST_PLAIN = 1e-3;
const LARGEST_PLAIN = 1e5;
const SMALLEST_SETTING = 1e-4;

/** A measured number in three significant digits: 5.38, 0.695, 1,230, 3.21×10⁻⁷, −∞. */
export function formatMeasure(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  const sign = value < 0 ? MINUS : '';
  const size = Math.abs(value);
  if (size === Number.POSITIVE_INFINITY) return `${sign}∞`;
  if (size === 0) return '0';
  if (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN) return levelText(Number(value.toPrecision(3)));
  const digits = Number(size.toPrecision(3));
  const places = Math.max(0, 2 - Math.floor(Math.log10(digits)));
  return sign + digits.toLocaleString('en', { minimumFractionDigits: places, maximumFractionDigits: places });
}

/** A number as a person set it, with all its digits: 0.001, 10⁻⁵, −1.5, 20,000. */
export function formatSetting(value: number): string {
  const size = Math.abs(value);
  const isSmall = size >= SMALLEST_SETTING && size < 1;
  return isSmall
    ? `${value < 0 ? MINUS : ''}${size.toLocaleString('en', { maximumSignificantDigits: 15 })}`
    : levelText(value);
}

/** A coordinate of a point on the map, rounded to thousandths: −1.5, 2, 0.333. */
export function formatCoordinate(value: number): string {
  if (!Number.isFinite(value)) return formatMeasure(value);
  return levelText(Math.round(value * 1000) / 1000);
}

/** A count, with separators: 1,000,000. */
export function formatCount(value: number): string {
  return value.toLocaleString('en');
}

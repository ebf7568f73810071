/** Each digit and sign of an exponent as it stands raised. */
export const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  '-': '⁻',
  '−': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};
/** Digits that a label of a round value may need; the rest is float64's rounding. */
const DIGITS = 12;
const MINUS = '−';

/**
 * The number of a level as it is printed on the map and its key: 1,000, 10, 0.1, 0.01, then 10⁻³ and 2×10⁻³; from a
 * million on 10⁶. With a true minus sign.
 */
export function levelText(value: number): string {
  const sign = value < 0 ? MINUS : '';
  const [mantissa, power] = Math.abs(value)
    .toExponential(DIGITS - 1)
    .split('e');
  const digits = String(Number(mantissa));
  const exponent = Number(power);
  if (value === 0) return '0';
  const isPlain = exponent >= -2 && exponent < 6;
  if (isPlain) return sign + grouped(decimals(digits, exponent));
  const raised = String(exponent).replaceAll(/./g, (character) => SUPERSCRIPTS[character]);
  return digits === '1' ? `${sign}10${raised}` : `${sign}${digits}×10${raised}`;
}

/** digits × 10^exponent written out, digits being 'd' or 'd.ddd'. */
function decimals(digits: string, exponent: number): string {
  const places = Math.max(0, digits.replace('.', '').length - 1 - exponent);
  return Number(`${digits}e${exponent}`).toFixed(places);
}

function grouped(text: string): string {
  const [whole, part] = text.split('.');
  const separated = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? separated : `${separated}.${part}`;
}

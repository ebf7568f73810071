const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** 1,000 or 20,000.5: commas that separate thousands. */
const THOUSANDS = /^([+-]?[1-9]\d{0,2})((?:,\d{3})+)(\.\d*)?$/;
const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** 10^-3 and 2×10^-3, once superscripts are written with ^. */
const POWER = /^([+-]?)(?:(\d+\.?\d*|\.\d+)[×·*])?10\^\(?([+-]?\d+)\)?$/;

/**
 * A number as people write it: 0.05, .5, 0,5, 1e-3, 10^-3, 10⁻³, 2×10⁻³, 20,000, with a hyphen or a true minus.
 * @returns null for what is no number; ±∞ where one is written
 */
export function parseNumber(text: string): number | null {
  const plain = text
    .replaceAll(/\s/g, '')
    .replaceAll(/[−–]/g, '-')
    .replaceAll(/[⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, raised);
  if (/^[+-]?(∞|infinity)$/i.test(plain)) return plain.startsWith('-') ? -Infinity : Infinity;
  const power = POWER.exec(plain);
  if (power) return Number(`${power[1]}${power[2] ?? '1'}e${power[3]}`);
  const [mantissa, exponent] = plain.split(/(?=e)/i);
  const number = withPoint(mantissa) + (exponent ?? '');
  return PLAIN.test(number) ? Number(number) : null;
}

function raised(digits: string): string {
  return `^${digits
    .replaceAll('⁻', '-')
    .replaceAll('⁺', '+')
    .replaceAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(SUPERSCRIPTS.indexOf(digit)))}`;
}

/** Commas that separate thousands are left out; a single other one is a decimal comma. */
function withPoint(text: string): string {
  if (THOUSANDS.test(text)) return text.replaceAll(',', '');
  return text.includes('.') ? text : text.replace(',', '.');
}

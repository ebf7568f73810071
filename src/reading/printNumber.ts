import type { PrintedNumber } from './reading.ts';

const MINUS = '−';
/** Numbers outside these powers of ten, once rounded, are written with one. */
const LEAST_POWER = -4;
const GREATEST_POWER = 4;
/** The same for settings, which keep all their digits. */
const SMALLEST_SETTING = 1e-4;
const LARGEST_SETTING = 1e6;

/**
 * A number in so many significant digits, and in whole ones up to 99999: 0.000123, 1.23, 12345; 1234567 in three is
 * 1.23×10⁶. Zero is `0`.
 */
export function printNumber(x: number, digits: number): PrintedNumber {
  if (x === 0 || !Number.isFinite(x)) return special(x);
  const scientific = x.toExponential(digits - 1);
  const at = scientific.indexOf('e');
  const power = Number(scientific.slice(at + 1));
  if (power < LEAST_POWER || power > Math.max(GREATEST_POWER, digits - 1))
    // Beyond the largest float64 there is nothing to round to.
    return Number.isFinite(Number(scientific))
      ? { mantissa: withMinus(scientific.slice(0, at)), exponent: power, value: Number(scientific) }
      : printExactly(x);
  const text = x.toFixed(Math.max(0, digits - 1 - power));
  return { mantissa: withMinus(text), exponent: null, value: Number(text) };
}

/** A number with all its digits, as a person set it: 0.999, 2.5×10⁻⁷, 1,000 steps as 1000. */
export function printExactly(x: number): PrintedNumber {
  if (x === 0 || !Number.isFinite(x)) return special(x);
  const size = Math.abs(x);
  if (size >= SMALLEST_SETTING && size < LARGEST_SETTING)
    return { mantissa: withMinus(String(x)), exponent: null, value: x };
  const [mantissa, exponent] = x.toExponential().split('e');
  return { mantissa: withMinus(mantissa), exponent: Number(exponent), value: x };
}

/** Whether a number, rounded like a printed one of so many digits, is that one; in the middle between two it is both. */
export function roundsTo(x: number, { value }: PrintedNumber, digits: number): boolean {
  if (value === 0 || !Number.isFinite(value)) return Object.is(x + 0, value + 0);
  return Math.abs(x - value) <= halfUnit(value, digits);
}

/** Room for what float64 makes of a difference of two numbers of seven digits. */
const SLACK = 1 + 1e-8;

/** Half of the last digit that is printed. */
function halfUnit(value: number, digits: number): number {
  const scientific = value.toExponential();
  const power = Number(scientific.slice(scientific.indexOf('e') + 1));
  const last = power - digits + 1;
  return 0.5 * SLACK * 10 ** (power <= GREATEST_POWER ? Math.min(0, last) : last);
}

/** TeX of a printed number: `-1.36 \times 10^{-5}`, `10^{-8}`. */
export function numberTex({ mantissa, exponent }: PrintedNumber): string {
  const plain = mantissa.replace(MINUS, '-').replace('∞', String.raw`\infty`);
  const digits = plain === 'NaN' ? String.raw`\mathrm{NaN}` : plain;
  if (exponent === null) return digits;
  const power = `10^{${exponent}}`;
  if (digits === '1') return power;
  return digits === '-1' ? `-${power}` : String.raw`${digits} \times ${power}`;
}

function special(x: number): PrintedNumber {
  if (Number.isNaN(x)) return { mantissa: 'NaN', exponent: null, value: x };
  if (x === 0) return { mantissa: '0', exponent: null, value: 0 };
  return { mantissa: x < 0 ? `${MINUS}∞` : '∞', exponent: null, value: x };
}

function withMinus(text: string): string {
  return text.replace('-', MINUS);
}

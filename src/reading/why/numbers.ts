import { numberTex, printExactly, printNumber } from '../printNumber.ts';

/** Factors nearer to 1 than this are not stated: the digits would hide them. */
export const LEAST_FACTOR = 1.1;

/** Whether a positive factor is far enough from 1 to be stated. */
export function isFactor(factor: number): boolean {
  return Number.isFinite(factor) && factor > 0 && (factor >= LEAST_FACTOR || factor <= 1 / LEAST_FACTOR);
}

/** Three digits, for a sentence; what needs a power of ten is TeX between dollar signs. */
export function measure(value: number): string {
  const printed = printNumber(value, 3);
  return printed.exponent === null && Number.isFinite(value) ? printed.mantissa : `$${numberTex(printed)}$`;
}

/** Three digits without zeros at the end: 0.1, 1.25, 20. For what a person has set. */
export function setting(value: number): string {
  const printed = printExactly(Number(value.toPrecision(3)));
  return printed.exponent === null && Number.isFinite(value) ? printed.mantissa : `$${numberTex(printed)}$`;
}

/** Two digits: 1.3, 14, 250. */
export function factor(value: number): string {
  const rounded = Number(value.toPrecision(2));
  return rounded >= 1e4 || rounded < 0.01
    ? measure(value)
    : String(value < 10 ? value.toPrecision(2) : rounded);
}

/** A part of a whole: 3 %, 40 %. */
export function percent(part: number): string {
  return `${Math.round(100 * part)} %`;
}

export function degrees(angle: number): string {
  return `${Math.round(angle)}°`;
}

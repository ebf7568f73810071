/** A number in TeX, to stand before an exponent: a power of ten is no base without brackets. */
export function powerBase(number: string): string {
  return number.includes('10^') ? `(${number})` : number;
}

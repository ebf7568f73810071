import { typeset } from '../../src/equations/equation.ts';
import type { Value } from '../../src/specs/spec.ts';

/** f(x, y) = … with numbers for parameters. */
export function formulaTex(formula: string, params: Readonly<Record<string, Value>>, scale: number): string {
  const body = typeset(formula, (name) => valueTex(params[name]));
  return scale === 1 ? `f(x, y) = ${body}` : String.raw`f(x, y) = ${valueTex(scale)} \left(${body}\right)`;
}

/** A number so that it may stand in a product, a difference or under an exponent: 0.02, (−1), (2.5 · 10⁻⁷). */
function valueTex(value: Value): string {
  const [mantissa, power] = String(value).split('e');
  if (typeof value !== 'number') return String(value);
  if (power !== undefined) return String.raw`(${mantissa} \cdot 10^{${Number(power)}})`;
  return value < 0 ? `(${mantissa})` : mantissa;
}

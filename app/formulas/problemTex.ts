import { typeset } from '../../src/equations/equation.ts';
import { appMessages as say } from '../../src/messages/app.ts';
import { createProblem, type ProblemSelection } from '../../src/problems/createProblem.ts';
import { PROBLEMS, type ProblemId } from '../../src/problems/registry.ts';
import type { Value } from '../../src/specs/spec.ts';
import { formatSetting } from '../ui/formatNumber.ts';

/** The formula of a problem as a scene selects it, f(W) where its parameters are a matrix. */
export function problemTex(selection: ProblemSelection): string {
  const { shape } = createProblem(selection);
  const { params, scale, rotation } = selection;
  const tex = formulaTex(PROBLEMS[selection.id].formula, params, scale, shape ? 'W' : 'x, y');
  return rotation === 0 ? tex : String.raw`${tex}, \quad \text{${say.rotatedBy(formatSetting(rotation))}}`;
}

/** The right side of a problem's formula with the symbols of its parameters, x² + κy², without what it says of constants. */
export function symbolicTex(id: ProblemId): string {
  const { formula, parameters } = PROBLEMS[id];
  const [function_] = formula.split(String.raw`,\quad`);
  return typeset(function_, (name) => parameters[name].symbol);
}

/** f(x, y) = … with numbers for parameters. */
export function formulaTex(
  formula: string,
  params: Readonly<Record<string, Value>>,
  scale: number,
  variables = 'x, y',
): string {
  // In a template, what a thin space follows is a factor; of 1 nothing is written.
  const factors = formula.replaceAll(/@(\w+)\\,/g, (factor, name: string) =>
    params[name] === 1 ? '' : factor,
  );
  const body = typeset(factors, (name) => valueTex(params[name]));
  const left = `f(${variables}) = `;
  return left + (scale === 1 ? body : String.raw`${valueTex(scale)} \left(${body}\right)`);
}

/** A number so that it may stand in a product, a difference or under an exponent: 0.02, (−1), (2.5 · 10⁻⁷). */
function valueTex(value: Value): string {
  const [mantissa, power] = String(value).split('e');
  if (typeof value !== 'number') return String(value);
  if (power !== undefined) return String.raw`(${mantissa} \cdot 10^{${Number(power)}})`;
  return value < 0 ? `(${mantissa})` : mantissa;
}

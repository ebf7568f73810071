import { typeset } from '../../src/equations/equation.ts';
import { appMessages as say } from '../../src/messages/app.ts';
import { createProblem, type ProblemSelection } from '../../src/problems/createProblem.ts';
import { formulaOf } from '../../src/problems/problem.ts';
import { PROBLEMS, type ProblemId } from '../../src/problems/registry.ts';
import { defaultsOf } from '../../src/specs/defaults.ts';
import type { AnyValues } from '../../src/specs/spec.ts';
import { formatSetting } from '../ui/formatNumber.ts';

/**
 * The formula of a problem as a scene selects it: f(W) where its parameters are a matrix, f(w, b) or f(w₁, w₂) where they
 * are those of a model, fₜ where it changes with t.
 */
export function problemTex(selection: ProblemSelection): string {
  const { dimension, shape, online, samples, plane } = createProblem(selection);
  const { id, params, scale, rotation } = selection;
  const parameters = dimension === 1 ? 'x' : samples > 0 ? plane.axes.join(', ') : 'x, y';
  const variables = shape ? 'W' : parameters;
  const tex = formulaTex(id, params, scale, `${online ? 'f_t' : 'f'}(${variables})`);
  return rotation === 0 ? tex : String.raw`${tex}, \quad \text{${say.rotatedBy(formatSetting(rotation))}}`;
}

/** The right side of a problem's formula with the symbols of its parameters, x² + κy², without what it says of constants. */
export function symbolicTex(id: ProblemId): string {
  const { parameters, brief } = PROBLEMS[id];
  if (brief !== undefined) return brief;
  const [function_] = formulaOf(PROBLEMS[id], defaultsOf(parameters)).split(String.raw`,\quad`);
  return typeset(function_, (name) => parameters[name].symbol);
}

/**
 * f(x, y) = … with numbers for parameters.
 * @param left what stands before the equals sign
 */
export function formulaTex(id: ProblemId, params: AnyValues, scale: number, left = 'f(x, y)'): string {
  // In a template, what a thin space follows is a factor; of 1 nothing is written.
  const factors = formulaOf(PROBLEMS[id], params).replaceAll(/@(\w+)\\,/g, (factor, name: string) =>
    params[name] === 1 ? '' : factor,
  );
  const body = typeset(factors, (name) => valueTex(params[name]));
  return `${left} = ${scale === 1 ? body : String.raw`${valueTex(scale)} \left(${body}\right)`}`;
}

/** A number so that it may stand in a product, a difference or under an exponent: 0.02, (−1), (2.5 · 10⁻⁷). */
function valueTex(value: AnyValues[string]): string {
  const [mantissa, power] = String(value).split('e');
  if (typeof value !== 'number') return String(value);
  if (power !== undefined) return String.raw`(${mantissa} \cdot 10^{${Number(power)}})`;
  return value < 0 ? `(${mantissa})` : mantissa;
}

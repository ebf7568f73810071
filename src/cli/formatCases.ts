import { kernelOf } from '../losses/kernelOf.ts';
import { LOSSES } from '../losses/registry.ts';
import type { Vector } from '../linalg/vector.ts';
import { createProblem } from '../problems/createProblem.ts';
import type { Case } from './readCases.ts';

/** Beyond these entries a Hessian, their square, is left out. */
const MOST_IN_HESSIAN = 256;

/** The JSON of what cases come to, case by case. */
export function* formatCases(cases: readonly Case[]): Generator<string, void, void> {
  yield '{"cases":[';
  for (const [i, one] of cases.entries()) yield (i === 0 ? '' : ',') + formatCase(one);
  yield ']}\n';
}

/** A function of several numbers with its derivatives; no gradient where there is none anywhere. */
interface Evaluable {
  readonly value: () => number;
  readonly gradient: ((out: Vector) => void) | null;
  readonly hessian: (out: Vector) => void;
}

function formatCase(one: Case): string {
  const { value, gradient, hessian } = evaluable(one);
  const n = one.at.length;
  const fields = [`"value":${numberText(value())}`];
  if (gradient === null) return `{${fields.join(',')},"gradient":null}`;
  const slopes = new Float64Array(n);
  gradient(slopes);
  fields.push(`"gradient":${one.isNumber ? numberText(slopes[0]) : listText(slopes)}`);
  if (n <= MOST_IN_HESSIAN) {
    const curvatures = new Float64Array(n * n);
    hessian(curvatures);
    const rows = Array.from({ length: n }, (_, k) => listText(curvatures.subarray(k * n, k * n + n)));
    fields.push(`"hessian":${one.isNumber ? numberText(curvatures[0]) : `[${rows.join(',')}]`}`);
  }
  return `{${fields.join(',')}}`;
}

function evaluable(one: Case): Evaluable {
  const { at } = one;
  if (one.kind === 'problem') {
    const problem = createProblem(one.problem);
    return {
      value: () => problem.value(at),
      gradient: (out) => problem.gradient(at, out),
      hessian: (out) => problem.hessian(at, out),
    };
  }
  const definition = LOSSES[one.loss];
  const kernel = kernelOf(definition, one.parameters);
  const { target } = one;
  return {
    value: () => kernel.value(at, target),
    gradient: definition.differentiable === 'none' ? null : (out) => kernel.gradient(at, target, out),
    hessian: (out) => kernel.hessian(at, target, out),
  };
}

function listText(numbers: Vector): string {
  return `[${Array.from(numbers, numberText).join(',')}]`;
}

/** All digits; null for what is not finite. */
function numberText(value: number): string {
  return Number.isFinite(value) ? String(value) : 'null';
}

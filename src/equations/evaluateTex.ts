import { quotient } from '../linalg/quotient.ts';
import { solveInto } from '../linalg/solve.ts';
import type { Vector } from '../linalg/vector.ts';
import { parseTex, type TexNode } from './parseTex.ts';
import { fail, type Place } from './texReader.ts';

/** Row-major. */
export interface Matrix {
  readonly rows: number;
  readonly cols: number;
  readonly data: Vector;
}

/** A scalar may also be a vector of one entry. */
export type Value = number | Vector | Matrix;

/** What the names and functions of a formula mean. */
export interface Environment {
  /** By the name after `@`. */
  readonly names: Readonly<Record<string, Value>>;
  /**
   * By the name in `\operatorname{…}`; `gradient` and `hessian` are ∇f and ∇²f. `max`, `min` and `cos` are known
   * without being given. The subscript, if there is one, is a number.
   */
  readonly functions: Readonly<Record<string, (args: readonly Value[], subscript: number | null) => Value>>;
}

/** H⁻¹ before it is applied. */
interface Inverse {
  readonly inverseOf: Matrix;
}
type Result = Value | Inverse;

/**
 * The value of a formula (`parseTex` says which TeX that is). Arithmetic is element-wise, scalars broadcast;
 * 0/0 is 0, as in the optimizers. A matrix, or `H^{-1}`, multiplies the vector that is the product of all that
 * follows it. Sums and products are taken from left to right, so a formula rounds like the same line of code.
 * @throws SyntaxError with the place, where the text is no formula or its values do not fit
 */
export function evaluateTex(template: string, environment: Environment): Value {
  return evaluateNode(parseTex(template), environment);
}

/** The value of a formula or a part of one. */
export function evaluateNode(node: TexNode, environment: Environment): Value {
  const result = evaluate(node, environment);
  return isInverse(result) ? fail(node.place, 'an inverse stands alone') : result;
}

function evaluate(node: TexNode, environment: Environment): Result {
  const { place } = node;
  const valueOf = (part: TexNode) => evaluateNode(part, environment);
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'name':
      return Object.hasOwn(environment.names, node.name)
        ? environment.names[node.name]
        : fail(place, `nothing is called “${node.name}”`);
    case 'sum': {
      const [first, ...others] = node.terms;
      const start = valueOf(first.node);
      return others.reduce<Value>(
        (sum, { sign, node: term }) =>
          combine(sum, valueOf(term), sign === 1 ? (a, b) => a + b : (a, b) => a - b, term.place),
        first.sign === 1 ? start : map(start, (a) => -a, place),
      );
    }
    case 'product':
      return product(node.factors, environment, place);
    case 'quotient':
      return combine(valueOf(node.numerator), valueOf(node.denominator), quotient, place);
    case 'power':
      return power(valueOf(node.base), valueOf(node.exponent), place);
    case 'exponential':
      return map(valueOf(node.exponent), Math.exp, place);
    case 'root':
      return map(valueOf(node.of), Math.sqrt, place);
    case 'floor':
      return map(valueOf(node.of), Math.floor, place);
    case 'norm':
      return Math.hypot(...toVector(valueOf(node.of), place));
    case 'call': {
      const subscript = node.subscript && toNumber(valueOf(node.subscript), place);
      return call(node.name, node.args.map(valueOf), subscript, environment, place);
    }
    case 'matrix':
      return matrixOf(node.rows.map((row) => row.map((entry) => toNumber(valueOf(entry), entry.place))));
  }
}

function product(factors: readonly TexNode[], environment: Environment, place: Place): Value {
  let result: Value | null = null;
  for (const [i, factor] of factors.entries()) {
    let value = evaluate(factor, environment);
    const acts = isMatrix(value) || isInverse(value);
    if (isMatrix(value) || isInverse(value)) {
      const rest = factors.slice(i + 1);
      if (rest.length === 0) fail(factor.place, 'a matrix must stand before a vector');
      value = apply(value, toVector(product(rest, environment, place), factor.place), factor.place);
    }
    result = result === null ? value : combine(result, value, (a, b) => a * b, factor.place);
    if (acts) break;
  }
  return result ?? fail(place, 'a product without factors');
}

function apply(matrix: Matrix | Inverse, vector: Vector, place: Place): Vector {
  if (isInverse(matrix)) {
    const { rows: n, data } = matrix.inverseOf;
    const out = new Float64Array(n);
    if (vector.length !== n)
      fail(place, `a matrix of order ${n} cannot be solved for ${vector.length} numbers`);
    if (!solveInto(n, data, vector, out, new Float64Array(n * n))) fail(place, 'the matrix is singular');
    return out;
  }
  const { rows, cols, data } = matrix;
  if (vector.length !== cols) fail(place, `${cols} columns cannot multiply ${vector.length} numbers`);
  return Float64Array.from({ length: rows }, (_, i) =>
    vector.reduce((sum, x, j) => sum + data[i * cols + j] * x, 0),
  );
}

function power(base: Value, exponent: Value, place: Place): Result {
  if (!isMatrix(base)) return combine(base, exponent, (a, b) => a ** b, place);
  if (exponent !== -1 || base.rows !== base.cols)
    fail(place, 'of the powers of a matrix only the inverse of a square one is known');
  return { inverseOf: base };
}

const KNOWN: Readonly<
  Record<string, { readonly arity: number; readonly of: (...args: number[]) => number }>
> = {
  max: { arity: 2, of: Math.max },
  min: { arity: 2, of: Math.min },
  cos: { arity: 1, of: Math.cos },
};

function call(
  name: string,
  args: readonly Value[],
  subscript: number | null,
  { functions }: Environment,
  place: Place,
): Value {
  if (Object.hasOwn(functions, name)) return functions[name](args, subscript);
  if (!Object.hasOwn(KNOWN, name)) fail(place, `no function is called “${name}”`);
  const { arity, of } = KNOWN[name];
  if (args.length !== arity) fail(place, `“${name}” takes ${arity}, not ${args.length}`);
  return arity === 1
    ? map(args[0], (a) => of(a), place)
    : combine(args[0], args[1], (a, b) => of(a, b), place);
}

function isMatrix(value: Result): value is Matrix {
  return typeof value === 'object' && 'rows' in value;
}

function isInverse(value: Result): value is Inverse {
  return typeof value === 'object' && 'inverseOf' in value;
}

function map(value: Value, of: (a: number) => number, place: Place): Value {
  if (isMatrix(value)) return fail(place, 'a matrix can only multiply a vector');
  return typeof value === 'number' ? of(value) : value.map(of);
}

function combine(a: Value, b: Value, of: (a: number, b: number) => number, place: Place): Value {
  if (isMatrix(a) || isMatrix(b)) return fail(place, 'a matrix can only multiply a vector');
  if (typeof a === 'number') return map(b, (x) => of(a, x), place);
  if (typeof b === 'number') return map(a, (x) => of(x, b), place);
  if (a.length === 1) return map(b, (x) => of(a[0], x), place);
  if (b.length === 1) return map(a, (x) => of(x, b[0]), place);
  if (a.length !== b.length) fail(place, `${a.length} numbers meet ${b.length}`);
  return a.map((x, i) => of(x, b[i]));
}

function toVector(value: Value, place: Place): Vector {
  if (isMatrix(value)) return fail(place, 'a vector is expected, not a matrix');
  return typeof value === 'number' ? Float64Array.of(value) : value;
}

function toNumber(value: Value, place: Place): number {
  if (isMatrix(value) || toVector(value, place).length !== 1) return fail(place, 'a number is expected');
  return toVector(value, place)[0];
}

function matrixOf(rows: readonly (readonly number[])[]): Value {
  const data = Float64Array.from(rows.flat());
  return rows[0].length === 1 ? data : { rows: rows.length, cols: rows[0].length, data };
}

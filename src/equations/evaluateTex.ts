import { quotient } from '../linalg/quotient.ts';
import { solveInto } from '../linalg/solve.ts';
import type { Vector } from '../linalg/vector.ts';
import { parseTex, type Condition, type TexNode } from './parseTex.ts';
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
   * By the name in `\operatorname{…}`; `value`, `gradient` and `hessian` are f, ∇f and ∇²f. `max`, `min`, `cos`, `ln`,
   * `sign`, `clip` (to the interval between its second and third argument), `diag` (of a matrix), sums, products and cases
   * are known without being given. The subscript, if there is one, is a number.
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
 * follows it; matrices are added, and multiplied by numbers. Sums and products are taken from left to right, so a
 * formula rounds like the same line of code.
 * @throws SyntaxError with the place, where the text is no formula or its values do not fit
 */
export function evaluateTex(template: string, environment: Environment): Value {
  return evaluateNode(parseTex(template), environment);
}

/**
 * Whether a condition holds of the numbers that its sides come to.
 * @throws SyntaxError with the place, where a side of it is not a number
 */
export function conditionHolds({ left, relation, right }: Condition, environment: Environment): boolean {
  const [a, b] = [left, right].map((side) => toNumber(evaluateNode(side, environment), side.place));
  return relation === '=' ? a === b : a > b;
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
    case 'entry':
      return entryOf(valueOf(node.of), valueOf(node.index), place);
    case 'sum': {
      const [first, ...others] = node.terms;
      const start = valueOf(first.node);
      return others.reduce<Value>(
        (sum, { sign, node: term }) =>
          add(sum, valueOf(term), sign === 1 ? (a, b) => a + b : (a, b) => a - b, term.place),
        first.sign === 1 ? start : map(start, (a) => -a, place),
      );
    }
    case 'product':
      return product(node.factors, environment, place);
    case 'quotient':
      return combine(valueOf(node.numerator), valueOf(node.denominator), quotient, place);
    case 'modulo':
      return combine(
        valueOf(node.dividend),
        valueOf(node.divisor),
        (a, b) => a - b * Math.floor(a / b),
        place,
      );
    case 'power':
      // ‖x‖² as code computes it, without a root.
      if (node.base.kind === 'norm' && node.base.order === null && valueOf(node.exponent) === 2)
        return toVector(valueOf(node.base.of), place).reduce((sum, x) => sum + x * x, 0);
      return power(valueOf(node.base), valueOf(node.exponent), place);
    case 'exponential':
      return map(valueOf(node.exponent), Math.exp, place);
    case 'root':
      return map(valueOf(node.of), Math.sqrt, place);
    case 'floor':
      return map(valueOf(node.of), Math.floor, place);
    case 'absolute':
      return map(valueOf(node.of), Math.abs, place);
    case 'norm':
      return norm(
        toVector(valueOf(node.of), place),
        node.order && toNumber(valueOf(node.order), node.order.place),
      );
    case 'call': {
      const subscript = node.subscript && toNumber(valueOf(node.subscript), place);
      return call(node.name, node.args.map(valueOf), subscript, environment, place);
    }
    case 'matrix':
      return matrixOf(node.rows.map((row) => row.map((entry) => toNumber(valueOf(entry), entry.place))));
  }
}

/** ‖x‖_q, by way of the largest entry, so that no power of it is too large or too small. */
function norm(vector: Vector, order: number | null): number {
  if (order === null) return Math.hypot(...vector);
  const largest = vector.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  return largest * vector.reduce((sum, x) => sum + quotient(Math.abs(x), largest) ** order, 0) ** (1 / order);
}

function entryOf(list: Value, index: Value, place: Place): number {
  const entries = toVector(list, place);
  const i = toNumber(index, place);
  return i >= 1 && i <= entries.length ? entries[i - 1] : fail(place, `the list has no entry ${i}`);
}

function product(factors: readonly TexNode[], environment: Environment, place: Place): Value {
  let result: Value | null = null;
  for (const [i, factor] of factors.entries()) {
    let value = evaluate(factor, environment);
    const acts = isMatrix(value) || isInverse(value);
    if (isMatrix(value) || isInverse(value)) {
      const rest = factors.slice(i + 1);
      if (rest.length === 0) return scaled(result, value, factor.place);
      value = apply(value, toVector(product(rest, environment, place), factor.place), factor.place);
    }
    result = result === null ? value : combine(result, value, (a, b) => a * b, factor.place);
    if (acts) break;
  }
  return result ?? fail(place, 'a product without factors');
}

/** A multiple of a matrix, which stands last in its product. */
function scaled(factor: Value | null, matrix: Matrix | Inverse, place: Place): Value {
  if (isInverse(matrix)) return fail(place, 'an inverse stands alone');
  if (factor === null) return matrix;
  const number = toNumber(factor, place);
  return { ...matrix, data: matrix.data.map((x) => number * x) };
}

function add(a: Value, b: Value, of: (a: number, b: number) => number, place: Place): Value {
  if (!isMatrix(a) || !isMatrix(b)) return combine(a, b, of, place);
  if (a.rows !== b.rows || a.cols !== b.cols) fail(place, 'the matrices differ in shape');
  return { ...a, data: a.data.map((x, i) => of(x, b.data[i])) };
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
  Record<string, { readonly arity: number; readonly of: (args: readonly Value[], place: Place) => Value }>
> = {
  max: { arity: 2, of: ([a, b], place) => combine(a, b, Math.max, place) },
  min: { arity: 2, of: ([a, b], place) => combine(a, b, Math.min, place) },
  cos: { arity: 1, of: ([a], place) => map(a, Math.cos, place) },
  ln: { arity: 1, of: ([a], place) => map(a, Math.log, place) },
  sign: { arity: 1, of: ([a], place) => map(a, Math.sign, place) },
  clip: {
    arity: 3,
    of: ([a, low, high], place) => combine(combine(a, high, Math.min, place), low, Math.max, place),
  },
  diag: {
    arity: 1,
    of: ([a], place) =>
      isMatrix(a) ? a.data.filter((_, i) => i % (a.cols + 1) === 0) : fail(place, 'a matrix is expected'),
  },
  sum: { arity: 1, of: ([a], place) => listOf(a, place).reduce((sum, x) => sum + x, 0) },
  sumExcept: {
    arity: 2,
    of: ([a, except], place) => {
      const left = toNumber(except, place);
      return listOf(a, place).reduce((sum, x, i) => (i + 1 === left ? sum : sum + x), 0);
    },
  },
  prod: { arity: 1, of: ([a], place) => listOf(a, place).reduce((product, x) => product * x, 1) },
  ge: { arity: 2, of: ([a, b], place) => combine(a, b, (x, y) => Number(x >= y), place) },
  ne: { arity: 2, of: ([a, b], place) => combine(a, b, (x, y) => Number(x !== y), place) },
  cases: { arity: 3, of: ([a, holds, b], place) => (toNumber(holds, place) === 1 ? a : b) },
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
  return of(args, place);
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

/** What can be counted through. */
function listOf(value: Value, place: Place): Vector {
  return typeof value === 'number' ? fail(place, 'there are no entries to count') : toVector(value, place);
}

function toNumber(value: Value, place: Place): number {
  if (isMatrix(value) || toVector(value, place).length !== 1) return fail(place, 'a number is expected');
  return toVector(value, place)[0];
}

function matrixOf(rows: readonly (readonly number[])[]): Value {
  const data = Float64Array.from(rows.flat());
  return rows[0].length === 1 ? data : { rows: rows.length, cols: rows[0].length, data };
}

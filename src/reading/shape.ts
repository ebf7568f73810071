import type { TexNode } from '../equations/parseTex.ts';
import { partsOf } from '../equations/partsOf.ts';

/**
 * A scalar; a vector, set as a column or, where the parameters are a matrix, in their rows and columns; or a matrix that
 * multiplies a vector.
 */
export interface Shape {
  readonly kind: 'scalar' | 'vector' | 'matrix';
  readonly rows: number;
  readonly cols: number;
}
type Shapes = Readonly<Record<string, { readonly shape: Shape }>>;

export const SCALAR: Shape = { kind: 'scalar', rows: 1, cols: 1 };

/** The shape of so many entries that are no matrix. */
export function columnOf(length: number): Shape {
  return length === 1 ? SCALAR : { kind: 'vector', rows: length, cols: 1 };
}

/** Functions that are taken of each entry. */
const OF_ENTRIES: ReadonlySet<string> = new Set(['max', 'min', 'cos', 'ln', 'sign', 'clip']);
const TO_SCALAR: ReadonlySet<string> = new Set(['value', 'Armijo', 'Wolfe']);

/** The shape of what a formula comes to. θ tells how many parameters there are. */
export function shapeOf(node: TexNode, names: Shapes): Shape {
  const widest = (parts: readonly TexNode[]) =>
    parts.reduce((most, part) => wider(most, shapeOf(part, names)), SCALAR);
  switch (node.kind) {
    case 'number':
    case 'entry':
    case 'norm':
      return SCALAR;
    case 'name':
      return Object.hasOwn(names, node.name) ? names[node.name].shape : SCALAR;
    case 'sum':
      return widest(node.terms.map(({ node: term }) => term));
    case 'product': {
      const shapes = node.factors.map((factor) => shapeOf(factor, names));
      // A matrix acts on what follows it.
      return (
        shapes.find(({ kind }) => kind === 'vector') ?? shapes.find(({ kind }) => kind === 'matrix') ?? SCALAR
      );
    }
    case 'quotient':
      return widest([node.numerator, node.denominator]);
    case 'modulo':
      return widest([node.dividend, node.divisor]);
    case 'power':
      return widest([node.base, node.exponent]);
    case 'exponential':
      return shapeOf(node.exponent, names);
    case 'root':
    case 'floor':
    case 'absolute':
      return shapeOf(node.of, names);
    case 'call': {
      if (OF_ENTRIES.has(node.name)) return widest(node.args);
      if (TO_SCALAR.has(node.name)) return SCALAR;
      const { shape } = names.theta;
      const n = shape.rows * shape.cols;
      return node.name === 'hessian' && n > 1 ? { kind: 'matrix', rows: n, cols: n } : shape;
    }
    case 'matrix':
      return node.rows[0].length === 1
        ? columnOf(node.rows.length)
        : { kind: 'matrix', rows: node.rows.length, cols: node.rows[0].length };
  }
}

function wider(a: Shape, b: Shape): Shape {
  return a.rows * a.cols >= b.rows * b.cols ? a : b;
}

/** Whether each coordinate of a formula comes from the same coordinate of what it names, and from numbers. */
export function isEntrywise(node: TexNode, names: Shapes): boolean {
  if (node.kind === 'norm' || node.kind === 'matrix') return false;
  if (node.kind === 'name') return shapeOf(node, names).kind !== 'matrix';
  if (node.kind === 'call' && !OF_ENTRIES.has(node.name)) return false;
  return partsOf(node).every((part) => isEntrywise(part, names));
}

/** Whether a formula does more with a vector than add it and multiply it with numbers or another one. */
export function isSteep(node: TexNode, names: Shapes): boolean {
  const isVector = (part: TexNode) => shapeOf(part, names).kind === 'vector';
  if (node.kind === 'quotient') return isVector(node.denominator) || isSteep(node.numerator, names);
  return STEEP.has(node.kind) && isVector(node);
}

const STEEP: ReadonlySet<TexNode['kind']> = new Set([
  'power',
  'exponential',
  'root',
  'absolute',
  'floor',
  'modulo',
]);

import type { TexNode } from '../equations/parseTex.ts';

/** A number that a formula's constants come to, and the name it is known by. */
export interface Folded {
  readonly value: number;
  readonly term: string;
}

/**
 * A formula as it is put into numbers: 1 − β₁ is one number, exactly, and the product of a vector with itself a
 * square.
 * @param constantOf the value of a name that no step changes, else null
 * @param fold takes in a folded number, and says what it is called
 */
export function simplified(
  node: TexNode,
  constantOf: (name: string) => number | null,
  fold: (folded: Folded) => string,
): TexNode {
  const each = (part: TexNode): TexNode => simplified(part, constantOf, fold);
  switch (node.kind) {
    case 'number':
    case 'name':
    case 'entry':
      return node;
    case 'sum': {
      const folded = foldedSum(node, constantOf);
      if (folded) return { kind: 'name', name: fold(folded), place: node.place };
      return { ...node, terms: node.terms.map(({ sign, node: term }) => ({ sign, node: each(term) })) };
    }
    case 'product':
      return withSquares({ ...node, factors: node.factors.map(each) });
    case 'quotient':
      return { ...node, numerator: each(node.numerator), denominator: each(node.denominator) };
    case 'modulo':
      return { ...node, dividend: each(node.dividend), divisor: each(node.divisor) };
    case 'power':
      return { ...node, base: each(node.base), exponent: each(node.exponent) };
    case 'exponential':
      return { ...node, exponent: each(node.exponent) };
    case 'root':
    case 'floor':
    case 'absolute':
    case 'norm':
      return { ...node, of: each(node.of) };
    case 'call':
      return { ...node, args: node.args.map(each) };
    case 'matrix':
      return { ...node, rows: node.rows.map((row) => row.map(each)) };
  }
}

/** A sum of numbers and of one setting, such as 1 − β₁: exact, as its decimals are. */
function foldedSum(
  { terms }: TexNode & { kind: 'sum' },
  constantOf: (name: string) => number | null,
): Folded | null {
  if (terms.length < 2) return null;
  let value = 0;
  let decimals = 0;
  let term: string | null = null;
  for (const { sign, node } of terms) {
    const known = node.kind === 'number' ? node.value : node.kind === 'name' ? constantOf(node.name) : null;
    if (known === null || (node.kind === 'name' && term !== null)) return null;
    if (node.kind === 'name') term = node.name;
    value += sign * known;
    decimals = Math.max(decimals, decimalsOf(known));
  }
  if (term === null || decimals > MOST_DECIMALS) return null;
  return { value: Number(value.toFixed(decimals)), term };
}

/** Beyond these, float64 does not know what 1 − β is to the last decimal. */
const MOST_DECIMALS = 15;

/** Decimals of the shortest text that is a number. */
function decimalsOf(x: number): number {
  const [mantissa, exponent] = x.toExponential().split('e');
  return Math.max(0, mantissa.replace(/^-?\d\.?/, '').length - Number(exponent));
}

/** `g ⊙ g` as g². */
function withSquares(product: TexNode & { kind: 'product' }): TexNode {
  const factors: TexNode[] = [];
  for (const factor of product.factors) {
    const before = factors.at(-1);
    if (before?.kind === 'name' && factor.kind === 'name' && before.name === factor.name)
      factors[factors.length - 1] = {
        kind: 'power',
        base: before,
        exponent: { kind: 'number', value: 2, place: factor.place },
        place: before.place,
      };
    else factors.push(factor);
  }
  return factors.length === 1 ? factors[0] : { ...product, factors };
}

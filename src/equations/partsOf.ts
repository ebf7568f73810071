import type { TexNode } from './parseTex.ts';

/** The parts that a formula is directly made of, in the order in which they are written. */
export function partsOf(node: TexNode): readonly TexNode[] {
  switch (node.kind) {
    case 'number':
    case 'name':
      return [];
    case 'sum':
      return node.terms.map(({ node: term }) => term);
    case 'product':
      return node.factors;
    case 'quotient':
      return [node.numerator, node.denominator];
    case 'modulo':
      return [node.dividend, node.divisor];
    case 'power':
      return [node.base, node.exponent];
    case 'entry':
      return [node.of, node.index];
    case 'exponential':
      return [node.exponent];
    case 'root':
    case 'floor':
    case 'absolute':
      return [node.of];
    case 'norm':
      return node.order === null ? [node.of] : [node.of, node.order];
    case 'call':
      return node.subscript === null ? node.args : [...node.args, node.subscript];
    case 'matrix':
      return node.rows.flat();
  }
}

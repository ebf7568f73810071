import type { Environment } from '../../equations/evaluateTex.ts';
import type { TexNode } from '../../equations/parseTex.ts';

/** A sum without the terms that have a factor 0 in front: 0 · ln 0 counts as 0, where float64 has no number for it. */
export function withoutZeroTerms(node: TexNode, names: Environment['names']): TexNode {
  if (node.kind !== 'sum') return node;
  const terms = node.terms.filter(({ node: term }) => !startsWithZero(term, names));
  return terms.length === 0 ? { kind: 'number', value: 0, place: node.place } : { ...node, terms };
}

function startsWithZero(term: TexNode, names: Environment['names']): boolean {
  if (term.kind !== 'product') return false;
  const [first] = term.factors;
  return first.kind === 'name' ? names[first.name] === 0 : first.kind === 'number' && first.value === 0;
}

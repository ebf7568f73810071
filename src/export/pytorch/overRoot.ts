import type { Value } from '../../specs/spec.ts';

/**
 * Python: something over the root of squares, with `epsilon` beside the root or under it. Without it, 0/0 is 0.
 * @param above a product or a name @param square a name, or an expression in brackets
 */
export function overRoot(above: string, square: string, epsilon: Value, place: Value = 'outside'): string {
  if (epsilon === 0) return `quotient(${above}, ${square}.sqrt())`;
  return place === 'inside'
    ? `${above} / (${square} + epsilon).sqrt()`
    : `${above} / (${square}.sqrt() + epsilon)`;
}

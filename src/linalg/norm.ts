import type { Vector } from './vector.ts';

/** ‖v‖ of a vector whose squares are numbers of float64. */
export function norm(vector: Vector): number {
  let squares = 0;
  for (let i = 0; i < vector.length; i++) squares += vector[i] ** 2;
  return Math.sqrt(squares);
}

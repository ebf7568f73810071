import type { Box } from './labelSolver.ts';

export type Point = readonly [x: number, y: number];

/** From a point to its name. */
export interface Line {
  readonly from: Point;
  readonly to: Point;
}

/** Whether a line runs through a box. */
export function crosses({ from, to }: Line, { x, y, width, height }: Box): boolean {
  let [enters, leaves] = [0, 1];
  const sides = [
    [from[0], to[0], x, x + width],
    [from[1], to[1], y, y + height],
  ] as const;
  for (const [start, end, low, high] of sides) {
    if (start === end) {
      if (start <= low || start >= high) return false;
      continue;
    }
    const [a, b] = [(low - start) / (end - start), (high - start) / (end - start)];
    enters = Math.max(enters, Math.min(a, b));
    leaves = Math.min(leaves, Math.max(a, b));
  }
  return enters < leaves;
}

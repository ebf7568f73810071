import { whyMessages as say } from '../../messages/why.ts';
import type { Problem } from '../../problems/problem.ts';

/** Coordinates by name between dollar signs: as the plane has them, else by their number. */
export function coordinatesOf({ dimension, plane }: Problem): readonly string[] {
  const names =
    dimension === 1 && plane.kind === 'time'
      ? [plane.axes[1]]
      : dimension === 2
        ? plane.axes
        : Array.from({ length: dimension }, (_, i) => String.raw`\theta_{${i + 1}}`);
  return names.map((name) => `$${name}$`);
}

/** Those coordinates of which something holds; null if there are none. */
export function coordinatesWhere(problem: Problem, holds: (index: number) => boolean): string | null {
  const named = coordinatesOf(problem).filter((_, i) => holds(i));
  return named.length === 0 ? null : say.and(named);
}

/** A value for each coordinate; of more than two coordinates only the range. */
export function byCoordinate(
  problem: Problem,
  values: readonly number[],
  print: (value: number) => string,
): string {
  if (problem.dimension > 2) return say.between(print(Math.min(...values)), print(Math.max(...values)));
  const names = coordinatesOf(problem);
  return say.and(values.map((value, i) => say.inCoordinate(print(value), names[i])));
}

import type { Problem } from '../../src/problems/problem.ts';
import { axisName } from '../plane/axisName.ts';

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
const AXES = ['x', 'y'];

const lowered = (index: number) => String(index).replaceAll(/\d/g, (digit) => SUBSCRIPTS[Number(digit)]);

/** What a problem’s parameters are called: x and y; w and b of a model; W₁₁, W₁₂, … of a matrix, row by row; else θ₁, θ₂, … */
export function parameterNames({
  dimension,
  shape,
  samples = 0,
  plane,
}: Pick<Problem, 'dimension' | 'shape'> & Partial<Pick<Problem, 'samples' | 'plane'>>): readonly string[] {
  if (samples > 0 && plane) return plane.axes.map(axisName);
  if (shape && shape[1] > 1)
    return Array.from(
      { length: dimension },
      (_, i) => `W${lowered(Math.floor(i / shape[1]) + 1)}${lowered((i % shape[1]) + 1)}`,
    );
  return dimension <= AXES.length
    ? AXES.slice(0, dimension)
    : Array.from({ length: dimension }, (_, i) => `θ${lowered(i + 1)}`);
}

/** The same in plain letters, for files. */
export function plainName(name: string): string {
  return name.replaceAll(/[₀-₉]/g, (digit) => String(SUBSCRIPTS.indexOf(digit)));
}

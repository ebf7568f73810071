import { createProblem, type ProblemSelection } from '../../src/problems/createProblem.ts';
import { axisName } from '../plane/axisName.ts';

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
const subscript = (number: number) => String(number).replaceAll(/\d/g, (digit) => SUBSCRIPTS[Number(digit)]);

/** What the coordinates of a problem are called, in order: x and y or x alone, those of a model, the entries of W, or θ₁, θ₂, … */
export function coordinateNames(selection: ProblemSelection): readonly string[] {
  const { dimension, shape, samples, plane } = createProblem(selection);
  if (samples > 0) return plane.axes.map(axisName);
  if (shape) {
    const [rows, columns] = shape;
    return Array.from({ length: rows * columns }, (_, i) => {
      const row = Math.floor(i / columns);
      return `W${subscript(row + 1)}${subscript(i - row * columns + 1)}`;
    });
  }
  if (dimension <= 2) return ['x', 'y'].slice(0, dimension);
  return Array.from({ length: dimension }, (_, i) => `θ${subscript(i + 1)}`);
}

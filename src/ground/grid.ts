import type { Domain, Problem } from '../problems/problem.ts';

/** A part of a problem's plane on the screen: width and height are CSS pixels. */
export interface View {
  readonly window: Domain;
  readonly width: number;
  readonly height: number;
  /** Device pixels a CSS pixel. */
  readonly pixelRatio: number;
}

/**
 * f at the centre of each device pixel of a window and of a margin around it, row by row from the top, so that y
 * falls as the row number grows.
 */
export interface Grid {
  /** (columns + 2·margin) × (rows + 2·margin) values. */
  readonly values: Float64Array;
  /** Device pixels across and down the window, without the margin. */
  readonly columns: number;
  readonly rows: number;
  /** Device pixels on each side that lie outside the window. */
  readonly margin: number;
  /** Device pixels a CSS pixel, along each axis (a whole number of pixels must fit the window). */
  readonly perPixel: readonly [number, number];
}

/**
 * A grid without its values.
 * @param margin CSS pixels beyond each side of the window, for what must be continued across the frame
 */
export function layGrid(view: View, margin: number): Grid {
  const [width, height] = [Math.max(1, view.width), Math.max(1, view.height)];
  const columns = Math.max(1, Math.round(width * view.pixelRatio));
  const rows = Math.max(1, Math.round(height * view.pixelRatio));
  const border = Math.ceil(margin * view.pixelRatio);
  const values = new Float64Array((columns + 2 * border) * (rows + 2 * border));
  return { values, columns, rows, margin: border, perPixel: [columns / width, rows / height] };
}

/**
 * Samples f over the plane θ = origin + x·u + y·v, once a device pixel.
 * @param margin as in `layGrid`
 */
export function sampleGrid(problem: Problem, view: View, margin: number): Grid {
  const grid = layGrid(view, margin);
  const { values, columns, rows, margin: border } = grid;
  const {
    x: [left, right],
    y: [bottom, top],
  } = view.window;
  const across = columns + 2 * border;
  const down = rows + 2 * border;
  const { dimension } = problem;
  const { origin, u, v } = problem.plane;
  const rowStart = new Float64Array(dimension);
  const theta = new Float64Array(dimension);
  const f = new Float64Array(1);
  for (let row = 0, at = 0; row < down; row++) {
    const y = top - ((row - border + 0.5) / rows) * (top - bottom);
    for (let i = 0; i < dimension; i++) rowStart[i] = origin[i] + y * v[i];
    for (let column = 0; column < across; column++, at++) {
      const x = left + ((column - border + 0.5) / columns) * (right - left);
      for (let i = 0; i < dimension; i++) theta[i] = rowStart[i] + x * u[i];
      problem.valueInto(theta, f);
      values[at] = f[0];
    }
  }
  return grid;
}

/** CSS pixels between neighbours in `sample`. */
const SAMPLE_SPACING = 5;

/**
 * The least and the greatest finite value in the window, +∞ and −∞ where there is none, and the values of a regular
 * sample of it in increasing order. The margin is left out.
 */
export function gridRange(grid: Grid): { least: number; greatest: number; sample: Float64Array } {
  let least = Infinity;
  let greatest = -Infinity;
  const sample: number[] = [];
  const across = grid.columns + 2 * grid.margin;
  const [columnStride, rowStride] = grid.perPixel.map((samples) => Math.ceil(SAMPLE_SPACING * samples));
  for (let row = 0; row < grid.rows; row++) {
    const start = (row + grid.margin) * across + grid.margin;
    for (let at = start; at < start + grid.columns; at++) {
      const value = grid.values[at];
      if (value < least && value > -Infinity) least = value;
      if (value > greatest && value < Infinity) greatest = value;
    }
    if (row % rowStride !== 0) continue;
    for (let at = start; at < start + grid.columns; at += columnStride)
      if (Number.isFinite(grid.values[at])) sample.push(grid.values[at]);
  }
  return { least, greatest, sample: Float64Array.from(sample).sort() };
}

/** Replaces f by f − f₀ in place, what is not finite by +∞: a wall. */
export function measureFrom(floor: number, grid: Grid): void {
  const { values } = grid;
  for (let at = 0; at < values.length; at++) {
    const above = values[at] - floor;
    values[at] = Number.isFinite(above) ? above : Infinity;
  }
}

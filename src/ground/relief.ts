import type { Grid } from './grid.ts';

/**
 * √(f − f₀) at each sample of a grid, to be read between them at CSS pixels of the window.
 *
 * Isolines of f are isolines of any increasing function of it; of these the root suits straight-line interpolation
 * best, since it turns a quadratic's bowl into a cone and its valley into a roof.
 */
export interface Relief {
  readonly heights: Float64Array;
  /** Samples in a row and in a column, margins included. */
  readonly across: number;
  readonly down: number;
  /** Samples before the window's left and top edge. */
  readonly margin: number;
  /** Samples a CSS pixel along each axis. */
  readonly perPixel: readonly [number, number];
}

/** @param grid holds f − f₀, with +∞ where f is not finite */
export function reliefOf({ values, columns, rows, margin, perPixel }: Grid): Relief {
  const heights = new Float64Array(values.length);
  for (let at = 0; at < values.length; at++) heights[at] = Math.sqrt(Math.max(0, values[at]));
  return { heights, across: columns + 2 * margin, down: rows + 2 * margin, margin, perPixel };
}

/**
 * The height at CSS pixel (x, y) of the window, bilinear; beyond the samples that of the nearest one.
 * @param slope receives ∂/∂x and ∂/∂y there, per CSS pixel, y downward
 */
export function heightAt(relief: Relief, x: number, y: number, slope?: Float64Array): number {
  const { heights, across, down, margin, perPixel } = relief;
  const column = Math.min(Math.max(x * perPixel[0] - 0.5 + margin, 0), across - 1);
  const row = Math.min(Math.max(y * perPixel[1] - 0.5 + margin, 0), down - 1);
  const left = Math.min(Math.floor(column), across - 2);
  const top = Math.min(Math.floor(row), down - 2);
  const s = column - left;
  const t = row - top;
  const at = top * across + left;
  const above = heights[at] + s * (heights[at + 1] - heights[at]);
  const below = heights[at + across] + s * (heights[at + across + 1] - heights[at + across]);
  if (slope !== undefined) {
    const alongTop = heights[at + 1] - heights[at];
    const alongBottom = heights[at + across + 1] - heights[at + across];
    slope[0] = (alongTop + t * (alongBottom - alongTop)) * perPixel[0];
    slope[1] = (below - above) * perPixel[1];
  }
  return above + t * (below - above);
}

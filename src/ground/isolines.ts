import { contours } from 'd3-contour';
import type { Grid } from './grid.ts';
import { drawable, type Crowd } from './crowding.ts';
import type { Levels } from './levels.ts';
import { heightAt, reliefOf, type Relief } from './relief.ts';

/** CSS pixels between the samples in which isolines are searched; their points are then moved onto the level. */
const CELL = 2.5;
/** CSS pixels that a line may leave the chord of two of its points. */
const BOW = 0.08;
/** CSS pixels that a grid must reach beyond the window, so that what closes an isoline at its border stays outside. */
export const ISOLINE_MARGIN = 4 * CELL;

/** Polylines, packed so that a message can hand them over. */
export interface Isolines {
  /** x and y of each point in CSS pixels from the window's top left. */
  readonly coordinates: Float32Array<ArrayBuffer>;
  /** The first point of each polyline, and at the end the number of points. A closed one repeats its first point. */
  readonly starts: Uint32Array<ArrayBuffer>;
  /** The index of each polyline's level. */
  readonly levels: Uint16Array<ArrayBuffer>;
}

/**
 * The isolines of a window: marching squares on a coarse grid (d3-contour), each point then moved onto its level in
 * the fine one, crowded and beaded stretches left out (see crowding.ts), the rest cut a little outside the window.
 *
 * @param grid holds f − f₀, with a margin of at least `ISOLINE_MARGIN`
 */
export function traceIsolines(grid: Grid, { levels }: Levels): Isolines {
  const relief = reliefOf(grid);
  const coarse = coarseGrid(relief);
  const generator = contours().size([coarse.across, coarse.down]);
  const heights = levels.map(({ value }) => Math.sqrt(Math.max(0, value)));
  const crowd: Crowd = {
    relief,
    levels,
    heights,
    width: grid.columns / grid.perPixel[0],
    height: grid.rows / grid.perPixel[1],
  };
  const lines: { points: Float64Array; level: number }[] = [];
  for (let level = 0; level < levels.length; level++)
    for (const polygon of generator.contour(coarse.heights, heights[level]).coordinates)
      for (const ring of polygon) {
        const points = placeOnLevel(ring, heights[level], coarse, relief);
        for (const piece of drawable(points, level, crowd)) lines.push({ points: piece, level });
      }
  return pack(lines);
}

interface Coarse {
  readonly heights: number[];
  readonly across: number;
  readonly down: number;
  /** Fine samples a coarse one, along each axis. */
  readonly stride: readonly [number, number];
}

function coarseGrid({ heights, across, down, perPixel }: Relief): Coarse {
  const stride = [
    Math.max(1, Math.round(CELL * perPixel[0])),
    Math.max(1, Math.round(CELL * perPixel[1])),
  ] as const;
  const columns = Math.ceil(across / stride[0]);
  const rows = Math.ceil(down / stride[1]);
  const samples: number[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      samples.push(heights[row * stride[1] * across + column * stride[0]]);
  return { heights: samples, across: columns, down: rows, stride };
}

/**
 * A ring of d3's (sample i lies at i + ½, the last point repeats the first) in CSS pixels, each point moved onto the
 * level. Where the line bends so much that a chord leaves it, the chord gets a point in its middle.
 */
function placeOnLevel(ring: number[][], height: number, { stride }: Coarse, relief: Relief): Float64Array {
  const corners = new Float64Array(2 * ring.length);
  for (const [i, [x, y]] of ring.entries()) {
    corners[2 * i] = ((x - 0.5) * stride[0] + 0.5 - relief.margin) / relief.perPixel[0];
    corners[2 * i + 1] = ((y - 0.5) * stride[1] + 0.5 - relief.margin) / relief.perPixel[1];
    moveOntoLevel(corners, 2 * i, height, relief);
  }
  const points = new Float64Array(2 * corners.length);
  let length = 0;
  for (let i = 0; i < corners.length - 2; i += 2) {
    points[length] = corners[i];
    points[length + 1] = corners[i + 1];
    const x = (corners[i] + corners[i + 2]) / 2;
    const y = (corners[i + 1] + corners[i + 3]) / 2;
    points[length + 2] = x;
    points[length + 3] = y;
    moveOntoLevel(points, length + 2, height, relief);
    const moved = Math.hypot(points[length + 2] - x, points[length + 3] - y);
    length += moved > BOW ? 4 : 2;
  }
  return points.subarray(0, length);
}

const slope = new Float64Array(2);

/** One Newton step along the slope, for the point whose x is at `at`. */
function moveOntoLevel(points: Float64Array, at: number, height: number, relief: Relief): void {
  const x = points[at];
  const y = points[at + 1];
  const difference = height - heightAt(relief, x, y, slope);
  const steepness = Math.hypot(slope[0], slope[1]);
  const step = difference / steepness;
  // At a kink, a rim or on flat ground the slope leads astray; there the coarse grid's word stands.
  if (!(Math.abs(step) <= CELL / 2)) return;
  points[at] += (step * slope[0]) / steepness;
  points[at + 1] += (step * slope[1]) / steepness;
}

function pack(lines: readonly { points: Float64Array; level: number }[]): Isolines {
  const starts = new Uint32Array(lines.length + 1);
  for (const [i, { points }] of lines.entries()) starts[i + 1] = starts[i] + points.length / 2;
  const coordinates = new Float32Array(2 * starts[lines.length]);
  for (const [i, { points }] of lines.entries()) coordinates.set(points, 2 * starts[i]);
  return { coordinates, starts, levels: Uint16Array.from(lines, ({ level }) => level) };
}

import type { Problem } from '../problems/problem.ts';
import { bandColors, classifyBands, paintBands, type Bands } from './bands.ts';
import { gridRange, measureFrom, sampleGrid, type Grid, type View } from './grid.ts';
import { ISOLINE_MARGIN, traceIsolines, type Isolines } from './isolines.ts';
import { groundLevels, type Levels } from './levels.ts';

/** A window of a problem's plane, sampled and classified: all that bands in any colours and isolines are made from. */
export interface Ground {
  /** f − f₀, once a device pixel. */
  readonly grid: Grid;
  readonly levels: Levels;
  readonly bands: Bands;
}

/** The bands in a theme's colours. */
export interface Painting {
  /** `#rrggbb`, one a band from the floor up. */
  readonly colors: readonly string[];
  /** RGBA, bands.columns × bands.rows × 4 bytes. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** Samples f over a window and a margin around it, chooses the levels and finds each device pixel's band. */
export function surveyGround(view: View, problem: Problem): Ground {
  const grid = sampleGrid(problem, view, ISOLINE_MARGIN);
  const levels = groundLevels({
    ...gridRange(grid),
    minimum: problem.minimum,
    hasBounds: problem.project !== undefined,
  });
  measureFrom(levels.floor, grid);
  return { grid, levels, bands: classifyBands(grid, levels) };
}

/** @param ramp colours `#rrggbb` from the floor to the walls */
export function paintGround(bands: Bands, ramp: readonly string[]): Painting {
  const colors = bandColors(bands.areas, ramp);
  return { colors, pixels: paintBands(bands, colors) };
}

/** The isolines of a ground, the slower half of it. */
export function lineGround({ grid, levels }: Ground): Isolines {
  return traceIsolines(grid, levels);
}

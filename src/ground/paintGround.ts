import type { Problem } from '../problems/problem.ts';
import { bandColors, paintBands, type Bands } from './bands.ts';
import type { Grid, View } from './grid.ts';
import { traceIsolines, type Isolines } from './isolines.ts';
import type { Levels } from './levels.ts';
import { beginSurvey } from './survey.ts';

/** A window of a problem's plane, sampled and classified: all that bands in any colours and isolines are made from. */
export interface Ground {
  /** f − f₀, once a device pixel. */
  readonly grid: Grid;
  readonly levels: Levels;
  readonly bands: Bands;
  /** Whether f jumps between places where it is constant, or nearly: the borders of bands show them, and no line is at a level. */
  readonly hasSteps: boolean;
}

/** The bands in a theme's colours. */
export interface Painting {
  /** `#rrggbb`, one a band from the floor up. */
  readonly colors: readonly string[];
  /** RGBA, bands.columns × bands.rows × 4 bytes. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** Surveys a window and a margin around it to the end, in one go. */
export function surveyGround(view: View, problem: Problem): Ground {
  const survey = beginSurvey(view, problem);
  while (survey.done < 1) survey.advance(() => false);
  return survey.ground();
}

/** @param ramp colours `#rrggbb` from the floor to the walls */
export function paintGround(bands: Bands, ramp: readonly string[]): Painting {
  const colors = bandColors(bands.areas, ramp);
  return { colors, pixels: paintBands(bands, colors) };
}

/** The isolines of a ground, the slower half of it. */
export function lineGround({ grid, levels, hasSteps }: Ground): Isolines {
  return traceIsolines(grid, hasSteps ? { ...levels, levels: [] } : levels);
}

import { feasibleRange } from '../../src/problems/feasible.ts';
import type { Problem } from '../../src/problems/problem.ts';
import type { Box } from './labelSolver.ts';
import { yToPixel, type Viewport } from './viewport.ts';

/** Half of what a line at an end of the feasible band takes, in pixels. */
const LINE = 5;

/** Where the feasible numbers of a problem of one parameter end on the plot, in pixels from its top. */
export interface FeasibleBand {
  readonly top: number;
  readonly bottom: number;
}

/** @returns null where there are no ends */
export function feasibleBand(problem: Problem, viewport: Viewport): FeasibleBand | null {
  const range = feasibleRange(problem);
  if (!range) return null;
  // A pixel outside, a line is out of sight: far off, its number would be too long for a picture.
  const [bottom, top] = range.map((x) => Math.min(viewport.height + 1, Math.max(-1, yToPixel(viewport, x))));
  return { top, bottom };
}

/** Boxes around the ends of the band, which numbers on the ground keep clear of. */
export function bandEnds(problem: Problem, viewport: Viewport): Box[] {
  const band = feasibleBand(problem, viewport);
  if (!band) return [];
  return [band.top, band.bottom].map((y) => ({ x: 0, y: y - LINE, width: viewport.width, height: 2 * LINE }));
}

import type { Found } from '../problems/data/fitMinimizers.ts';
import type { Problem } from '../problems/problem.ts';
import { classifyBands } from './bands.ts';
import type { DataGround, GridPasses } from './dataGround.ts';
import { gridRange, layGrid, measureFrom, sampleGrid, type Grid, type View } from './grid.ts';
import { ISOLINE_MARGIN } from './isolines.ts';
import { groundLevels, keptLevels, type Levels } from './levels.ts';
import type { Ground } from './paintGround.ts';

/** A window that is computed in passes, each finer than the one before; in one where f is cheap. */
export interface Survey extends Omit<GridPasses, 'fill'> {
  /** The ground as far as it is known; after the first pass. */
  ground(): Ground;
}

let dataGround: DataGround | null = null;

/** Hands in what the grounds of data problems are computed with: it is loaded together with these. */
export function provideDataGround(loaded: DataGround): void {
  dataGround = loaded;
}

/** What was found of the minimizers of a problem over data, from which its levels are measured; null elsewhere. */
export function foundOf(problem: Problem): Found | null {
  return dataGround?.foundOf(problem) ?? null;
}

/**
 * Begins a survey of a window and of the margin around it that isolines need.
 * @param before the survey whose place it takes: what that knows of f is shown until this one knows better
 */
export function beginSurvey(view: View, problem: Problem, before: Survey | null = null): Survey {
  if (problem.samples === 0) return surveyAtOnce(view, problem);
  if (!dataGround) throw new Error('the ground of data problems is not loaded');
  const cheaper = dataGround.cheaperOf(problem, view);
  if (cheaper) return surveyAtOnce(view, cheaper.problem, cheaper.hasSteps);
  const passes = dataGround.beginPasses(
    problem,
    view,
    layGrid(view, ISOLINE_MARGIN),
    before?.known() ?? null,
  );
  return surveyInPasses(view, problem, passes);
}

function surveyAtOnce(view: View, problem: Problem, hasSteps = false): Survey {
  let grid: Grid | null = null;
  return {
    get done() {
      return grid === null ? 0 : 1;
    },
    nextPass: 0,
    known: () => null,
    advance() {
      grid = sampleGrid(problem, view, ISOLINE_MARGIN);
      return true;
    },
    ground: () => ({ ...groundOf(grid ?? layGrid(view, ISOLINE_MARGIN), problem, null), hasSteps }),
  };
}

function surveyInPasses(view: View, problem: Problem, passes: GridPasses): Survey {
  let levels: Levels | null = null;
  return {
    get done() {
      return passes.done;
    },
    get nextPass() {
      return passes.nextPass;
    },
    known: () => passes.known(),
    advance: (isOver) => passes.advance(isOver),
    ground() {
      const grid = layGrid(view, ISOLINE_MARGIN);
      passes.fill(grid);
      const ground = groundOf(grid, problem, levels);
      levels = ground.levels;
      return ground;
    },
  };
}

/**
 * Chooses the levels and finds each device pixel's band.
 * @param grid of f; becomes that of f − f₀
 * @param before the levels of a coarser pass, which stay while they fit
 */
function groundOf(grid: Grid, problem: Problem, before: Levels | null): Ground {
  const range = gridRange(grid);
  const chosen = groundLevels({
    ...range,
    minimum: problem.minimum,
    hasBounds: problem.project !== undefined,
  });
  const levels = before === null ? chosen : keptLevels(before, chosen);
  measureFrom(levels.floor, grid);
  return { grid, levels, bands: classifyBands(grid, levels), hasSteps: false };
}

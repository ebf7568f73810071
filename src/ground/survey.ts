import type { Problem } from '../problems/problem.ts';
import { classifyBands } from './bands.ts';
import { gridRange, layGrid, measureFrom, sampleGrid, type Grid, type View } from './grid.ts';
import { interpolateLattice } from './interpolation.ts';
import { ISOLINE_MARGIN } from './isolines.ts';
import { chooseLattice, nodesAt, sampleLattice } from './lattice.ts';
import { groundLevels, keptLevels, type Levels } from './levels.ts';
import type { Ground } from './paintGround.ts';
import { quadraticOf } from './quadratic.ts';

/** A window that is computed in passes, each finer than the one before; in one where f is cheap. */
export interface Survey {
  /** The part of the work that is done, 0 to 1. */
  readonly done: number;
  /** How much longer than all that is done the next pass takes, as a factor; 0 after the last one. */
  readonly nextPass: number;
  /**
   * Goes on computing.
   * @param isOver asked now and then, after at least some work
   * @returns whether another pass is made
   */
  advance(isOver: () => boolean): boolean;
  /** The ground as far as it is known; after the first pass. */
  ground(): Ground;
}

/** Begins a survey of a window and of the margin around it that isolines need. */
export function beginSurvey(view: View, problem: Problem): Survey {
  const cheaper = quadraticOf(problem, view) ?? problem;
  return cheaper.samples > 0 ? surveyInPasses(view, cheaper) : surveyAtOnce(view, cheaper);
}

function surveyAtOnce(view: View, problem: Problem): Survey {
  let grid: Grid | null = null;
  return {
    get done() {
      return grid === null ? 0 : 1;
    },
    nextPass: 0,
    advance() {
      grid = sampleGrid(problem, view, ISOLINE_MARGIN);
      return true;
    },
    ground: () => groundOf(grid ?? layGrid(view, ISOLINE_MARGIN), problem, null),
  };
}

/** Each loss of a data problem is as many as it has samples: they are computed at nodes, and read between these. */
function surveyInPasses(view: View, problem: Problem): Survey {
  const shape = layGrid(view, ISOLINE_MARGIN);
  const lattice = chooseLattice(shape, problem.samples, problem.data?.loss === 'zero-one');
  const sampler = sampleLattice(problem, view, shape, lattice);
  const nodes = nodesAt(lattice, 1);
  let levels: Levels | null = null;
  return {
    get done() {
      return sampler.computed / nodes;
    },
    get nextPass() {
      return sampler.inNextPass / sampler.computed;
    },
    advance: (isOver) => sampler.advance(isOver),
    ground() {
      const grid = layGrid(view, ISOLINE_MARGIN);
      interpolateLattice(sampler, lattice.strides[sampler.passes - 1], grid);
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
  return { grid, levels, bands: classifyBands(grid, levels) };
}

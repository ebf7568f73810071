import type { Problem } from '../problems/problem.ts';
import type { Grid, View } from './grid.ts';
import { interpolateLattice } from './interpolation.ts';
import { chooseLattice, nodesAt, sampleLattice } from './lattice.ts';
import { quadraticOf } from './quadratic.ts';

/** f over a grid, computed in passes of which each is finer than the one before. */
export interface GridPasses {
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
  /** Fills a grid of the same shape from the passes made; after the first one. */
  fill(grid: Grid): void;
}

/** What the grounds of data problems are computed with. */
export interface DataGround {
  readonly quadraticOf: typeof quadraticOf;
  readonly beginPasses: typeof beginPasses;
}

/**
 * Each loss of a data problem is as many as it has samples: they are computed at nodes, and read between these. Grids come
 * as arguments, so that this file, which is loaded later, shares nothing with what computes other grounds.
 */
function beginPasses(problem: Problem, view: View, shape: Grid): GridPasses {
  const lattice = chooseLattice(shape, problem.samples, problem.data?.loss === 'zero-one');
  const sampler = sampleLattice(problem, view, shape, lattice);
  const nodes = nodesAt(lattice, 1);
  return {
    get done() {
      return sampler.computed / nodes;
    },
    get nextPass() {
      return sampler.inNextPass / sampler.computed;
    },
    advance: (isOver) => sampler.advance(isOver),
    fill: (grid) => interpolateLattice(sampler, lattice.strides[sampler.passes - 1], grid),
  };
}

export const DATA_GROUND: DataGround = { quadraticOf, beginPasses };

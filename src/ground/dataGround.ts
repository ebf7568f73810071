import { foundFor, type Found } from '../problems/data/fitMinimizers.ts';
import type { Problem } from '../problems/problem.ts';
import { layEarlier, type Earlier } from './earlier.ts';
import type { Grid, View } from './grid.ts';
import { interpolateLattice } from './interpolation.ts';
import { chooseLattice, nodesAt, sampleLattice } from './lattice.ts';
import { quadraticOf } from './quadratic.ts';
import { stepsOf } from './steps.ts';

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
  /** What is known by now, for the window that takes over; null before the first pass. */
  known(): Earlier | null;
}

/** What the grounds of data problems are computed with. */
export interface DataGround {
  readonly cheaperOf: typeof cheaperOf;
  readonly beginPasses: typeof beginPasses;
  /** What was found of the minimizers of a problem, if a search was made. */
  readonly foundOf: (problem: Problem) => Found | null;
}

/** The same f, if it can be had without its samples, and whether it is constant between steps. */
function cheaperOf(
  problem: Problem,
  view: View,
): { readonly problem: Problem; readonly hasSteps: boolean } | null {
  const quadratic = quadraticOf(problem, view);
  if (quadratic) return { problem: quadratic, hasSteps: false };
  const steps = stepsOf(problem);
  return steps && { problem: steps, hasSteps: true };
}

/**
 * Each loss of a data problem is as many as it has samples: they are computed at nodes, and read between these. Grids come
 * as arguments, so that this file, which is loaded later, shares nothing with what computes other grounds.
 */
function beginPasses(problem: Problem, view: View, shape: Grid, before: Earlier | null): GridPasses {
  const lattice = chooseLattice(shape, problem.samples);
  const sampler = sampleLattice(problem, view, shape, lattice);
  const nodes = nodesAt(lattice, 1);
  const earlier = before?.problem === problem ? before : null;
  const { x } = view.window;
  const apartAt = (stride: number) => (stride * lattice.spacing[0] * (x[1] - x[0])) / shape.columns;
  const strideNow = () => lattice.strides[sampler.passes - 1];
  const isBehind = () => earlier !== null && strideNow() > 1 && earlier.apart < apartAt(strideNow());
  function fill(grid: Grid): void {
    interpolateLattice(sampler, strideNow(), grid);
    // Where the window before was known more closely, a coarser pass is no news.
    if (earlier && isBehind()) layEarlier(earlier, view, grid);
  }
  return {
    get done() {
      return sampler.computed / nodes;
    },
    get nextPass() {
      return sampler.inNextPass / sampler.computed;
    },
    advance: (isOver) => sampler.advance(isOver),
    fill,
    known() {
      if (sampler.passes === 0 || isBehind()) return earlier;
      const grid: Grid = { ...shape, values: new Float64Array(shape.values.length) };
      fill(grid);
      return { problem, view, grid, apart: apartAt(strideNow()) };
    },
  };
}

export const DATA_GROUND: DataGround = {
  cheaperOf,
  beginPasses,
  foundOf: ({ data }) => data && foundFor(data),
};

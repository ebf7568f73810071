import type { Problem } from '../problems/problem.ts';
import type { Grid, View } from './grid.ts';
import { nodeLine } from './nodeLine.ts';

/** Where f of a data problem is computed: less densely than once a device pixel, coarse first and then between. */
export interface Lattice {
  /** Nodes in a row and in a column; one less is a multiple of the first stride. */
  readonly across: number;
  readonly down: number;
  /** Device pixels between neighbours along each axis. The first node lies on the first sample of the grid. */
  readonly spacing: readonly [number, number];
  /** Nodes between those of a pass, from the coarsest to 1, each half of the one before. */
  readonly strides: readonly number[];
}

/** f at the nodes of a lattice, row by row from the top; only those of the passes made so far mean anything. */
export interface LatticeValues {
  readonly lattice: Lattice;
  readonly values: Float64Array;
}

/** Losses of single samples that all passes together may take, where fewer nodes would show. */
const EVALUATIONS = 1.2e7;
/** However many samples there are, at least as many nodes as 200 × 200. */
const FEWEST_NODES = 40_000;
/** Nearly one node a device pixel is one a device pixel: nothing is read between nodes then. */
const DENSE = 1.5;
/** Losses of single samples in the first pass, which is to be there at once. */
const FIRST_EVALUATIONS = 1e6;
/** However many samples there are, about as many nodes in the first pass as 13 × 13 … 25 × 25. */
const FEWEST_FIRST_NODES = 150;
/** A cubic needs its neighbours. */
const FEWEST_CELLS = 3;

/**
 * A lattice over a grid and its margin, as dense as a problem of so many samples allows.
 * @param samples at least 1
 */
export function chooseLattice({ columns, rows, margin }: Grid, samples: number): Lattice {
  const width = columns + 2 * margin - 1;
  const height = rows + 2 * margin - 1;
  const nodes = Math.max(FEWEST_NODES, EVALUATIONS / samples);
  const wanted = Math.sqrt((width * height) / nodes);
  const spacing = wanted < DENSE ? 1 : wanted;
  const strides = [1];
  const inFirstPass = (stride: number) => (width * height) / (spacing * stride) ** 2;
  while (
    inFirstPass(strides[0]) * samples > FIRST_EVALUATIONS &&
    inFirstPass(2 * strides[0]) >= FEWEST_FIRST_NODES
  )
    strides.unshift(2 * strides[0]);
  const cellsAlong = (length: number) =>
    Math.max(FEWEST_CELLS, Math.ceil(length / (spacing * strides[0]))) * strides[0];
  const [across, down] = [cellsAlong(width), cellsAlong(height)];
  return {
    across: across + 1,
    down: down + 1,
    // Where each device pixel has its node, a few nodes lie beyond the grid; else the last one lies on its end.
    spacing: spacing === 1 ? [1, 1] : [width / across, height / down],
    strides,
  };
}

/** The passes over a lattice, one after another, each as far as there is time. */
export interface LatticeSampler extends LatticeValues {
  /** The number of passes made. */
  readonly passes: number;
  /** Nodes computed, and nodes that the next pass has. */
  readonly computed: number;
  readonly inNextPass: number;
  /**
   * Goes on with the pass that is under way.
   * @param isOver asked now and then, after at least some work
   * @returns whether the pass is made now; the next call begins another
   */
  advance(isOver: () => boolean): boolean;
}

/** Computes f at the nodes of a lattice. No pass computes again what one before it has. */
export function sampleLattice(problem: Problem, view: View, grid: Grid, lattice: Lattice): LatticeSampler {
  const { across, down, strides } = lattice;
  const values = new Float64Array(across * down);
  const line = nodeLine(problem);
  const places = placesOf(problem, view, grid, lattice);
  const first = new Float64Array(problem.dimension);
  const step = new Float64Array(problem.dimension);
  const found = new Float64Array(line.atOnce);
  let passes = 0;
  let computed = 0;
  let row = 0;
  let column = 0;

  function computeUntil(isOver: () => boolean): boolean {
    const stride = strides[passes];
    const known = passes === 0 ? 0 : 2 * stride;
    const begun = computed;
    for (; row < down; row += stride, column = 0) {
      // In a row that the pass before has been to, every second node is known.
      const isKnown = known > 0 && row % known === 0;
      if (isKnown && column === 0) column = stride;
      const apart = isKnown ? known : stride;
      while (column < across) {
        if (computed > begun && isOver()) return false;
        const count = Math.min(line.atOnce, Math.ceil((across - column) / apart));
        computeLine(apart, count);
        column += count * apart;
      }
    }
    return true;
  }

  /** Computes so many nodes from where the pass is. */
  function computeLine(apart: number, count: number): void {
    places.placeAt(column, row, first);
    places.stepBy(apart, step);
    line.valuesInto(first, step, count, found);
    for (let node = 0; node < count; node++) values[row * across + column + node * apart] = found[node];
    computed += count;
  }

  return {
    lattice,
    values,
    get passes() {
      return passes;
    },
    get computed() {
      return computed;
    },
    get inNextPass() {
      return passes < strides.length ? nodesAt(lattice, strides[passes]) - nodesBefore(lattice, passes) : 0;
    },
    advance(isOver) {
      if (passes === strides.length || !computeUntil(isOver)) return false;
      passes++;
      row = 0;
      column = 0;
      return true;
    },
  };
}

/** The nodes of a lattice whose row and column are multiples of a stride. */
export function nodesAt({ across, down }: Lattice, stride: number): number {
  return ((across - 1) / stride + 1) * ((down - 1) / stride + 1);
}

function nodesBefore(lattice: Lattice, passes: number): number {
  return passes === 0 ? 0 : nodesAt(lattice, lattice.strides[passes - 1]);
}

/** Writes the θ of a node, and what is between it and the node so many columns further. */
function placesOf(
  { plane: { origin, u, v } }: Problem,
  { window: { x, y } }: View,
  { columns, rows, margin }: Grid,
  { spacing }: Lattice,
) {
  return {
    placeAt(column: number, row: number, theta: Float64Array): void {
      const toX = x[0] + ((column * spacing[0] - margin + 0.5) / columns) * (x[1] - x[0]);
      const toY = y[1] - ((row * spacing[1] - margin + 0.5) / rows) * (y[1] - y[0]);
      for (let i = 0; i < theta.length; i++) theta[i] = origin[i] + toY * v[i] + toX * u[i];
    },
    stepBy(across: number, step: Float64Array): void {
      const toX = ((across * spacing[0]) / columns) * (x[1] - x[0]);
      for (let i = 0; i < step.length; i++) step[i] = toX * u[i];
    },
  };
}

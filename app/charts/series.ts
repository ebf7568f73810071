import { createProblem } from '../../src/problems/createProblem.ts';
import type { Minimizer } from '../../src/problems/problem.ts';
import type { ChartView } from '../../src/scene/scene.ts';
import type { Piece } from '../../src/engine/trajectory.ts';
import { chartRecords, evaluationsOf, readingAt, rowAt, type Trajectory } from '../engine/trajectories.ts';
import type { Span } from './span.ts';

/** Numbers of which every so-manieth belongs to a row. */
export interface Column {
  readonly numbers: Float64Array;
  readonly stride: number;
  readonly offset: number;
}

/** One quantity of one run along x, a number a row. */
export interface Series {
  readonly rows: number;
  /** Steps or evaluations, none less than the one before. */
  readonly xs: ArrayLike<number>;
  readonly steps: Uint32Array;
  /** Steps between rows. */
  readonly stride: number;
  readonly values: Column;
  /** The least and greatest value since the row before, where rows are a stride apart and that is recorded. */
  readonly ranges: { readonly least: Column; readonly greatest: Column } | null;
  readonly diverged: boolean;
}

export function columnAt({ numbers, stride, offset }: Column, row: number): number {
  return numbers[row * stride + offset];
}

const plain = (numbers: Float64Array): Column => ({ numbers, stride: 1, offset: 0 });

/** Rows that a series is made of: a trajectory's, or those of the piece that has each step around the playhead. */
interface Rows {
  readonly rows: number;
  readonly stride: number;
  readonly steps: Uint32Array;
  readonly points: Float64Array;
  readonly losses: Float64Array;
  readonly gradientNorms: Float64Array;
  evaluations(): Float64Array;
  effectiveSteps(): Float64Array;
}

/**
 * What a chart draws of a run.
 * @param closeUp each step of the stretch that is shown, if the run was recorded with a stride and they have come
 * @param coordinate of the step size; absent for that of the whole step
 */
export function seriesOf(
  trajectory: Trajectory,
  { quantity, against }: Pick<ChartView, 'quantity' | 'against'>,
  closeUp: Piece | null,
  coordinate?: number,
): Series {
  const source = closeUp ? rowsOfPiece(closeUp, trajectory.dimension) : rowsOf(trajectory);
  const { dimension: n, outcome } = trajectory;
  const isStrided = source.stride > 1;
  return {
    rows: source.rows,
    xs: against === 'steps' ? source.steps : source.evaluations(),
    steps: source.steps,
    stride: source.stride,
    values: valuesOf(),
    ranges: quantity === 'loss' && isStrided ? lossRanges(trajectory) : null,
    diverged: outcome?.kind === 'diverged',
  };

  function valuesOf(): Column {
    switch (quantity) {
      case 'loss':
        return plain(source.losses);
      case 'gradient':
        return plain(source.gradientNorms);
      case 'distance':
        return plain(distances(trajectory, source, closeUp));
      case 'step': {
        const offset = coordinate === undefined ? 0 : 1 + coordinate;
        return { numbers: source.effectiveSteps(), stride: 1 + n, offset };
      }
    }
  }
}

function rowsOf(trajectory: Trajectory): Rows {
  const { rows, stride, steps, points, losses, gradientNorms } = trajectory;
  return {
    rows,
    stride,
    steps,
    points,
    losses,
    gradientNorms,
    evaluations: () => chartRecords(trajectory).evaluations,
    effectiveSteps: () => chartRecords(trajectory).effectiveSteps,
  };
}

function lossRanges(trajectory: Trajectory): Series['ranges'] {
  const numbers = chartRecords(trajectory).lossRanges;
  return { least: { numbers, stride: 2, offset: 0 }, greatest: { numbers, stride: 2, offset: 1 } };
}

function rowsOfPiece(piece: Piece, dimension: number): Rows {
  return {
    ...piece,
    rows: piece.steps.length,
    stride: 1,
    evaluations: () => evaluationsOf(piece, dimension),
    effectiveSteps: () => piece.effectiveSteps,
  };
}

interface Distances {
  rows: number;
  readonly numbers: Float64Array;
}

const known = new WeakMap<Trajectory | Piece, Distances>();

/** How far each point is from the nearest minimizer that is known; they are computed once, when a chart first asks. */
function distances(
  trajectory: Trajectory,
  { rows, points, losses }: Rows,
  closeUp: Piece | null,
): Float64Array {
  const owner = closeUp ?? trajectory;
  const found = known.get(owner) ?? { rows: 0, numbers: new Float64Array(losses.length) };
  known.set(owner, found);
  const { minimizers, isSearching } = createProblem(trajectory.task.problem);
  // Numbers that are not known yet are not kept.
  if (isSearching) return new Float64Array(losses.length).fill(Number.NaN);
  for (; found.rows < rows; found.rows++)
    found.numbers[found.rows] = nearest(minimizers, points, found.rows * trajectory.dimension);
  return found.numbers;
}

function nearest(minimizers: readonly Minimizer[], points: Float64Array, offset: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { point } of minimizers) {
    let squares = 0;
    for (let i = 0; i < point.length; i++) squares += (points[offset + i] - point[i]) ** 2;
    // NaN is passed on: a point that is nowhere is at no distance.
    if (!(squares >= least)) least = squares;
  }
  return minimizers.length === 0 ? Number.NaN : Math.sqrt(least);
}

/** A quantity of a run at a step; NaN before the first row has come. */
export function valueAt(trajectory: Trajectory, quantity: ChartView['quantity'], step: number): number {
  const { detail, dimension } = trajectory;
  const reading = readingAt(trajectory, step);
  if (!reading) return Number.NaN;
  switch (quantity) {
    case 'loss':
      return reading.loss;
    case 'gradient':
      return reading.gradientNorm;
    case 'distance':
      return nearest(createProblem(trajectory.task.problem).minimizers, reading.point, 0);
    case 'step': {
      const row = detail ? step - detail.steps[0] : -1;
      if (detail && row >= 0 && row < detail.steps.length)
        return detail.effectiveSteps[row * (1 + dimension)];
      return chartRecords(trajectory).effectiveSteps[rowAt(trajectory, step) * (1 + dimension)];
    }
  }
}

type Places = Pick<Series, 'xs' | 'rows'>;

/** The first row at or after an x; `rows` if there is none. */
function firstRowFrom({ xs, rows }: Places, x: number): number {
  let low = 0;
  let high = rows;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (xs[middle] < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last row at or before an x; −1 if there is none. */
export function lastRowTo(series: Places, x: number): number {
  const row = firstRowFrom(series, x);
  return row < series.rows && series.xs[row] === x ? lastOfSame(series, row) : row - 1;
}

/** Rows share an x where a step asked for nothing. */
function lastOfSame({ xs, rows }: Places, row: number): number {
  let last = row;
  while (last + 1 < rows && xs[last + 1] === xs[row]) last += 1;
  return last;
}

/** The rows that a span shows: those in it, and one on each side, to which lines lead. `last` is −1 if there are none. */
export function rowsWithin(series: Series, { from, to }: Span): { first: number; last: number } {
  const inside = firstRowFrom(series, from);
  if (inside === series.rows) return { first: 0, last: -1 };
  const first = Math.max(0, inside - 1);
  return { first, last: Math.min(series.rows - 1, lastRowTo(series, to) + 1) };
}

import type { Piece } from '../../src/engine/trajectory.ts';
import type { Trajectory } from '../engine/trajectories.ts';
import type { PathSource } from './pathGeometry.ts';

interface Merged {
  readonly detail: Piece | null;
  readonly close: readonly Piece[];
  readonly source: PathSource;
}

const merged = new WeakMap<Trajectory, Merged>();

/**
 * What a run's path is drawn from: its rows, and between them every step of the stretches that the page has in detail.
 * The same as long as nothing has changed.
 * @param close stretches beside the trajectory's own detail, in order
 */
export function pathSource(trajectory: Trajectory, close: readonly Piece[] = []): PathSource {
  const { detail, outcome, stride, path } = trajectory;
  if (path) return path;
  if (stride === 1 || outcome === null || (!detail?.steps.length && close.length === 0)) return trajectory;
  const known = merged.get(trajectory);
  if (known && known.detail === detail && sameItems(known.close, close)) return known.source;
  const source = withPieces(trajectory, detail ? [detail, ...close] : close);
  merged.set(trajectory, { detail, close, source });
  return source;
}

function sameItems(a: readonly Piece[], b: readonly Piece[]): boolean {
  return a === b || (a.length === b.length && a.every((piece, i) => piece === b[i]));
}

function withPieces(base: PathSource, pieces: readonly Piece[]): PathSource {
  const { dimension } = base;
  const total = pieces.reduce((sum, { steps }) => sum + steps.length, base.rows);
  const steps = new Uint32Array(total);
  const points = new Float64Array(total * dimension);
  let rows = 0;
  let last = -1;
  const take = (from: Pick<PathSource, 'steps' | 'points'>, first: number, end: number) => {
    // Stretches may overlap: each step is taken once.
    while (first < end && from.steps[first] <= last) first++;
    if (first >= end) return;
    steps.set(from.steps.subarray(first, end), rows);
    points.set(from.points.subarray(first * dimension, end * dimension), rows * dimension);
    rows += end - first;
    last = from.steps[end - 1];
  };
  let row = 0;
  for (const piece of pieces
    .filter((piece) => piece.steps.length > 0)
    .toSorted((a, b) => a.steps[0] - b.steps[0])) {
    const begin = row;
    while (row < base.rows && base.steps[row] < piece.steps[0]) row++;
    take(base, begin, row);
    take(piece, 0, piece.steps.length);
  }
  take(base, row, base.rows);
  return { dimension, rows, steps: steps.subarray(0, rows), points: points.subarray(0, rows * dimension) };
}

/** The rows around a step: every step where the page has them, else what it has of the run. */
export function rowsAround(trajectory: Trajectory, step: number): PathSource {
  const { detail, dimension, path } = trajectory;
  if (path) return path;
  const rows = detail?.steps.length ?? 0;
  if (!detail || rows === 0 || step < detail.steps[0] || step > detail.steps[rows - 1]) return trajectory;
  return { dimension, rows, steps: detail.steps, points: detail.points };
}

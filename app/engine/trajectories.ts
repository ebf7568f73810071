import type { Outcome, Piece } from '../../src/engine/trajectory.ts';
import { gradientsWorth, strideFor } from '../../src/engine/trajectory.ts';
import type { Task } from '../../src/scene/scene.ts';

/** What the page has of one run. It grows while the worker streams, and is complete once it has an outcome. */
export interface Trajectory {
  readonly key: string;
  readonly task: Task;
  readonly dimension: number;
  /** Steps from one row to the next; the last row may follow sooner. */
  readonly stride: number;
  /** Rows filled so far. Row i of each array belongs to step `steps[i]`. */
  rows: number;
  readonly steps: Uint32Array;
  readonly points: Float64Array;
  readonly losses: Float64Array;
  readonly gradientNorms: Float64Array;
  outcome: Outcome | null;
  /** Every step of a stretch around the playhead, for a run recorded with a stride. */
  detail: Piece | null;
  /** What only the chart reads, once it has asked; until then the pieces that hold it wait. */
  records: ChartRecords | null;
  readonly waiting: Piece[];
}

/** What the chart reads beside losses and gradient norms, a row each: see `Piece`. */
export interface ChartRecords {
  /** Evaluations up to the point, as a number of gradients. */
  readonly evaluations: Float64Array;
  /** 1 + n numbers a row. */
  readonly effectiveSteps: Float64Array;
  /** η of the step that led to the point. */
  readonly learningRates: Float64Array;
  /** Least and greatest loss since the row before, two numbers a row. */
  readonly lossRanges: Float64Array;
}

export function createTrajectory(key: string, task: Task): Trajectory {
  const stride = strideFor(task.steps);
  const capacity = Math.floor(task.steps / stride) + 2;
  const dimension = task.start.length;
  return {
    key,
    task,
    dimension,
    stride,
    rows: 0,
    steps: new Uint32Array(capacity),
    points: new Float64Array(capacity * dimension),
    losses: new Float64Array(capacity),
    gradientNorms: new Float64Array(capacity),
    outcome: null,
    detail: null,
    records: null,
    waiting: [],
  };
}

const rowOf = ({ stride }: Trajectory, piece: Piece) => Math.ceil(piece.steps[0] / stride);

/** Writes a piece into its rows. Writing the same piece again changes nothing, so a run may be streamed twice. */
export function writePiece(trajectory: Trajectory, piece: Piece): void {
  if (piece.steps.length === 0) return;
  const { dimension } = trajectory;
  const row = rowOf(trajectory, piece);
  trajectory.steps.set(piece.steps, row);
  trajectory.points.set(piece.points, row * dimension);
  trajectory.losses.set(piece.losses, row);
  trajectory.gradientNorms.set(piece.gradientNorms, row);
  trajectory.rows = Math.max(trajectory.rows, row + piece.steps.length);
  trajectory.waiting.push(piece);
}

/** The rows so far of what only the chart reads. While a hand moves, most trajectories are gone before it asks. */
export function chartRecords(trajectory: Trajectory): ChartRecords {
  const { dimension, waiting } = trajectory;
  const capacity = trajectory.steps.length;
  const records = (trajectory.records ??= {
    evaluations: new Float64Array(capacity),
    effectiveSteps: new Float64Array(capacity * (1 + dimension)),
    learningRates: new Float64Array(capacity),
    lossRanges: new Float64Array(capacity * 2),
  });
  for (const piece of waiting) {
    const row = rowOf(trajectory, piece);
    records.effectiveSteps.set(piece.effectiveSteps, row * (1 + dimension));
    records.learningRates.set(piece.learningRates, row);
    records.lossRanges.set(piece.lossRanges, row * 2);
    records.evaluations.set(evaluationsOf(piece, dimension), row);
  }
  waiting.length = 0;
  return records;
}

/** Evaluations up to each row of a piece, as a number of gradients. */
export function evaluationsOf({ steps, evaluations }: Piece, dimension: number): Float64Array {
  const worth = new Float64Array(steps.length);
  for (let i = 0; i < steps.length; i++)
    worth[i] = gradientsWorth(
      { value: evaluations[3 * i], gradient: evaluations[3 * i + 1], hessian: evaluations[3 * i + 2] },
      dimension,
    );
  return worth;
}

/** The last step there is a row for. */
export function lastStep({ rows, steps }: Trajectory): number {
  return rows === 0 ? 0 : steps[rows - 1];
}

/** The last row at or before a step; −1 if there is none yet. */
export function rowAt({ rows, steps, stride }: Trajectory, step: number): number {
  let row = Math.min(rows - 1, Math.floor(step / stride) + 1);
  while (row >= 0 && steps[row] > step) row--;
  return row;
}

/** What a run is at a step. `exact` is false between the rows of a run recorded with a stride. */
export interface Reading {
  readonly step: number;
  readonly point: Float64Array;
  readonly loss: number;
  readonly gradientNorm: number;
  readonly exact: boolean;
}

/** The reading at a whole step, or the last one before it; null before the first row has come. */
export function readingAt(trajectory: Trajectory, step: number): Reading | null {
  const { detail, dimension: n } = trajectory;
  if (detail && detail.steps.length > 0) {
    const row = step - detail.steps[0];
    if (row >= 0 && row < detail.steps.length)
      return {
        step,
        point: detail.points.subarray(row * n, (row + 1) * n),
        loss: detail.losses[row],
        gradientNorm: detail.gradientNorms[row],
        exact: true,
      };
  }
  const row = rowAt(trajectory, step);
  if (row < 0) return null;
  return {
    step: trajectory.steps[row],
    point: trajectory.points.subarray(row * n, (row + 1) * n),
    loss: trajectory.losses[row],
    gradientNorm: trajectory.gradientNorms[row],
    exact: trajectory.steps[row] === step || (trajectory.outcome !== null && row === trajectory.rows - 1),
  };
}

/**
 * Where a head stands at a playhead that may lie between steps: linear between the points on both sides.
 * @param out receives the point
 * @returns false before the first row has come
 */
export function pointAt(trajectory: Trajectory, playhead: number, out: Float64Array): boolean {
  const { steps, points, dimension: n, rows } = trajectory;
  const whole = Math.floor(playhead);
  const row = rowAt(trajectory, playhead);
  if (row < 0) return false;
  if (whole === playhead) {
    const reading = readingAt(trajectory, whole);
    if (reading?.exact) {
      out.set(reading.point);
      return true;
    }
  }
  const next = Math.min(row + 1, rows - 1);
  const span = steps[next] - steps[row];
  const part = span === 0 ? 0 : Math.min(1, (playhead - steps[row]) / span);
  for (let i = 0; i < n; i++) {
    const from = points[row * n + i];
    out[i] = part === 0 ? from : from + part * (points[next * n + i] - from);
  }
  return true;
}

import { hasTrail, lightStrideFor, type Trail } from '../../src/engine/lightRun.ts';
import { gradientsWorth, strideFor, type Outcome, type Piece } from '../../src/engine/trajectory.ts';
import { norm } from '../../src/linalg/norm.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import type { Task } from '../../src/scene/scene.ts';

/** What the page has of one run. It grows while the worker streams, and is complete once it has an outcome. */
export interface Trajectory {
  readonly key: string;
  readonly task: Task;
  readonly dimension: number;
  /** For a moving hand: rows are far apart, nothing is said of the losses between them, and none of it is kept. */
  readonly isLight: boolean;
  /** The points of every step so far, where rows of a light run are further apart than those of a whole one. */
  readonly path: Path | null;
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

/** Points of a run, a row each, with the step of each row. */
interface Path {
  readonly dimension: number;
  rows: number;
  readonly steps: Uint32Array;
  readonly points: Float64Array;
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

/** The key of a light run; that of a whole one is its task's. */
export function lightKey(taskKey: string): string {
  return `light ${taskKey}`;
}

/** @param isLight recorded lightly, see `Trajectory` */
export function createTrajectory(key: string, task: Task, isLight = false): Trajectory {
  const stride = isLight ? lightStrideFor(task) : strideFor(task.steps);
  const capacity = Math.floor(task.steps / stride) + 2;
  const dimension = task.start.length;
  return {
    key,
    task,
    dimension,
    isLight,
    path: isLight && hasTrail(task) ? createPath(dimension, task.steps + 1) : null,
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

function createPath(dimension: number, capacity: number): Path {
  const steps = new Uint32Array(capacity);
  for (let step = 0; step < capacity; step++) steps[step] = step;
  return { dimension, rows: 0, steps, points: new Float64Array(capacity * dimension) };
}

/** Adds points to a run's path, in any order, twice or not at all. */
export function writeTrail({ path }: Trajectory, { from, points }: Trail): void {
  if (!path) return;
  path.points.set(points, from * path.dimension);
  path.rows = Math.max(path.rows, from + points.length / path.dimension);
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
  if (trajectory.path) return readingOnPath(trajectory, trajectory.path, step);
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

/** What was last read of a path. */
const lastRead = new WeakMap<Path, Reading>();

/** A light run has the points of all its steps, but f and ∇f of few: those that are read are computed here. */
function readingOnPath({ task, outcome }: Trajectory, path: Path, step: number): Reading | null {
  const at = Math.min(step, path.rows - 1);
  if (at < 0) return null;
  const exact = at === step || outcome !== null;
  const known = lastRead.get(path);
  if (known?.step === at && known.exact === exact) return known;
  const point = path.points.subarray(at * path.dimension, (at + 1) * path.dimension);
  const problem = createProblem(task.problem);
  const gradient = new Float64Array(path.dimension);
  problem.gradient(point, gradient);
  const reading = { step: at, point, loss: problem.value(point), gradientNorm: norm(gradient), exact };
  lastRead.set(path, reading);
  return reading;
}

/**
 * Where a head stands at a playhead that may lie between steps: linear between the points on both sides.
 * @param out receives the point
 * @returns false before the first row has come
 */
export function pointAt(trajectory: Trajectory, playhead: number, out: Float64Array): boolean {
  const { steps, points, dimension: n, rows } = trajectory.path ?? trajectory;
  const whole = Math.floor(playhead);
  const row = trajectory.path ? Math.min(whole, rows - 1) : rowAt(trajectory, playhead);
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

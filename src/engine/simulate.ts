import { norm } from '../linalg/norm.ts';
import type { Vector } from '../linalg/vector.ts';
import type { Task } from '../scene/scene.ts';
import { hasDiverged, outcomeAt } from './outcome.ts';
import { COUNTERS } from './memory.ts';
import { createStepper } from './stepper.ts';
import {
  CHECKPOINT_INTERVAL,
  pieceOf,
  type Checkpoint,
  type Ending,
  type Outcome,
  type Piece,
} from './trajectory.ts';

/** `pause` is asked once in so many steps. */
const PAUSE_INTERVAL = 16;

export interface SimulateOptions {
  /** Record every so many steps, a divisor of the checkpoint interval; the last step is always recorded. */
  readonly stride?: number;
  /** Resume after this checkpoint of the same task, which is not recorded again. */
  readonly from?: Checkpoint;
  /** Go no further than this step; then the outcome is not judged, and null is returned. */
  readonly until?: number;
  /** Asked from time to time: true hands over what is recorded so far. */
  readonly pause?: () => boolean;
  /**
   * Leaves out f between two recorded steps, unless it might end the run there. Each row is that of a whole run but for its
   * range of losses, of which nothing is said.
   */
  readonly light?: boolean;
  /** Called with θ at each step that is made, the start among them. */
  readonly onPoint?: (theta: Vector) => void;
}

/** What one turn of a simulation hands over; its arrays are the receiver's. */
export interface Chunk {
  readonly piece: Piece;
  /** The state at the end of the piece, whenever that is a multiple of the checkpoint interval. */
  readonly checkpoint: Checkpoint | null;
}

/**
 * Runs a task as a resumable generator: it yields chunks of at most a checkpoint interval, and returns the
 * outcome. It depends on nothing but its arguments; running it again, or on from a checkpoint, gives the same
 * numbers bit for bit.
 */
export function* simulate(task: Task, options: SimulateOptions = {}): Generator<Chunk, Outcome | null, void> {
  const { stride = 1, from, pause, light = false, onPoint } = options;
  const until = Math.min(options.until ?? task.steps, task.steps);
  const stepper = createStepper(task);
  const { problem, theta, memory, before, update } = stepper;
  if (from) memory.set(from.memory);
  const n = problem.dimension;
  let trueGradient = new Float64Array(n);
  let gradientBefore = new Float64Array(n);
  /** The step whose gradient is in `trueGradient`. */
  let gradientStep = -1;
  // θ before the last step that was made, and its Δθ: a step that fails leaves half-made ones in the stepper.
  const origin = new Float64Array(n);
  const change = new Float64Array(n);
  const isProjected = problem.project !== undefined;
  const { finiteWithin } = problem;
  // f at the present θ, or where it was last asked for.
  const loss = new Float64Array(1);
  // Least and greatest loss since the last row; left empty in a light run, which does not know all of them.
  const range = Float64Array.of(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
  // Up to the last point made: a step that fails has asked for more, which belongs to no row.
  const asked = new Float64Array(3);
  // η of the step to that point.
  const rate = Float64Array.of(Number.NaN);
  // A chunk ends at the latest after a checkpoint interval; the start and an early end add a row each.
  const newRecorder = () => {
    const steps = Math.min(CHECKPOINT_INTERVAL, Math.max(0, until - memory[COUNTERS.step]));
    return createRecorder(n, Math.ceil(steps / stride) + 2);
  };
  let recorder = newRecorder();
  let bounds = emptyBounds(n);
  let ending: Ending | null = null;

  const record = () => {
    const step = memory[COUNTERS.step] | 0;
    const known = trueGradient;
    trueGradient = gradientBefore;
    gradientBefore = known;
    if (step > 0 && gradientStep !== step - 1) problem.gradient(origin, gradientBefore);
    if (problem.valueAndGradient) problem.valueAndGradient(theta, loss, trueGradient);
    else {
      problem.valueInto(theta, loss);
      problem.gradient(theta, trueGradient);
    }
    gradientStep = step;
    if (!light) widen(range, loss[0]);
    recorder.record(step, theta, loss, trueGradient, asked, range);
    if (step > 0) recorder.recordStep(change, gradientBefore, rate);
    range[0] = Number.POSITIVE_INFINITY;
    range[1] = Number.NEGATIVE_INFINITY;
  };

  // Returns whether the run is still within bounds; records if asked to, or if it is not.
  const visit = (mustRecord: boolean): boolean => {
    asked[0] = memory[COUNTERS.value];
    asked[1] = memory[COUNTERS.gradient];
    asked[2] = memory[COUNTERS.hessian];
    rate[0] = memory[COUNTERS.rate];
    for (let i = 0; i < n; i++) {
      if (theta[i] < bounds[2 * i]) bounds[2 * i] = theta[i];
      if (theta[i] > bounds[2 * i + 1]) bounds[2 * i + 1] = theta[i];
      origin[i] = before[i];
      // Not θ − θ before, of whose digits a small step has few; but a projection may shorten the step.
      change[i] = isProjected ? theta[i] - before[i] : update[i];
    }
    onPoint?.(theta);
    if (mustRecord) record();
    else if (!light || !isWithin(theta, finiteWithin)) {
      problem.valueInto(theta, loss);
      if (!light) widen(range, loss[0]);
    }
    const within = !hasDiverged(theta, loss[0]);
    if (!within && !mustRecord) record();
    if (within && mustRecord) stepper.offerGradient(trueGradient);
    return within;
  };

  if (!from && !visit(true)) ending = { kind: 'diverged' };
  while (!ending && memory[COUNTERS.step] < until) {
    const stopped = stepper.advance();
    // As an integer: the remainders below are a machine's instruction of it, and a call of a double.
    const step = memory[COUNTERS.step] | 0;
    if (stopped) {
      ending = { kind: 'stopped', reason: stopped };
      // The last point made is kept, though its step may lie between two strides.
      if (step % stride !== 0) record();
      break;
    }
    if (!visit(step % stride === 0 || step === task.steps || step === until)) {
      ending = { kind: 'diverged' };
      break;
    }
    if (step % CHECKPOINT_INTERVAL === 0) {
      yield { piece: recorder.take(), checkpoint: { step, memory: memory.slice(), bounds } };
      recorder = newRecorder();
      bounds = emptyBounds(n);
    } else if (step % PAUSE_INTERVAL === 0 && pause?.()) {
      yield { piece: recorder.take(), checkpoint: null };
      recorder = newRecorder();
    }
  }
  const rest = recorder.take();
  if (rest.steps.length > 0) yield { piece: rest, checkpoint: null };
  if (!ending && until < task.steps) return null;
  if (!ending) {
    problem.gradient(theta, trueGradient);
    ending = outcomeAt(problem, theta, norm(trueGradient), memory[COUNTERS.quiet]);
  }
  return {
    ...ending,
    step: memory[COUNTERS.step],
    evaluations: {
      value: memory[COUNTERS.value],
      gradient: memory[COUNTERS.gradient],
      hessian: memory[COUNTERS.hessian],
    },
  };
}

/** Runs a task to its end without pausing, for tests, benchmarks and the command line. */
export function runToEnd(task: Task, stride = 1): { pieces: Piece[]; outcome: Outcome } {
  const pieces: Piece[] = [];
  const run = simulate(task, { stride });
  for (;;) {
    const next = run.next();
    if (next.done) return { pieces, outcome: next.value as Outcome };
    pieces.push(next.value.piece);
  }
}

/** Between these, squares are as exact as their roots. */
const SMALLEST_SQUARE = 1e-280;
const LARGEST_SQUARE = 1e280;

/** ‖a‖/‖b‖, also of vectors whose squares are too small or too large for float64. */
function lengthRatio(a: Vector, b: Vector): number {
  let above = 0;
  let below = 0;
  for (let i = 0; i < b.length; i++) {
    above += a[i] * a[i];
    below += b[i] * b[i];
  }
  const isPlain =
    above > SMALLEST_SQUARE && above < LARGEST_SQUARE && below > SMALLEST_SQUARE && below < LARGEST_SQUARE;
  return isPlain ? Math.sqrt(above / below) : Math.hypot(...a) / Math.hypot(...b);
}

function widen(range: Vector, value: number): void {
  if (value < range[0]) range[0] = value;
  if (value > range[1]) range[1] = value;
}

function isWithin(theta: Vector, size: number): boolean {
  for (let i = 0; i < theta.length; i++) if (!(Math.abs(theta[i]) <= size)) return false;
  return true;
}

function emptyBounds(n: number): Float64Array {
  return Float64Array.from({ length: 2 * n }, (_, i) =>
    i % 2 === 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY,
  );
}

interface Recorder {
  /** @param loss f in its first entry */
  record(step: number, theta: Vector, loss: Vector, gradient: Vector, asked: Vector, range: Vector): void;
  /** Adds to the row recorded last its step's η, and how the step compares with the gradient that it started from. */
  recordStep(change: Vector, gradient: Vector, rate: Vector): void;
  take(): Piece;
}

/**
 * Records into one buffer, which the piece hands over with its views: nothing is copied, and a message carries one
 * transfer a piece.
 * @param capacity rows there is room for
 */
function createRecorder(n: number, capacity: number): Recorder {
  let numbers = 0;
  pieceOf(n, new Uint32Array(0), (_, width) => {
    numbers += capacity * width;
    return new Float64Array(0);
  });
  const buffer = new ArrayBuffer(
    numbers * Float64Array.BYTES_PER_ELEMENT + capacity * Uint32Array.BYTES_PER_ELEMENT,
  );
  let offset = 0;
  const whole = pieceOf(n, new Uint32Array(buffer, numbers * Float64Array.BYTES_PER_ELEMENT), (_, width) => {
    const column = new Float64Array(buffer, offset, capacity * width);
    offset += column.byteLength;
    return column;
  });
  const { steps, points, losses, gradientNorms, evaluations, effectiveSteps, learningRates, lossRanges } =
    whole;
  let count = 0;
  return {
    record(step, theta, loss, gradient, asked, range) {
      steps[count] = step;
      for (let i = 0; i < n; i++) points[count * n + i] = theta[i];
      losses[count] = loss[0];
      gradientNorms[count] = norm(gradient);
      for (let i = 0; i < 3; i++) evaluations[count * 3 + i] = asked[i];
      if (step === 0) {
        effectiveSteps.fill(Number.NaN, 0, 1 + n);
        learningRates[0] = Number.NaN;
      }
      const hasRange = range[0] <= range[1];
      lossRanges[count * 2] = hasRange ? range[0] : Number.NaN;
      lossRanges[count * 2 + 1] = hasRange ? range[1] : Number.NaN;
      count += 1;
    },
    recordStep(change, gradient, rate) {
      learningRates[count - 1] = rate[0];
      const offset = (count - 1) * (1 + n);
      effectiveSteps[offset] = lengthRatio(change, gradient);
      for (let i = 0; i < n; i++)
        effectiveSteps[offset + 1 + i] = Math.abs(change[i]) / Math.abs(gradient[i]);
    },
    take: () =>
      pieceOf(n, steps.subarray(0, count), (column, width) => whole[column].subarray(0, count * width)),
  };
}

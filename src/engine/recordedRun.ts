import '../problems/data/atOnce.ts';
import { readScene } from '../scene/readScene.ts';
import { taskOf, type Task } from '../scene/scene.ts';
import { simulate, type Chunk, type SimulateOptions } from './simulate.ts';
import type { Checkpoint, Outcome } from './trajectory.ts';

// For tests only: whole runs as plain numbers.

/** The task of a scene's first run; throws if the scene has issues. */
export function taskFrom(json: Readonly<Record<string, unknown>>): Task {
  const { scene, issues } = readScene(json);
  if (issues.length > 0) throw new Error(issues.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return taskOf(scene, scene.runs[0]);
}

/** A run of a scene without a `runs` list, given by its optimizer and what else a run may have. */
export function taskWith(
  scene: Readonly<Record<string, unknown>>,
  id: string,
  hyperparameters: Readonly<Record<string, unknown>> = {},
  run: Readonly<Record<string, unknown>> = {},
): Task {
  return taskFrom({ ...scene, runs: [{ optimizer: { id, hyperparameters }, ...run }] });
}

/** Row i of a run: all that is recorded of step `step`. */
export interface Row {
  readonly step: number;
  readonly point: readonly number[];
  readonly loss: number;
  readonly gradientNorm: number;
  /** Value, gradient, Hessian. */
  readonly evaluations: readonly number[];
  /** Of the whole step, then of each coordinate. */
  readonly effectiveSteps: readonly number[];
  readonly learningRate: number;
  /** Least and greatest since the row before. */
  readonly lossRange: readonly number[];
}

export interface RecordedRun {
  readonly rows: readonly Row[];
  readonly checkpoints: readonly Checkpoint[];
  readonly outcome: Outcome | null;
  /** Rows of each chunk. */
  readonly chunks: readonly number[];
}

export function recorded(task: Task, options: SimulateOptions = {}): RecordedRun {
  const rows: Row[] = [];
  const checkpoints: Checkpoint[] = [];
  const chunks: number[] = [];
  const n = task.start.length;
  const run = simulate(task, options);
  for (;;) {
    const next: IteratorResult<Chunk, Outcome | null> = run.next();
    if (next.done) return { rows, checkpoints, outcome: next.value, chunks };
    const { piece, checkpoint } = next.value;
    if (checkpoint) checkpoints.push(checkpoint);
    chunks.push(piece.steps.length);
    piece.steps.forEach((step, i) =>
      rows.push({
        step,
        point: [...piece.points.subarray(i * n, (i + 1) * n)],
        loss: piece.losses[i],
        gradientNorm: piece.gradientNorms[i],
        evaluations: [...piece.evaluations.subarray(i * 3, i * 3 + 3)],
        effectiveSteps: [...piece.effectiveSteps.subarray(i * (1 + n), (i + 1) * (1 + n))],
        learningRate: piece.learningRates[i],
        lossRange: [...piece.lossRanges.subarray(i * 2, i * 2 + 2)],
      }),
    );
  }
}

/** The points of a run, the start first. */
export function pathOf(task: Task): readonly (readonly number[])[] {
  return recorded(task).rows.map(({ point }) => point);
}

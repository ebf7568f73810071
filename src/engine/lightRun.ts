import type { Vector } from '../linalg/vector.ts';
import { createProblem } from '../problems/createProblem.ts';
import { isWholeSet } from '../random/batches.ts';
import type { Task } from '../scene/scene.ts';
import { CHECKPOINT_INTERVAL, strideFor } from './trajectory.ts';

/** Rows of a light run, about: what a curve needs, but no more than see so many samples, and no fewer than a few. */
const MOST_ROWS = 100;
const MOST_SEEN = 2500;
const FEWEST_ROWS = 5;

/**
 * Whether a run is recorded lightly while a hand moves: f and ∇f at few of its steps, the points of all. One over batches
 * of data at any length, since what is recorded of a step costs far more than the step; another where its points are kept.
 */
export function isLightInHand(task: Task): boolean {
  return hasTrail(task) || !isWholeSet(task.sampling, createProblem(task.problem).samples);
}

/** Every how many steps f and ∇f of a light run are recorded; a divisor of the checkpoint interval. */
export function lightStrideFor({ problem, steps }: Task): number {
  const stride = strideFor(steps);
  if (stride > 1) return stride;
  const rows = MOST_SEEN / createProblem(problem).samples;
  return strideFor(steps, Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, rows)));
}

/** Whether a light run has the points between its rows too: those of a run that is recorded step by step, as a whole. */
export function hasTrail({ steps }: Task): boolean {
  return strideFor(steps) === 1;
}

/** The points of consecutive steps, whatever is recorded of them beside. */
export interface Trail {
  /** The step of the first point. */
  readonly from: number;
  /** As many numbers a point as there are parameters. */
  readonly points: Float64Array;
}

export interface TrailRecorder {
  readonly add: (theta: Vector) => void;
  /** What has come since the last call. */
  take(): Trail;
}

/** @param n number of parameters */
export function createTrail(n: number): TrailRecorder {
  // No more than a chunk of a simulation, and the start.
  const points = new Float64Array((CHECKPOINT_INTERVAL + 1) * n);
  let from = 0;
  let count = 0;
  return {
    add(theta) {
      for (let i = 0; i < n; i++) points[count * n + i] = theta[i];
      count += 1;
    },
    take() {
      const trail = { from, points: points.slice(0, count * n) };
      from += count;
      count = 0;
      return trail;
    },
  };
}

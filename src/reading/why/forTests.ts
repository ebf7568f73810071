import { explain, type Explanation } from '../../engine/explain.ts';
import { taskWith } from '../../engine/recordedRun.ts';
import type { Task } from '../../scene/scene.ts';
import { factsOf, type Facts } from './facts.ts';

// For tests only.

export const ROSENBROCK = { problem: { id: 'rosenbrock' }, start: [-1.5, 2], steps: 300 };

/** ½(x² + κy²) from a point. */
export function bowl(kappa: number, start: readonly number[], steps = 60) {
  return { problem: { id: 'bowl', params: { kappa } }, start, steps };
}

/** A step to be told of. */
export interface Told {
  readonly task: Task;
  readonly explanation: Explanation;
}

export function step(
  scene: Readonly<Record<string, unknown>>,
  t: number,
  id: string,
  hyperparameters: Readonly<Record<string, unknown>> = {},
  run: Readonly<Record<string, unknown>> = {},
): Told {
  const task = taskWith(scene, id, hyperparameters, run);
  const explanation = explain(task, t);
  if (!explanation) throw new Error(`the run ended before step ${t}`);
  return { task, explanation };
}

export function factsAt(...given: Parameters<typeof step>): Facts {
  const { task, explanation } = step(...given);
  return factsOf(task, explanation);
}

/** The same step with other quantities. */
export function changed({ task, explanation }: Told, change: Partial<Explanation>): Facts {
  return factsOf(task, { ...explanation, ...change });
}

export const vector = (...entries: number[]) => Float64Array.from(entries);

/** A vector of a length at an angle in degrees, counter-clockwise from x. */
export function polar(length: number, degrees: number): Float64Array {
  const angle = (degrees * Math.PI) / 180;
  return vector(length * Math.cos(angle), length * Math.sin(angle));
}

import { runToEnd } from '../engine/simulate.ts';
import reference from '../fixtures/reference/trajectories.json' with { type: 'json' };
import { readScene } from '../scene/readScene.ts';
import { taskOf } from '../scene/scene.ts';

// For tests only: PyTorch's and the authors' own code, see src/fixtures/reference/README.md.

/** A run that was computed outside the project: iterates and losses after some of its updates. */
export interface ReferenceCase {
  readonly id: string;
  readonly problem: unknown;
  readonly start: readonly number[];
  readonly steps: number;
  readonly optimizer: { readonly id: string; readonly hyperparameters: Readonly<Record<string, unknown>> };
  readonly modifiers?: readonly { readonly id: string }[];
  readonly schedule?: { readonly id: string };
  /** Which program computed it. */
  readonly reference: string;
  readonly tolerance: number;
  readonly at: readonly number[];
  readonly points: readonly (readonly number[])[];
  readonly losses: readonly number[];
}

export const REFERENCE_CASES = reference.cases as readonly unknown[] as readonly ReferenceCase[];

/** A number of the engine beside the one it is held to. */
export interface Compared {
  readonly step: number;
  readonly actual: number;
  readonly expected: number;
}

/** Runs a case in the engine: every coordinate and loss that the reference lists, beside the engine's. */
export function compare({
  problem,
  start,
  steps,
  optimizer,
  modifiers,
  schedule,
  ...given
}: ReferenceCase): Compared[] {
  const run = { optimizer, ...(modifiers ? { modifiers } : {}), ...(schedule ? { schedule } : {}) };
  const { scene, issues } = readScene({ problem, start, steps, runs: [run] });
  if (issues.length > 0) throw new Error(issues.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  const n = start.length;
  const { pieces } = runToEnd(taskOf(scene, scene.runs[0]));
  const rows = pieces.flatMap(({ points, losses }) =>
    Array.from(losses, (loss, i) => [...points.subarray(i * n, (i + 1) * n), loss]),
  );
  return given.at.flatMap((step, k) =>
    [...given.points[k], given.losses[k]].map((expected, i) => ({ step, actual: rows[step][i], expected })),
  );
}

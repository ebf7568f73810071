import type { Explanation } from '../engine/explain.ts';
import type { Vector } from '../linalg/vector.ts';
import type { Task } from '../scene/scene.ts';
import { accountOf, type AccountLine } from '../reading/account.ts';
import { functionsOf, wordsOf } from './equationFunctions.ts';

// For tests only.

/**
 * The formula and the code start from the same float64 numbers and make some dozen roundings each, of 1.1e-16 of
 * the largest entry, in the same order or nearly so; the longest chain, ten Newton–Schulz steps, stays below a
 * thousand. A wrong rule is off by far more: the tests see an error of 1e-9.
 */
const TOLERANCE = 1e-12;

export const largest = (vector: Vector) => vector.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);

/** The lines of a step's whole rule that do not give what the step recorded. */
export function disagreements(task: Task, explanation: Explanation): AccountLine[] {
  return accounted(task, explanation).filter(({ stated, recorded }) => {
    if (recorded === null) return false;
    const bound = TOLERANCE * Math.max(largest(stated), largest(recorded));
    return !agree(stated, recorded, () => bound);
  });
}

/** Below the smallest normal number float64 has fewer digits, and at last none. */
const SMALLEST = 2 ** -1022;
/** How far the lines of a step's rule are from what the step recorded, relative to the largest entry of each. */
export function deviationFromRule(task: Task, explanation: Explanation): number {
  const parts = accounted(task, explanation).flatMap(({ stated, recorded }) => {
    if (recorded === null) return [];
    const size = Math.max(largest(stated), largest(recorded));
    return size === 0 ? [] : [...stated].map((entry, i) => Math.abs(entry - recorded[i]) / size);
  });
  return Math.max(0, ...parts);
}

/** As many roundings as either side may make of a number that enters, in units of its last place. */
const ROUNDINGS = 64;

/**
 * The same for any numbers at all. Where terms cancel, as in 1 − β^t with β next to 1, both sides lose digits; as
 * many as a change of the last place of what enters moves, and by those a line may be off.
 */
export function gravestDisagreements(task: Task, explanation: Explanation): AccountLine[] {
  return accounted(task, explanation).filter(({ stated, recorded, restate }) => {
    if (recorded === null) return false;
    const changed = [1, -1].flatMap((sign) =>
      [0, 1].map((alternate) => {
        let k = alternate;
        return restate((x) => x * (1 + (k++ % 2 === 0 ? sign : -sign * alternate) * 2 ** -52));
      }),
    );
    const bound = Math.max(SMALLEST, TOLERANCE * Math.max(largest(stated), largest(recorded)));
    return !agree(stated, recorded, (i) =>
      Math.max(bound, ...changed.map((other) => ROUNDINGS * Math.abs(other[i] - stated[i]))),
    );
  });
}

function accounted(task: Task, explanation: Explanation): AccountLine[] {
  return accountOf(task, explanation, {
    functions: (answers) => functionsOf(task, explanation.t, answers),
    words: (schedule) => wordsOf(schedule, explanation.t),
  });
}

function agree(stated: Vector, recorded: Vector, boundOf: (i: number) => number): boolean {
  return (
    stated.length === recorded.length &&
    stated.every(
      (entry, i) => Object.is(entry + 0, recorded[i] + 0) || Math.abs(entry - recorded[i]) <= boundOf(i),
    )
  );
}

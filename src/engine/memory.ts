import type { Vector } from '../linalg/vector.ts';
import type { Quantities } from '../optimizers/optimizer.ts';
import type { AnyValues } from '../specs/spec.ts';

/** Slots at the head of a run's memory: steps made, evaluations, quiet steps in a row, and η of the last step. */
export const COUNTERS = { step: 0, value: 1, gradient: 2, hessian: 3, quiet: 4, rate: 5 } as const;
const COUNTER_COUNT = 6;

/** The named vectors of a family member, as views into the run's memory. */
export type NamedVectors = Readonly<Record<string, Vector>>;

/** A member of a family that keeps named vectors from step to step. */
export interface Keeper {
  readonly quantities: Quantities;
  readonly hyperparameters: AnyValues;
}

/** A run's memory, laid out: all of its state lies in `memory`, and every vector is a view of it. */
export interface Layout {
  readonly memory: Float64Array;
  readonly theta: Vector;
  readonly g: Vector;
  readonly update: Vector;
  readonly before: Vector;
  /** The named vectors of each keeper, in order. */
  readonly named: readonly NamedVectors[];
}

/** @param n number of parameters */
export function layOut(n: number, keepers: readonly Keeper[]): Layout {
  const sizes = keepers.map(({ quantities, hyperparameters }) =>
    Object.entries(quantities).map(([name, { size }]) => [name, size?.(n, hyperparameters) ?? n] as const),
  );
  const total = sizes.flat().reduce((sum, [, size]) => sum + size, COUNTER_COUNT + 4 * n);
  const memory = new Float64Array(total);
  let offset = COUNTER_COUNT;
  const take = (size: number) => memory.subarray(offset, (offset += size));
  return {
    memory,
    theta: take(n),
    g: take(n),
    update: take(n),
    before: take(n),
    named: sizes.map((list) => Object.fromEntries(list.map(([name, size]) => [name, take(size)]))),
  };
}

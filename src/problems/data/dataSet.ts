import type { Vector } from '../../linalg/vector.ts';

/** Samples, before a model and a loss make a surface of them. */
export interface DataSet {
  /** Number of samples, N. */
  readonly count: number;
  /** N × 2, row-major. Where there is but one feature, it is the first column, and the second holds 1. */
  readonly features: Vector;
  /** −1 and 1 for two classes, else the number that is to be predicted. */
  readonly targets: Vector;
  /** Words for the features, with their units: two, or one. */
  readonly names: readonly string[];
  /** Words for what is predicted, where it is a number. */
  readonly response: string | null;
  /** The classes of −1 and 1; null where a number is predicted. */
  readonly classes: readonly [string, string] | null;
}

/**
 * Remembers what `make` gave for the last few keys: problems that differ in their loss alone share their data, and what
 * was made of it.
 */
export function remembering<K, V>(
  size: number,
  keyOf: (key: K) => string,
  make: (key: K) => V,
): (key: K) => V {
  const known = new Map<string, V>();
  return (key) => {
    const text = keyOf(key);
    const value = known.get(text) ?? make(key);
    known.delete(text);
    known.set(text, value);
    for (const oldest of known.keys()) {
      if (known.size <= size) break;
      known.delete(oldest);
    }
    return value;
  };
}

import type { Explanation } from '../engine/explain.ts';
import type { Owner } from '../engine/rule.ts';
import type { Task } from '../scene/scene.ts';

/** A number as it is printed: `value` is what the text says, not what was rounded to it. */
export interface PrintedNumber {
  /** Digits with a true minus sign: `−1.36`, `0.00669`, `∞`, `NaN`. */
  readonly mantissa: string;
  /** The power of ten it is multiplied by; null where there is none. */
  readonly exponent: number | null;
  readonly value: number;
}

/**
 * TeX of one side of a line in numbers. A number that changes from step to step stands in it as `\slot{i}`, and
 * what belongs to a name of the equations as `\term{name}{…}`: as long as `tex` stays the same, only `slots` change.
 */
export interface NumbersTex {
  readonly tex: string;
  readonly slots: readonly PrintedNumber[];
}

/** One line of a step's rule, in symbols and in numbers. */
export interface ReadLine {
  readonly owner: Owner;
  /** The name on the left, as the equations write it: `m`, `update`, `sam.climb`. */
  readonly name: string;
  /** In symbols, with `\term{name}{…}` around each name. */
  readonly symbols: {
    readonly left: string;
    /** Between the sides; an arrow where it is not given. */
    readonly sign?: string;
    readonly right: string;
    readonly when?: string;
    readonly where: readonly string[];
  };
  /** Whether this step computes it; if not, its quantity stays. */
  readonly isComputed: boolean;
  /** The condition of `symbols.when` with this step's numbers: `37 \bmod 10 = 7 \ne 0`. */
  readonly when: NumbersTex | null;
  /** What symbols of `symbols.where` come to in this step: `\tau = 36`. */
  readonly where: readonly NumbersTex[];
  /** Sentences, in plain words, on what the line calls by name, on noise in it, and on the samples of f. */
  readonly notes: readonly string[];
  /** `=` where the printed right side, evaluated, rounds to the printed left; else `≈`. */
  readonly relation: '=' | '≈';
  /** The right side with this step's numbers; null where there is nothing to put in. */
  readonly right: NumbersTex | null;
  /** What the step recorded on the left. */
  readonly left: NumbersTex;
}

/** One step of a run, read. */
export interface StepReading {
  readonly task: Task;
  readonly explanation: Explanation;
  readonly lines: readonly ReadLine[];
}

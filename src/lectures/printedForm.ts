import type { OptimizerId } from '../optimizers/registry.ts';
import type { Lecture } from '../specs/citation.ts';
import type { Value } from '../specs/spec.ts';

/** One line as a slide prints it: TeX in the lecture's symbols, and the words before it. */
export type PrintedLine = string | readonly [words: string, tex: string];

/** What a lecture calls something, and what it is called here. */
export interface SymbolPair {
  /** TeX. */
  readonly theirs: string;
  /** TeX. */
  readonly ours: string;
  readonly words: string;
}

/**
 * The settings with which a member of the product follows a form; those that are not named may have any value.
 * A shape `column` is [n, 1], whatever the number n of parameters.
 */
export interface Follow {
  readonly hyperparameters: Readonly<Record<string, Value>>;
  /** The optimizer whose rule it is, where that is another than the one the lecture names. */
  readonly optimizer?: OptimizerId;
}

/** One form of a rule, exactly as a lecture prints it. */
export interface PrintedForm {
  readonly lecture: Lecture;
  /** Slide, algorithm or equation. */
  readonly at: string;
  /** Tells it from the other forms of the same lecture. */
  readonly title?: string;
  /** None where the lecture names it without a formula. */
  readonly lines: readonly PrintedLine[];
  /** Where the slide prints a program. */
  readonly code?: string;
  /** What the slide says in words. */
  readonly quote?: string;
  /** What stands for a rule that is only named or described: TeX in the product's own notation, and the paper that it is from. */
  readonly usual?: { readonly lines: readonly string[]; readonly from?: string };
  readonly symbols: readonly SymbolPair[];
  readonly follow: Follow;
  /** What a reader who compares slide and product should know. */
  readonly remark?: string;
}

/** For lists of symbols. */
export function pair(theirs: string, ours: string, words: string): SymbolPair {
  return { theirs, ours, words };
}

import type { AnyValues, Refusal, Specs } from '../../specs/spec.ts';

/** A page of the room of losses: what it is called, and all that can be set on it. */
export interface LossTopic {
  readonly name: string;
  /** One sentence: what it shows. */
  readonly lesson: string;
  /** Everything that a link must bring back. Keys are frozen, as those of hyperparameters. */
  readonly values: Specs;
  /** The value that makes no sense beside the others, with the reason in a sentence; null where all do. */
  refuse?(values: AnyValues): Refusal | null;
}

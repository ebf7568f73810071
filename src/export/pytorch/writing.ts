import type { AnyValues } from '../../specs/spec.ts';

/** What an optimizer's lines are written for. */
export interface Writing {
  readonly hyperparameters: AnyValues;
  /** Whether the learning rate is the same at every step. */
  readonly isRateConstant: boolean;
  /** Python: what the optimizer asks for at a point, modifiers and noise included. */
  readonly gradient: (point: string) => string;
  readonly value: (point: string) => string;
  readonly hessian: (point: string) => string;
}

/** An optimizer in Python. */
export type OptimizerScript =
  | {
      /** The call of `torch.optim` that makes it; its `[theta]` and learning rate `lr` come first and are not in it. */
      readonly torch: string;
      /** The other arguments. */
      readonly options: readonly string[];
      /** What the reader should know of it. */
      readonly note?: string;
    }
  | {
      /** State before the first step. */
      readonly setup: readonly string[];
      /** One step: it changes `theta` in place, by `eta`; its `break` ends the run before the step. */
      readonly step: readonly string[];
    };

/** Hyperparameters stand in the lines by their names as Python variables; the momentum is `mu`. */
export type WriteOptimizer = (writing: Writing) => OptimizerScript;

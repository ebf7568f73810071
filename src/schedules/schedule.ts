import type { Citation } from '../specs/citation.ts';
import type { AnyValues, Specs, Values } from '../specs/spec.ts';

/** A schedule multiplies the learning rate at each update. Several multiply one another. */
export interface Schedule {
  readonly name: string;
  /** One line: the idea. */
  readonly idea: string;
  readonly cite: readonly Citation[];
  readonly hyperparameters: Specs;
  /** TeX of the factor, in `@t`, `@T` and the hyperparameters' `@names`. */
  formula(hyperparameters: AnyValues): string;
  /**
   * The factor at update t = 1 … `steps`.
   * @param steps T, the number of steps of the scene
   */
  factor(t: number, steps: number, hyperparameters: AnyValues): number;
}

/** Checks a schedule's file against its own specs, and forgets their types, so that a registry can hold it. */
export function defineSchedule<const H extends Specs>(
  definition: Omit<Schedule, 'hyperparameters' | 'formula' | 'factor'> & {
    readonly hyperparameters: H;
    formula(hyperparameters: Values<H>): string;
    factor(t: number, steps: number, hyperparameters: Values<H>): number;
  },
): Schedule {
  return definition;
}

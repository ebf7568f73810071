import type { Quantities } from '../optimizers/optimizer.ts';
import type { Vector } from '../linalg/vector.ts';
import type { Citation } from '../specs/citation.ts';
import type { AnyValues, Specs, Values } from '../specs/spec.ts';

/** A schedule multiplies the learning rate at each update. Several multiply one another. */
export interface Schedule {
  readonly name: string;
  /** One line: the idea. */
  readonly idea: string;
  readonly cite: readonly Citation[];
  readonly hyperparameters: Specs;
  /** What it remembers of the run's losses; 0 at the start. Most schedules depend on t alone and have none. */
  readonly quantities: Quantities;
  /** TeX of the factor, in `@t`, `@T`, and the hyperparameters' and quantities' `@names`. */
  formula(hyperparameters: AnyValues): string;
  /**
   * The factor at update t = 1 … `steps`, into the first entry of `out`: a number that comes out of a call may be an
   * object, a new one in each step.
   * @param steps T, the number of steps of the scene
   */
  factorInto(
    out: Vector,
    t: number,
    steps: number,
    hyperparameters: AnyValues,
    quantities: Readonly<Record<string, Vector>>,
  ): void;
  /** The factor as a number, for whoever does not ask in each step. */
  factor(
    t: number,
    steps: number,
    hyperparameters: AnyValues,
    quantities: Readonly<Record<string, Vector>>,
  ): number;
  /**
   * Told f(θ) of all samples at the start (t = 0) and after each update t, in the first entry of `loss`, for a schedule
   * that depends on losses; each is an evaluation that the run has asked for.
   */
  observe?(
    loss: Vector,
    t: number,
    quantities: Readonly<Record<string, Vector>>,
    hyperparameters: AnyValues,
  ): void;
}

/** Checks a schedule's file against its own specs and quantities, and forgets their types, so that a registry can hold it. */
export function defineSchedule<const H extends Specs, const Q extends Quantities>(
  definition: Omit<
    Schedule,
    'hyperparameters' | 'quantities' | 'formula' | 'factorInto' | 'factor' | 'observe'
  > & {
    readonly hyperparameters: H;
    readonly quantities?: Q;
    formula(hyperparameters: Values<H>): string;
    factorInto(
      out: Vector,
      t: number,
      steps: number,
      hyperparameters: Values<H>,
      quantities: Readonly<Record<keyof Q, Vector>>,
    ): void;
    observe?(
      loss: Vector,
      t: number,
      quantities: Readonly<Record<keyof Q, Vector>>,
      hyperparameters: Values<H>,
    ): void;
  },
): Schedule {
  const out = new Float64Array(1);
  return {
    quantities: {},
    ...definition,
    factor(t, steps, hyperparameters: Values<H>, quantities: Readonly<Record<keyof Q, Vector>>) {
      definition.factorInto(out, t, steps, hyperparameters, quantities);
      return out[0];
    },
  };
}

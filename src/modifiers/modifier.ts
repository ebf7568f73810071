import type { TexOracle } from '../equations/asked.ts';
import type { Equation } from '../equations/equation.ts';
import type { Vector } from '../linalg/vector.ts';
import type { Quantities } from '../optimizers/optimizer.ts';
import type { Citation } from '../specs/citation.ts';
import type { AnyValues, Specs, Values } from '../specs/spec.ts';

/** What an optimizer may ask of a problem in one step. */
export interface Oracle {
  /** The loss, into the first entry. */
  readonly valueInto: (point: Vector, out: Vector) => void;
  readonly gradient: (point: Vector, out: Vector) => void;
  readonly hessian: (point: Vector, out: Vector) => void;
}

/** What a modifier may read of the step it takes part in. */
export interface ModifierContext {
  readonly t: number;
  readonly lr: number;
  /** θ before the step. */
  readonly before: Vector;
  readonly quantities: Readonly<Record<string, Vector>>;
}

/**
 * A modifier wraps any optimizer. Several apply in one canonical order, that of the registry, however they are
 * written in a scene: each wraps the oracle that the ones before it made, and changes the update after them.
 */
export interface Modifier {
  readonly name: string;
  /** One line: the idea. */
  readonly idea: string;
  readonly cite: readonly Citation[];
  readonly hyperparameters: Specs;
  readonly quantities: Quantities;
  /** Fills its quantities at the start of a run; they are 0 otherwise. */
  start?(theta: Vector, quantities: Readonly<Record<string, Vector>>): void;
  /** Wraps what the optimizer asks for. */
  wrap?(inner: Oracle, context: ModifierContext, hyperparameters: AnyValues): Oracle;
  /**
   * What `wrap` does, in equations: `compute` takes the lines that come before a question is answered. Its own names
   * stand there with its id: `@sam.rho`.
   */
  rewrite?(inner: TexOracle, compute: (line: Equation) => void, hyperparameters: AnyValues): TexOracle;
  /** Changes Δθ after the optimizer has computed it; the engine then adds it to θ. */
  changeUpdate?(update: Vector, context: ModifierContext, hyperparameters: AnyValues): void;
  /** What `changeUpdate` does, in equations; none where it changes nothing. */
  changes?(hyperparameters: AnyValues): readonly Equation[];
}

/** Checks a modifier's file against its own specs and quantities, and forgets their types, so that a registry can hold it. */
export function defineModifier<const H extends Specs, const Q extends Quantities>(
  definition: Omit<
    Modifier,
    'hyperparameters' | 'quantities' | 'start' | 'wrap' | 'rewrite' | 'changeUpdate' | 'changes'
  > & {
    readonly hyperparameters: H;
    readonly quantities: Q;
    start?(theta: Vector, quantities: Readonly<Record<keyof Q, Vector>>): void;
    wrap?(
      inner: Oracle,
      context: ModifierContext & { readonly quantities: Readonly<Record<keyof Q, Vector>> },
      hyperparameters: Values<H>,
    ): Oracle;
    rewrite?(inner: TexOracle, compute: (line: Equation) => void, hyperparameters: Values<H>): TexOracle;
    changeUpdate?(
      update: Vector,
      context: ModifierContext & { readonly quantities: Readonly<Record<keyof Q, Vector>> },
      hyperparameters: Values<H>,
    ): void;
    changes?(hyperparameters: Values<H>): readonly Equation[];
  },
): Modifier {
  return definition;
}

import type { Equation } from '../equations/equation.ts';
import type { Vector } from '../linalg/vector.ts';
import type { Citation } from '../specs/citation.ts';
import type { AnyValues, Specs, Values } from '../specs/spec.ts';

/** Why a run ended before its last step, other than by divergence. */
export type StopReason = { readonly kind: 'singular-hessian' };

/**
 * What one step gives its optimizer and takes from it. Vectors have one entry a parameter and are the run's own:
 * write into `update` (and into `g`, if the optimizer evaluates its own gradient), never into `theta`.
 */
export interface StepContext {
  readonly theta: Vector;
  /** The gradient at θ; for an optimizer with `ownGradient`, to be filled by its step. */
  readonly g: Vector;
  /** Δθ, which the engine adds to θ: the arrow on the map is this very vector. */
  readonly update: Vector;
  /** The update counter, 1, 2, … */
  readonly t: number;
  /** η at this step: the learning rate times its schedule. */
  readonly lr: number;
  /** Evaluations that the algorithm asks for; each is counted. Noise and batch are those of this step. */
  readonly gradient: (point: Vector, out: Vector) => void;
  /** The loss, into the first entry. */
  readonly valueInto: (point: Vector, out: Vector) => void;
  /** Row-major. */
  readonly hessian: (point: Vector, out: Vector) => void;
  /** −1 or 1, each with probability ½: a pure function of the scene's seed, this step and the index. */
  readonly randomSign: (index: number) => number;
  /** Whether the next step would be told the same at the same point: there is no noise, no batch and no change with t. */
  readonly repeatable: boolean;
  /** Ends the run before this step, with a reason. */
  readonly stop: (reason: StopReason) => void;
}

/** What an arrow is to its step; each has one colour wherever it is met. */
export const ARROW_ROLES = [
  'gradient',
  'momentum',
  'preconditioned',
  'decay',
  'climb',
  'lookahead',
  'slow',
  'update',
] as const;
export type ArrowRole = (typeof ARROW_ROLES)[number];

/** A quantity on the map. */
export interface ArrowSpec {
  readonly role: ArrowRole;
  /**
   * −1 for what points uphill, like the gradient, and is drawn the other way round. `point` for a place in the
   * plane, drawn where it is.
   */
  readonly as: 1 | -1 | 'point';
}

/** A named vector of the equations. It is the optimizer's state, kept from step to step and 0 at the start. */
export interface QuantitySpec {
  /** TeX; absent for work space that no equation mentions. */
  readonly symbol?: string;
  /** What it is, in plain words: “average of the gradients”. Present wherever there is a symbol. */
  readonly label?: string;
  /** How it is drawn on the map; absent for what has no direction, such as an average of squares. */
  readonly arrow?: ArrowSpec;
  /** Entries, for n parameters and the run's hyperparameters; n by default. */
  readonly size?: (n: number, hyperparameters: AnyValues) => number;
}
export type Quantities = Readonly<Record<string, QuantitySpec>>;

/** An optimizer: its words, specs, named quantities, equations and step. One file holds one. */
export interface Optimizer {
  readonly name: string;
  /** One line: the idea. */
  readonly idea: string;
  readonly cite: readonly Citation[];
  readonly hyperparameters: Specs;
  /** The hyperparameter that schedules multiply, η of the equations: the first one, `learningRate` by default. */
  readonly rate: string;
  readonly quantities: Quantities;
  /** The rule that these hyperparameters select, line by line in the order of computation. */
  equations(hyperparameters: AnyValues): readonly Equation[];
  /** Evaluations beside the gradient that the step asks for. */
  readonly needs: readonly ('hessian' | 'value')[];
  /** True if the step fills `g` itself, at a point of its own. */
  readonly ownGradient: boolean;
  step(context: StepContext, quantities: Readonly<Record<string, Vector>>, hyperparameters: AnyValues): void;
}

type Defaulted = 'needs' | 'ownGradient';

/** Checks an optimizer's file against its own specs and quantities, and forgets their types, so that a registry can hold it. */
export function defineOptimizer<const H extends Specs, const Q extends Quantities>(
  definition: Omit<Optimizer, 'hyperparameters' | 'rate' | 'quantities' | 'equations' | 'step' | Defaulted> &
    Partial<Pick<Optimizer, Defaulted>> & {
      readonly hyperparameters: H;
      readonly rate?: keyof H & string;
      readonly quantities: Q;
      equations(hyperparameters: Values<H>): readonly Equation[];
      step(
        context: StepContext,
        quantities: Readonly<Record<keyof Q, Vector>>,
        hyperparameters: Values<H>,
      ): void;
    },
): Optimizer {
  return { rate: 'learningRate', needs: [], ownGradient: false, ...definition };
}

import type { Vector } from '../linalg/vector.ts';
import type { Citation } from '../specs/citation.ts';
import type { AnyValues, Specs, Values } from '../specs/spec.ts';
import type { Equation } from '../equations/equation.ts';

/**
 * What a loss is given as its prediction: a score on all real numbers, a probability in [0, 1], a number, one score a
 * class, several numbers, a distribution (entries that are not negative and add up to 1), or the weights of a model.
 */
export type PredictionKind =
  'score' | 'probability' | 'number' | 'scores' | 'numbers' | 'distribution' | 'weights';

/**
 * What it is compared with: a sign −1 or 1, a label 0 or 1, the index of a class, a number, several numbers, a distribution,
 * samples (rows of inputs with a sign), or nothing.
 */
export type TargetKind =
  'sign' | 'label' | 'class' | 'number' | 'numbers' | 'distribution' | 'samples' | 'none';

/**
 * A loss of one number, for many pairs at once: `out[i]` is made from `p[i]` and `y[i]` for i below `count`. All in one
 * call, because a number that comes out of a call may be an object, a new one for each sample.
 */
export interface ElementwiseKernel {
  values(p: Vector, y: Vector, out: Vector, count: number): void;
  /** dℓ/dp; where it has none, a subgradient: 0 where 0 belongs to the subdifferential. */
  slopes(p: Vector, y: Vector, out: Vector, count: number): void;
  /** `values` and `slopes` at once, to the same bits, where the two share what is dear: an exponential, a power. */
  valuesAndSlopes?(p: Vector, y: Vector, values: Vector, slopes: Vector, count: number): void;
  /** d²ℓ/dp²; 0 at a kink. */
  curvatures(p: Vector, y: Vector, out: Vector, count: number): void;
}

/** A loss of one prediction and its target, with its parameters bound. `out` arrays are filled, never read. */
export interface VectorKernel {
  value(prediction: Vector, target: Vector): number;
  /** With respect to the prediction, as many entries as it has. */
  gradient(prediction: Vector, target: Vector, out: Vector): void;
  /** Row-major, the square of as many entries. */
  hessian(prediction: Vector, target: Vector, out: Vector): void;
}

/** A prediction at which a loss of one number has a corner, and the slopes between which its subgradients lie. */
export interface Kink {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** One file, one loss. */
export interface LossDefinition {
  readonly name: string;
  /** One sentence: what it is for. */
  readonly idea: string;
  readonly prediction: PredictionKind;
  readonly target: TargetKind;
  /** Its parameters, `params` in a file: the γ of focal, a precision. */
  readonly parameters: Specs;
  /**
   * The value, line by line, in the names `prediction`, `target`, `value` and those of parameters and earlier lines. A class
   * is counted from 1 in it, as entries are; of samples `inputs` are the rows and `target` the signs.
   */
  readonly equations: readonly Equation[];
  /** What the prediction, the target and earlier lines are called in its formulas, in TeX. */
  readonly symbols: { readonly prediction: string; readonly target: string } & Readonly<
    Record<string, string>
  >;
  /** `none` where the derivative is 0 or missing everywhere: the gradient is reported as null. */
  readonly differentiable: 'everywhere' | 'almost' | 'none';
  readonly cite: readonly Citation[];
  /** A loss of one number; several numbers are compared entry by entry, and added up, where the prediction is `numbers`. */
  elementwise?(parameters: AnyValues): ElementwiseKernel;
  /** A loss of several. Every loss has one of the two. */
  vector?(parameters: AnyValues): VectorKernel;
  /** Corners of a loss of one number. */
  kinks?(target: number, parameters: AnyValues): readonly Kink[];
}

/** Checks a definition against its own specs and forgets their types, so that a registry can hold it. */
export function defineLoss<const P extends Specs>(
  definition: Omit<LossDefinition, 'parameters' | 'elementwise' | 'vector' | 'kinks'> & {
    readonly parameters: P;
    elementwise?(parameters: Values<P>): ElementwiseKernel;
    vector?(parameters: Values<P>): VectorKernel;
    kinks?(target: number, parameters: Values<P>): readonly Kink[];
  },
): LossDefinition {
  return definition;
}

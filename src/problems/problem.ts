import type { Vector } from '../linalg/vector.ts';
import type { LossId } from '../losses/registry.ts';
import type { Citation } from '../specs/citation.ts';
import type { AnyValues, Refusal, Specs, Values } from '../specs/spec.ts';

/** What a data problem shows beside its surface: samples, and the model that is fitted to them. */
export interface DataModel {
  /** Number of samples, N. */
  readonly count: number;
  /** What the model sees, count × 2, row-major: the prediction of sample i is θ·xᵢ. With weight and bias the second column is 1. */
  readonly inputs: Float64Array;
  /** −1 and 1 for two classes, else the number that is to be predicted. */
  readonly targets: Float64Array;
  readonly model: 'weights' | 'weight-and-bias';
  /** Words for the inputs, with their units; one where the second is the bias. */
  readonly features: readonly string[];
  /** Words for what is predicted, where it is a number. */
  readonly response: string | null;
  /** The classes of −1 and 1; null where a number is predicted. */
  readonly classes: readonly [string, string] | null;
  readonly loss: LossId;
  readonly lossParameters: AnyValues;
  /** λ of ½λ‖w‖², which leaves the bias alone. */
  readonly penalty: number;
  /** Whether some θ puts each class on its own side; false where a number is predicted. */
  readonly separable: boolean;
  /** The gradient of each sample's loss without penalty, count × 2 entries, row-major. */
  sampleGradients(theta: Vector, out: Vector): void;
}

/** What a stochastic or online problem needs to know of the step it is evaluated in. Test surfaces ignore it. */
export interface Draw {
  /** The update counter, 1, 2, … */
  readonly t: number;
  /** Indices of the samples drawn for this step; null is the whole data set. */
  readonly batch: Uint32Array | null;
}

/** A point where the loss is least, everywhere (`global`) or around it (`local`). The point is the minimizer, its value the minimum. */
export interface Minimizer {
  readonly point: readonly number[];
  readonly kind: 'global' | 'local';
}

/** The rectangle of the plane that is shown by default. */
export interface Domain {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/**
 * The plane in which a problem is seen: θ = origin + x·u + y·v. In a plane of `time` the first coordinate is no
 * parameter's (u is 0): it is the part of a run's steps that are made, 0 at its start and 1 at its end.
 */
export interface Plane {
  readonly kind: 'parameters' | 'time';
  readonly origin: readonly number[];
  readonly u: readonly number[];
  readonly v: readonly number[];
  /** TeX names of the two coordinates. */
  readonly axes: readonly [string, string];
}

/**
 * The function itself, with its parameters bound. `out` arrays are filled, never read. f is written as well: a number
 * that comes out of a call may be an object, a new one in each step.
 */
export interface LossFunction {
  /** f, into the first entry. */
  valueInto(theta: Vector, out: Vector, draw?: Draw): void;
  /** ∇f, `dimension` entries. */
  gradient(theta: Vector, out: Vector, draw?: Draw): void;
  /** f and ∇f at once, to the same bits, where that is less work than one after the other. */
  valueAndGradient?(theta: Vector, out: Vector, gradient: Vector, draw?: Draw): void;
  /** ∇²f, row-major, dimension² entries. */
  hessian(theta: Vector, out: Vector, draw?: Draw): void;
}

/** A problem as the engine runs it and the map shows it: parameters bound, scaled and rotated. */
export interface Problem extends LossFunction {
  /** f as a number, for whoever does not ask in each step. */
  value(theta: Vector, draw?: Draw): number;
  readonly dimension: number;
  /** Rows and columns where the parameters are a matrix (row-major). */
  readonly shape: readonly [number, number] | null;
  readonly minimizers: readonly Minimizer[];
  /** Whether minimizers are searched for elsewhere: until they are found, none is listed. */
  readonly isSearching: boolean;
  readonly saddles: readonly (readonly number[])[];
  /** The least value there is; null where none is known. */
  readonly minimum: number | null;
  readonly domain: Domain;
  readonly start: readonly number[];
  readonly plane: Plane;
  /** Declared kinks: true where f has no gradient, and the stated subgradient stands in for it. */
  kink(theta: Vector): boolean;
  /** Number of samples of a data problem; 0 elsewhere. */
  readonly samples: number;
  /** f is finite wherever no |θᵢ| is above this; 0 where no such number is known. At most that at which runs diverge. */
  readonly finiteWithin: number;
  /** The samples themselves; null elsewhere. */
  readonly data: DataModel | null;
  /** True if f changes with the update counter: a gradient taken for one step means nothing in the next. */
  readonly online: boolean;
  /** Moves θ back into the feasible set after an update, in place; absent where every θ is feasible. */
  readonly project?: (theta: Vector) => void;
}

/** Adds `value`, made of `valueInto`; one that it already has is replaced. */
export function withValue<F extends LossFunction>(f: F): F & Pick<Problem, 'value'> {
  const out = new Float64Array(1);
  return {
    ...f,
    value(theta, draw) {
      f.valueInto(theta, out, draw);
      return out[0];
    },
  };
}

/** What a problem's file gives; `completeProblem` fills in what is the same for most of them. */
export interface ProblemCore extends LossFunction {
  readonly dimension: number;
  readonly shape?: readonly [number, number];
  readonly minimizers: readonly Minimizer[];
  /**
   * Finds them where that takes a search, which is made when somebody asks: in place of `minimizers`. Null while the search
   * is made elsewhere: it is asked again.
   */
  readonly findMinimizers?: () => readonly Minimizer[] | null;
  readonly saddles?: readonly (readonly number[])[];
  readonly domain: Domain;
  readonly start: readonly number[];
  readonly plane?: Plane;
  readonly kink?: (theta: Vector) => boolean;
  readonly samples?: number;
  readonly finiteWithin?: number;
  readonly data?: DataModel;
  readonly online?: boolean;
  readonly project?: (theta: Vector) => void;
}

/** The type of a method, whose parameters may be narrower than `AnyValues`, as those of `create`. */
type FormulaOf<P> = { template(parameters: P): string }['template'];
type Formula<P> = string | FormulaOf<P>;
type SentenceOf<P> = { sentence(parameters: P): string | undefined }['sentence'];
type Sentence<P> = string | SentenceOf<P>;

/** One file, one problem: its words, its formula, its parameters, and the function made from their values. */
export interface ProblemDefinition {
  readonly name: string;
  /** One sentence: what this problem teaches. */
  readonly lesson: string;
  /** TeX of f(x, y) with `@name` where a parameter stands; a function of the parameters where some are choices. */
  readonly formula: Formula<AnyValues>;
  /** The same in symbols on one line, where the formula needs more. */
  readonly brief?: string;
  readonly parameters: Specs;
  readonly cite?: readonly Citation[];
  /** Whose data it is and under which licence: shown wherever the data is, and written wherever it is written. */
  readonly credit?: string;
  /** Sentences on what was chosen: that it has another name, that it has no end. */
  remarks?(parameters: AnyValues): readonly string[];
  /** One sentence about minimizers that are not listed, or why there are none; a function where it depends on the parameters. */
  readonly unlisted?: Sentence<AnyValues>;
  /** The parameter that makes no sense beside the others, with the reason in a sentence; null where all do. */
  refuse?(parameters: AnyValues): Refusal | null;
  /** Whether a parameter means anything beside the others; those that do not are not shown. */
  uses?(name: string, parameters: AnyValues): boolean;
  create(parameters: AnyValues): ProblemCore;
}

/** Checks a definition against its own specs and forgets their types, so that a registry can hold it. */
export function defineProblem<const P extends Specs>(
  definition: Omit<
    ProblemDefinition,
    'parameters' | 'formula' | 'create' | 'refuse' | 'uses' | 'unlisted' | 'remarks'
  > & {
    readonly parameters: P;
    readonly formula: Formula<Values<P>>;
    readonly unlisted?: Sentence<Values<P>>;
    remarks?(parameters: Values<P>): readonly string[];
    refuse?(parameters: Values<P>): Refusal | null;
    uses?(name: string, parameters: Values<P>): boolean;
    create(parameters: Values<P>): ProblemCore;
  },
): ProblemDefinition {
  return definition;
}

/** The sentence on minimizers that are not listed, if there is one. */
export function unlistedOf(
  { unlisted }: Pick<ProblemDefinition, 'unlisted'>,
  parameters: AnyValues,
): string | undefined {
  return typeof unlisted === 'function' ? unlisted(parameters) : unlisted;
}

/** The template of a problem's formula for these parameters. */
export function formulaOf({ formula }: Pick<ProblemDefinition, 'formula'>, parameters: AnyValues): string {
  return typeof formula === 'string' ? formula : formula(parameters);
}

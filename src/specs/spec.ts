/**
 * A spec is the only source of a hyperparameter or problem parameter: validation, default, slider, number
 * field, link and table all read it.
 */

/** How a slider spreads its values: evenly, by decades, or by decades of 1 − value (for decay rates). */
export type Scale = 'linear' | 'log' | 'oneMinusLog';

interface SpecBase {
  /** English words for a control, beside the symbol. */
  readonly label: string;
  /** TeX. */
  readonly symbol: string;
  /** Short key in links, letters only. It stands in people's links: never change one. */
  readonly key: string;
}

/** A number in a range; `min` and `max` belong to the range, `above` and `below` do not. */
export interface NumberSpec extends SpecBase {
  readonly kind: 'number';
  readonly default: number;
  readonly min?: number;
  readonly above?: number;
  readonly max?: number;
  readonly below?: number;
  readonly integer?: boolean;
  readonly scale: Scale;
  /** Ends of the slider, where they are narrower than the range. */
  readonly slider?: readonly [number, number];
  /** Marks below a linear slider, where others than round numbers are natural: quarter turns. */
  readonly marks?: readonly number[];
}

/** One of a few named variants; the variant printed first is the default. */
export interface ChoiceSpec<C extends string = string> extends SpecBase {
  readonly kind: 'choice';
  readonly options: readonly C[];
  readonly default: C;
}

export interface FlagSpec extends SpecBase {
  readonly kind: 'flag';
  readonly default: boolean;
}

/** A list of numbers, each in the range of `each`. */
export interface NumbersSpec extends SpecBase {
  readonly kind: 'numbers';
  readonly default: readonly number[];
  readonly each: Pick<NumberSpec, 'min' | 'above' | 'max' | 'below' | 'integer'>;
  readonly minLength: number;
  readonly maxLength: number;
}

/** `[rows, cols]` with rows·cols parameters, or `'diagonal'`. The default is the problem's own shape, else a column. */
export interface ShapeSpec extends SpecBase {
  readonly kind: 'shape';
}

export type Shape = readonly [number, number] | 'diagonal';

export type Spec = NumberSpec | ChoiceSpec | FlagSpec | NumbersSpec | ShapeSpec;
export type Specs = Readonly<Record<string, Spec>>;

/** The type of a value that a spec admits. */
export type ValueOf<S extends Spec> = S extends { kind: 'number' }
  ? number
  : S extends { kind: 'choice'; options: readonly (infer C)[] }
    ? C
    : S extends { kind: 'flag' }
      ? boolean
      : S extends { kind: 'numbers' }
        ? readonly number[]
        : Shape;

/** The values of a whole family of specs, complete. */
export type Values<S extends Specs> = { readonly [K in keyof S]: ValueOf<S[K]> };

/** A value as scenes carry it. */
export type Value = number | string | boolean | readonly number[];
export type AnyValues = Readonly<Record<string, Value>>;

/** A value that cannot be what it is beside the others of its member. */
export interface Refusal {
  readonly parameter: string;
  /** A sentence. */
  readonly reason: string;
}

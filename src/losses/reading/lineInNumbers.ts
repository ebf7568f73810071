import { evaluateTex, type Environment } from '../../equations/evaluateTex.ts';
import { numberTex, printExactly } from '../../reading/printNumber.ts';
import type { PrintedNumber } from '../../reading/reading.ts';
import { printEquation } from '../walk/printEquation.ts';

/** A formula with its numbers, in TeX, and what it comes to. */
export interface NumbersLine {
  readonly right: string;
  /** `=` where the printed right side, computed by hand, rounds to the printed result; else `≈`. */
  readonly relation: '=' | '≈';
  readonly result: PrintedNumber;
}

/** The numbers of a line, by their names in the template. */
export interface LineNumbers {
  /** Set by a person: printed with all their digits. */
  readonly set: Readonly<Record<string, number>>;
  /** Computed before: printed with as many digits as the result needs. */
  readonly computed?: Readonly<Record<string, number>>;
}

/**
 * A formula with numbers in place of its `@names`. Computed ones have three significant digits, or more where a reader who
 * redoes the sum would not come to the printed result otherwise.
 * @param template in the language of `parseTex`
 */
export function lineInNumbers(
  template: string,
  { set, computed = {} }: LineNumbers,
  result: number,
): NumbersLine {
  const names = Object.keys(computed);
  const evaluate = (inputs: readonly number[]) => {
    const given = Object.fromEntries(names.map((name, i) => [name, inputs[i]]));
    const value = evaluateTex(template, { names: { ...set, ...given }, functions: FUNCTIONS });
    return typeof value === 'number' ? value : Number.NaN;
  };
  const { left, inputs, relation } = printEquation(result, Object.values(computed), evaluate);
  const printed = {
    ...Object.fromEntries(Object.entries(set).map(([name, x]) => [name, printExactly(x)])),
    ...Object.fromEntries(names.map((name, i) => [name, inputs[i]])),
  };
  return { right: putIn(template, printed), relation, result: left };
}

/** `= 3.14`, or `≈` in its place. */
export function resultTex({ relation, result }: NumbersLine): string {
  return `${relation === '=' ? '=' : String.raw`\approx`} ${numberTex(result)}`;
}

/** What formulas of losses call by name. */
export const FUNCTIONS: Environment['functions'] = {
  tanh: ([x]) => (typeof x === 'number' ? Math.tanh(x) : Number.NaN),
};

const NAME = /@([A-Za-z][A-Za-z0-9]*)/g;

/** A negative number stands in brackets where it follows something, and where it is raised to a power. */
function putIn(template: string, numbers: Readonly<Record<string, PrintedNumber>>): string {
  return template.replaceAll(NAME, (whole: string, name: string, at: number) => {
    const number = numbers[name];
    const tex = numberTex(number);
    const opens = /(^|[({])\s*$/.test(template.slice(0, at));
    const isRaised = /^\s*\^/.test(template.slice(at + whole.length));
    const isLong = number.exponent !== null || tex.startsWith('-');
    return (tex.startsWith('-') && !opens) || (isRaised && isLong) ? `(${tex})` : tex;
  });
}

import { evaluateTex, type Environment } from '../../equations/evaluateTex.ts';
import { numberTex, printExactly } from '../../reading/printNumber.ts';
import type { NumbersTex, PrintedNumber } from '../../reading/reading.ts';
import { printEquation } from '../walk/printEquation.ts';

/** A formula with its numbers, in TeX, and what it comes to. */
export interface NumbersLine {
  readonly right: string;
  /** The same with a slot for each number and for each bracket that it may need: as numbers change, its TeX does not. */
  readonly slotted: NumbersTex;
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
  return { right: putIn(template, printed), slotted: slotted(template, printed), relation, result: left };
}

/** Whether what a line comes to is all that its right side says. */
export function isPlain({ slotted: { tex } }: NumbersLine): boolean {
  return /^\{?\\slot\{0\}\}?$/.test(tex);
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
    const tex = numberTex(numbers[name]);
    return isBracketed(numbers[name], placeIn(template, whole, at)) ? `(${tex})` : tex;
  });
}

/** What is around a name of a template. */
interface Place {
  /** Nothing stands before it that a minus sign could follow. */
  readonly opens: boolean;
  readonly isRaised: boolean;
}

function placeIn(template: string, whole: string, at: number): Place {
  return {
    opens: /(^|[({])\s*$/.test(template.slice(0, at)),
    isRaised: /^\s*\^/.test(template.slice(at + whole.length)),
  };
}

function isBracketed(number: PrintedNumber, { opens, isRaised }: Place): boolean {
  const isNegative = numberTex(number).startsWith('-');
  return (isNegative && !opens) || (isRaised && (isNegative || number.exponent !== null));
}

function slotted(template: string, numbers: Readonly<Record<string, PrintedNumber>>): NumbersTex {
  const slots: PrintedNumber[] = [];
  const slotOf = (number: PrintedNumber) => String.raw`\slot{${slots.push(number) - 1}}`;
  const tex = template.replaceAll(NAME, (whole: string, name: string, at: number) => {
    const place = placeIn(template, whole, at);
    if (place.opens && !place.isRaised) return `{${slotOf(numbers[name])}}`;
    const [before, after] = isBracketed(numbers[name], place) ? ['(', ')'] : ['', ''];
    // An exponent is as high as above a digit, not above the room that slots have for one.
    return `{${slotOf(bracket(before))}${slotOf(numbers[name])}${slotOf(bracket(after))}}{}`;
  });
  return { tex, slots };
}

/** A bracket, or none, to be written into a slot. */
export function bracket(mantissa: string): PrintedNumber {
  return { mantissa, exponent: null, value: Number.NaN };
}

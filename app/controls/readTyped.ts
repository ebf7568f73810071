import { typingMessages as say } from '../../src/messages/typing.ts';
import { outside } from '../../src/scene/reading.ts';
import type { NumberSpec } from '../../src/specs/spec.ts';
import { parseNumber } from './parseNumber.ts';

/** What a typed number must be. */
export type Range = Pick<NumberSpec, 'min' | 'above' | 'max' | 'below' | 'integer'>;

/** The bounds of a spec, without the rest of it. */
export function rangeOf({ min, above, max, below, integer }: Range): Range {
  return {
    ...(min !== undefined && { min }),
    ...(above !== undefined && { above }),
    ...(max !== undefined && { max }),
    ...(below !== undefined && { below }),
    ...(integer !== undefined && { integer }),
  };
}

/** What a person typed: the number, or a sentence that says what is wrong and where. */
export type Typed =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'refused'; readonly sentence: string };

/** Reads a typed number by the rules that scenes are read by. */
export function readTyped(text: string, label: string, range: Range): Typed {
  const value = parseNumber(text);
  const refused = (problem: string): Typed => ({ kind: 'refused', sentence: say.refused(label, problem) });
  if (text.trim() === '') return refused(say.numberMissing);
  if (value === null) return refused(say.notWritten(text.trim()));
  const problem = outside(value, range);
  return problem === null ? { kind: 'number', value } : refused(printed(problem));
}

/** The sign of a number, and the whole part of one of thousands. */
const NEGATIVE = /(?<!\w)-(?=[\d.∞])/g;
const THOUSANDS = /(?<![\w.])\d{4,}(?!\w)/g;

/** Numbers in sentences about scenes are JSON's: here they get true minus signs, and separators of thousands. */
function printed(sentence: string): string {
  return sentence
    .replaceAll('Infinity', '∞')
    .replaceAll(NEGATIVE, '−')
    .replaceAll(THOUSANDS, (digits) => digits.replaceAll(/\B(?=(\d{3})+$)/g, ','));
}

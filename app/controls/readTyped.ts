import { controlMessages as say } from '../../src/messages/controls.ts';
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
  const problem =
    text.trim() === ''
      ? say.numberMissing
      : value === null
        ? say.notWritten(text.trim())
        : outside(value, range);
  if (problem === null) return { kind: 'number', value: value as number };
  return { kind: 'refused', sentence: say.refused(label, trueMinus(problem)) };
}

/** Numbers in sentences about scenes are JSON's, with hyphens. */
export function trueMinus(sentence: string): string {
  return sentence.replaceAll('Infinity', '∞').replaceAll(/(?<![\w”])-(?=[\d.∞])/g, '−');
}

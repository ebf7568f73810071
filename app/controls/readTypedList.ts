import { controlMessages as say } from '../../src/messages/controls.ts';
import { sceneMessages } from '../../src/messages/scene.ts';
import { typingMessages } from '../../src/messages/typing.ts';
import type { NumbersSpec } from '../../src/specs/spec.ts';
import { readTyped } from './readTyped.ts';

/** What a person typed for a list: the numbers, or a sentence that says what is wrong and where. */
export type TypedList =
  | { readonly kind: 'numbers'; readonly value: readonly number[] }
  | { readonly kind: 'refused'; readonly sentence: string };

/** Reads numbers separated by spaces, semicolons, or commas with a space. */
export function readTypedList(text: string, spec: NumbersSpec): TypedList {
  const pieces = text.split(/[;\s]+|,(?=\s)/).filter((piece) => piece.replace(',', '') !== '');
  if (pieces.length === 0) return refused(typingMessages.refused(spec.label, say.numbersMissing));
  const value: number[] = [];
  for (const piece of pieces) {
    const text = piece.replace(/,$/, '');
    if (text.includes(',') && readTyped(text, spec.label, {}).kind === 'refused')
      return refused(typingMessages.refused(spec.label, say.listNotWritten(text)));
    const typed = readTyped(text, spec.label, spec.each);
    if (typed.kind === 'refused') return typed;
    value.push(typed.value);
  }
  if (value.length < spec.minLength || value.length > spec.maxLength)
    return refused(
      typingMessages.refused(
        spec.label,
        sceneMessages.listLength(value.length, spec.minLength, spec.maxLength),
      ),
    );
  return { kind: 'numbers', value };
}

function refused(sentence: string): TypedList {
  return { kind: 'refused', sentence };
}

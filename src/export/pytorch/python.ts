import type { Spec, Value } from '../../specs/spec.ts';

/** A float64 as Python writes it, with all its digits; it is never an integer to Python. */
export function floatOf(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  const text = String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** A list of numbers. */
export function listOf(values: readonly number[]): string {
  return `[${values.map(floatOf).join(', ')}]`;
}

/** A hyperparameter's value, by its spec. */
export function literalOf(value: Value, spec: Spec): string {
  if (typeof value === 'number')
    return spec.kind === 'number' && spec.integer ? String(value) : floatOf(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? JSON.stringify(value) : listOf(value);
}

/** A hyperparameter's name as a Python variable: `weightDecay` is `weight_decay`. */
export function variableOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Lines one level deeper. */
export function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `    ${line}`));
}

/** Whether a Python text calls a function. */
export function calls(text: string, name: string): boolean {
  return new RegExp(String.raw`(?<![\w.])${name}\(`).test(text);
}

/** Whether a Python text calls or reads a name. */
export function mentions(text: string, name: string): boolean {
  return new RegExp(String.raw`(?<![\w.])${name}(?!\w)`).test(text);
}

/** Words from outside as part of a comment: on one line, and nothing that would end it. */
export function inComment(words: string): string {
  return words.replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

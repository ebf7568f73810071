import { TOTALS } from './texBlocks.ts';
import type { Place } from './texReader.ts';

/** + and −, typewritten or true. */
export const SIGNS: Readonly<Record<string, 1 | -1>> = { '+': 1, '-': -1, '−': -1 };
/** Signs between factors, none of which need be there. */
export const TIMES = new Set([String.raw`\cdot`, String.raw`\times`, String.raw`\odot`]);
/** A numerator and a denominator follow. */
export const FRACTIONS = new Set([String.raw`\frac`, String.raw`\dfrac`, String.raw`\tfrac`]);
/** Arguments in brackets follow. */
export const FUNCTIONS = new Set([String.raw`\max`, String.raw`\min`, String.raw`\cos`, String.raw`\ln`]);
/** Letters that stand for what is said in words beside a formula; `n` is numbered, as in `n_i`. */
export const WORDED = new Set([String.raw`\tau`, 'n']);
/** What closes a bracket, and what it does to what is inside. */
export const BRACKETS: Readonly<
  Record<string, { readonly close: string; readonly kind: 'floor' | 'absolute' | 'norm' | null }>
> = {
  '(': { close: ')', kind: null },
  '{': { close: '}', kind: null },
  [String.raw`\lfloor`]: { close: String.raw`\rfloor`, kind: 'floor' },
  [String.raw`\lvert`]: { close: String.raw`\rvert`, kind: 'absolute' },
  [String.raw`\lVert`]: { close: String.raw`\rVert`, kind: 'norm' },
};

/** Whether a number stands there in digits. */
export function isDigit({ template, index }: Place): boolean {
  return /\d/.test(template.charAt(index));
}

/** Whether a factor may begin with a token. */
export function startsFactor(token: string): boolean {
  return (
    WORDED.has(token) ||
    /^[@\defI]/.test(token) ||
    Object.hasOwn(BRACKETS, token) ||
    FRACTIONS.has(token) ||
    FUNCTIONS.has(token) ||
    Object.hasOwn(TOTALS, token) ||
    [
      String.raw`\pi`,
      String.raw`\infty`,
      String.raw`\mathrm`,
      String.raw`\sqrt`,
      String.raw`\operatorname`,
      String.raw`\nabla`,
      String.raw`\begin`,
    ].includes(token)
  );
}

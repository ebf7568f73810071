import { beginsCases, casesOf, COUNTERS, totalOf, TOTALS } from './texBlocks.ts';
import { BRACKETS, FRACTIONS, FUNCTIONS, isDigit, SIGNS, startsFactor, TIMES, WORDED } from './texSigns.ts';
import { fail, nextToken, skip, takeToken, type Place, type Reader } from './texReader.ts';

/**
 * A formula as a tree. A sum has one entry a term and a product one a factor, as they are written, so that a
 * term can be drawn, coloured or evaluated by itself.
 */
export type TexNode = { readonly place: Place } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | {
      readonly kind: 'sum';
      readonly terms: readonly { readonly sign: 1 | -1; readonly node: TexNode }[];
    }
  | { readonly kind: 'product'; readonly factors: readonly TexNode[] }
  | { readonly kind: 'quotient'; readonly numerator: TexNode; readonly denominator: TexNode }
  | { readonly kind: 'modulo'; readonly dividend: TexNode; readonly divisor: TexNode }
  | { readonly kind: 'power'; readonly base: TexNode; readonly exponent: TexNode }
  /** An entry of a list, counted from 1: `@betas_2`. */
  | { readonly kind: 'entry'; readonly of: TexNode; readonly index: TexNode }
  /** e^{…} */
  | { readonly kind: 'exponential'; readonly exponent: TexNode }
  | { readonly kind: 'root' | 'floor' | 'absolute'; readonly of: TexNode }
  /** ‖…‖, Euclidean where no order is given below it. */
  | { readonly kind: 'norm'; readonly of: TexNode; readonly order: TexNode | null }
  /** `\operatorname{name}_{subscript}(…)`; `\max`, `\min`, `\cos`, `\ln`; f is `value`, ∇f `gradient`, ∇²f `hessian`. */
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly subscript: TexNode | null;
      readonly args: readonly TexNode[];
    }
  | { readonly kind: 'matrix'; readonly rows: readonly (readonly TexNode[])[] }
);

/**
 * Parses the TeX that equations and schedules are written in, with names or with numbers in their place:
 * numbers, `@names`, `@list_2` (its second entry), `I` (a name too), `\pi`, `e^{…}`; + and − (typewritten or true), juxtaposition, `\cdot`, `\times`, `\odot`, `/`,
 * the three fractions, `\sqrt`, powers, `a \bmod b`; parentheses, with `\left` and `\right` or without, `\lfloor`,
 * `\lvert`, `\lVert` with an order below it or without; `\max`, `\min`, `\cos`, `\ln`, `\operatorname{…}`, `f(…)`,
 * `\nabla f(…)`, `\nabla^2 f(…)`; columns and matrices as `pmatrix` or `bmatrix`; `\sum_k` and `\prod_k` of the term that
 * follows, in which `@list_k` is each entry in turn; `cases` of two; `\infty` and `\mathrm{NaN}`.
 *
 * What a reader could take in two ways is refused: `a / b c`, two numbers side by side, an ungrouped exponent
 * of several digits (TeX raises only the first), `a + b \bmod c`.
 * @throws SyntaxError with the place
 */
export function parseTex(template: string): TexNode {
  const reader: Reader = { template, index: 0 };
  const node = expression(reader);
  end(reader);
  return node;
}

/** Two formulas of which something is said. */
export interface Condition {
  readonly left: TexNode;
  readonly relation: '=' | '>';
  readonly right: TexNode;
}

/**
 * Parses a condition, `(@t - 1) \bmod @k = 0` or `@t > 1`: two formulas with a sign between them.
 * @throws SyntaxError with the place
 */
export function parseCondition(template: string): Condition {
  const reader: Reader = { template, index: 0 };
  const left = expression(reader);
  const relation = nextToken(reader).text === '>' ? '>' : '=';
  skip(reader, relation);
  const right = expression(reader);
  end(reader);
  return { left, relation, right };
}

function end(reader: Reader): void {
  const { text, place } = nextToken(reader);
  if (text !== '') fail(place, `“${text}” is not expected`);
}

function expression(reader: Reader): TexNode {
  const { place, text } = nextToken(reader);
  const signed = Object.hasOwn(SIGNS, text);
  if (signed) takeToken(reader);
  const terms = [{ sign: signed ? SIGNS[text] : 1, node: term(reader) }];
  for (let next = nextToken(reader).text; Object.hasOwn(SIGNS, next); next = nextToken(reader).text) {
    takeToken(reader);
    terms.push({ sign: SIGNS[next], node: term(reader) });
  }
  const isOneTerm = terms.length === 1 && terms[0].sign === 1;
  const next = nextToken(reader);
  if (next.text !== String.raw`\bmod`) return isOneTerm ? terms[0].node : { kind: 'sum', terms, place };
  if (!isOneTerm) fail(next.place, 'a sum before mod could belong to it or not: group it');
  takeToken(reader);
  return { kind: 'modulo', dividend: terms[0].node, divisor: factor(reader), place };
}

function term(reader: Reader): TexNode {
  const { place } = nextToken(reader);
  let factors = [factor(reader)];
  let bareNumber = factors[0].kind === 'number' && isDigit(place);
  let afterSlash = false;
  const product = (): TexNode =>
    factors.length === 1 ? factors[0] : { kind: 'product', factors: [...factors], place };
  for (;;) {
    const next = nextToken(reader);
    if (next.text === '/') {
      takeToken(reader);
      factors = [{ kind: 'quotient', numerator: product(), denominator: factor(reader), place }];
      afterSlash = true;
      bareNumber = false;
      continue;
    }
    const isTimes = TIMES.has(next.text);
    if (isTimes) takeToken(reader);
    else if (!startsFactor(next.text)) return product();
    else if (afterSlash)
      fail(next.place, 'a factor right after a slash could belong above or below: group it');
    const at = nextToken(reader).place;
    const following = factor(reader);
    const isBare = following.kind === 'number' && isDigit(at);
    if (isBare && bareNumber && !isTimes) fail(at, 'two numbers side by side read as one');
    factors.push(following);
    bareNumber = isBare;
    afterSlash = false;
  }
}

function factor(reader: Reader): TexNode {
  const base = atom(reader);
  if (nextToken(reader).text !== '^') return base;
  takeToken(reader);
  return { kind: 'power', base, exponent: exponent(reader), place: base.place };
}

function exponent(reader: Reader): TexNode {
  const { text, place } = nextToken(reader);
  if (/^\d./.test(text)) fail(place, `the exponent ${text} needs braces`);
  return argument(reader);
}

/** What a command takes without braces is one digit or one command, as in `\tfrac12`. */
function argument(reader: Reader): TexNode {
  const { text, place } = nextToken(reader);
  if (!/^\d/.test(text)) return atom(reader);
  reader.index = place.index + 1;
  return { kind: 'number', value: Number(text[0]), place };
}

function atom(reader: Reader): TexNode {
  const { text, place } = takeToken(reader);
  if (text.startsWith('@')) {
    const named = { kind: 'name', name: text.slice(1), place } as const;
    const index = entryIndex(reader);
    return index === null ? named : { kind: 'entry', of: named, index, place };
  }
  if (/^\d/.test(text)) return { kind: 'number', value: Number(text), place };
  if (Object.hasOwn(BRACKETS, text)) {
    const { close, kind } = BRACKETS[text];
    const of = expression(reader);
    skip(reader, close);
    if (kind === 'norm') return { kind, of, order: subscript(reader), place };
    return kind === null ? of : { kind, of, place };
  }
  if (FRACTIONS.has(text))
    return { kind: 'quotient', numerator: argument(reader), denominator: argument(reader), place };
  if (Object.hasOwn(TOTALS, text)) return totalOf(reader, text, place, { expression, term });
  if (WORDED.has(text)) return worded(reader, text, place);
  if (FUNCTIONS.has(text)) return call(reader, text.slice(1), null, place);
  switch (text) {
    case String.raw`\pi`:
      return { kind: 'number', value: Math.PI, place };
    case String.raw`\infty`:
      return { kind: 'number', value: Number.POSITIVE_INFINITY, place };
    case String.raw`\mathrm`:
      for (const character of '{NaN}') skip(reader, character);
      return { kind: 'number', value: Number.NaN, place };
    case 'e':
      skip(reader, '^');
      return { kind: 'exponential', exponent: exponent(reader), place };
    case 'I':
      return { kind: 'name', name: 'I', place };
    case 'f':
      return call(reader, 'value', null, place);
    case String.raw`\sqrt`:
      return { kind: 'root', of: argument(reader), place };
    case String.raw`\operatorname`:
      return operator(reader, place);
    case String.raw`\nabla`:
      return nabla(reader, place);
    case String.raw`\begin`:
      return beginsCases(reader) ? casesOf(reader, place, { expression, term }) : matrix(reader, place);
    default:
      return fail(place, text === '' ? 'something is missing' : `“${text}” is not known here`);
  }
}

/** A name without `@`: `\tau`, `n_i`. */
function worded(reader: Reader, letter: string, place: Place): TexNode {
  if (letter !== 'n') return { kind: 'name', name: letter, place };
  skip(reader, '_');
  return { kind: 'name', name: `n_${takeToken(reader).text}`, place };
}

function operator(reader: Reader, place: Place): TexNode {
  skip(reader, '{');
  let name = '';
  for (let next = takeToken(reader); next.text !== '}'; next = takeToken(reader)) {
    if (!/^[A-Za-z]$/.test(next.text)) fail(next.place, 'a name is made of letters');
    name += next.text;
  }
  return call(reader, name, subscript(reader), place);
}

function subscript(reader: Reader): TexNode | null {
  if (nextToken(reader).text !== '_') return null;
  takeToken(reader);
  return argument(reader);
}

/** Which entry of a list; null for all of them in turn, as in a sum, and where none is named. */
function entryIndex(reader: Reader): TexNode | null {
  const { index } = reader;
  if (nextToken(reader).text === '_') {
    takeToken(reader);
    if (COUNTERS.has(takeToken(reader).text)) return null;
  }
  reader.index = index;
  return subscript(reader);
}

function nabla(reader: Reader, place: Place): TexNode {
  const twice = nextToken(reader).text === '^';
  if (twice) {
    takeToken(reader);
    const order = argument(reader);
    if (order.kind !== 'number' || order.value !== 2) fail(order.place, 'only ∇ and ∇² are known');
  }
  skip(reader, 'f');
  return call(reader, twice ? 'hessian' : 'gradient', null, place);
}

function call(reader: Reader, name: string, subscript: TexNode | null, place: Place): TexNode {
  skip(reader, '(');
  const args = separated(reader, ',');
  skip(reader, ')');
  return { kind: 'call', name, subscript, args, place };
}

function matrix(reader: Reader, place: Place): TexNode {
  const kind = matrixKind(reader);
  const rows = [separated(reader, '&')];
  while (nextToken(reader).text === String.raw`\\`) {
    takeToken(reader);
    skipGap(reader);
    rows.push(separated(reader, '&'));
  }
  skip(reader, String.raw`\end`);
  if (matrixKind(reader) !== kind) fail(place, 'the brackets of the matrix differ');
  if (rows.some((row) => row.length !== rows[0].length)) fail(place, 'the rows differ in length');
  return { kind: 'matrix', rows, place };
}

/** Space between rows, `[1em]`. */
function skipGap(reader: Reader): void {
  if (nextToken(reader).text !== '[') return;
  while (takeToken(reader).text !== ']') if (nextToken(reader).text === '') skip(reader, ']');
}

/** `pmatrix` or `bmatrix`, in its braces. */
function matrixKind(reader: Reader): string {
  skip(reader, '{');
  const kind = nextToken(reader).text === 'b' ? 'bmatrix' : 'pmatrix';
  for (const character of `${kind}}`) skip(reader, character);
  return kind;
}

function separated(reader: Reader, separator: string): readonly TexNode[] {
  const items = [expression(reader)];
  while (nextToken(reader).text === separator) {
    takeToken(reader);
    items.push(expression(reader));
  }
  return items;
}

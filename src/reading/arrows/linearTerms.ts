import { evaluateNode, type Value } from '../../equations/evaluateTex.ts';
import type { TexNode } from '../../equations/parseTex.ts';
import { printFactor, printTex } from '../../equations/printTex.ts';
import type { Vector } from '../../linalg/vector.ts';
import { quotient } from '../../linalg/quotient.ts';
import { findPart, kindOfNode, quantityOf, type ComputedLine, type ComputedRule } from './computedRule.ts';

/** A number that multiplies a vector, or divides it. */
interface Factor {
  readonly node: TexNode;
  readonly isDivisor: boolean;
  readonly value: number;
}

/** One of the vectors whose sum a formula is: a vector of the equations, times numbers, perhaps over another vector. */
export interface LinearTerm {
  readonly sign: 1 | -1;
  readonly factors: readonly Factor[];
  readonly atom: TexNode;
  /** A vector that divides it entry by entry. */
  readonly under: { readonly node: TexNode; readonly value: Vector } | null;
  /** The line in which the vector stands, and which says what it was. */
  readonly line: ComputedLine;
  /** Names that were written out to come to it, the outermost first. */
  readonly via: readonly string[];
  /** What it comes to, all in all. */
  readonly total: Vector;
}

/** What can be evaluated without the problem and without what algorithms do. */
const ARITHMETIC: ReadonlySet<string> = new Set(['max', 'min', 'cos', 'ln', 'sign', 'clip']);

/**
 * The vectors whose sum Δθ is, as the equations of the step write it: what is one vector in the last line is written out
 * by the lines above until it is a sum, if it comes to one. So momentum's `@v` is `@momentum @v` and `-@lr @g`. Adam's
 * quotient stays one vector, because m̂ is an average by a line that mentions the average itself, below the root of
 * another. A penalty in the gradient is a term of its own.
 */
export function updateTerms(rule: ComputedRule): readonly LinearTerm[] {
  const last = rule.lines.findLast(({ name }) => name === 'update');
  return last ? (wayBack(rule, last) ?? writtenOut(rule, termsOfLine(rule, last))) : [];
}

/** The terms of a line as it stands. */
export function termsOfLine(rule: ComputedRule, line: ComputedLine): readonly LinearTerm[] {
  const terms = flatten(rule, line, line.node);
  const unknown = terms.filter(({ total }) => total.length === 0);
  // What a call gave is what is left of the line without the other terms.
  if (unknown.length !== 1) return terms;
  const rest = line.value.slice();
  for (const { total } of terms) for (let i = 0; i < total.length; i++) rest[i] -= total[i];
  return terms.map((term) => (term.total.length === 0 ? { ...term, total: rest } : term));
}

function flatten(rule: ComputedRule, line: ComputedLine, node: TexNode): LinearTerm[] {
  const alone = () => [atomTerm(line, node)];
  const kind = (part: TexNode) => kindOfNode(rule.task, part);
  if (node.kind === 'sum')
    return node.terms.flatMap(({ sign, node: part }) =>
      flatten(rule, line, part).map((term) => scaled(term, { sign, factors: [], under: null })),
    );
  if (node.kind === 'product') {
    const vectors = node.factors.filter((factor) => kind(factor) === 'vector');
    if (vectors.length !== 1 || node.factors.some((factor) => kind(factor) === 'matrix')) return alone();
    const factors = node.factors
      .filter((factor) => factor !== vectors[0])
      .map((factor) => factorOf(line, factor, false));
    return flatten(rule, line, vectors[0]).map((term) => scaled(term, { sign: 1, factors, under: null }));
  }
  if (node.kind === 'quotient' && kind(node.numerator) === 'vector') {
    const { numerator, denominator } = node;
    const inner = flatten(rule, line, numerator);
    if (kind(denominator) === 'scalar') {
      const factors = [factorOf(line, denominator, true)];
      return inner.map((term) => scaled(term, { sign: 1, factors, under: null }));
    }
    const under = { node: denominator, value: toVector(evaluate(line, denominator)) };
    return inner.some((term) => term.under)
      ? alone()
      : inner.map((term) => scaled(term, { sign: 1, factors: [], under }));
  }
  return alone();
}

function atomTerm(line: ComputedLine, atom: TexNode): LinearTerm {
  const isKnown =
    !findPart(atom, (part) => part.kind === 'call' && !ARITHMETIC.has(part.name)) &&
    !findPart(atom, isInverse);
  const total = isKnown ? toVector(evaluate(line, atom)) : new Float64Array(0);
  return { sign: 1, factors: [], atom, under: null, line, via: [], total };
}

const isInverse = (part: TexNode) => part.kind === 'power' && part.exponent.kind === 'sum';

function factorOf(line: ComputedLine, node: TexNode, isDivisor: boolean): Factor {
  return { node, isDivisor, value: toVector(evaluate(line, node))[0] };
}

/** A term times what stands before it. */
function scaled(
  term: LinearTerm,
  { sign, factors, under }: Pick<LinearTerm, 'sign' | 'factors' | 'under'>,
): LinearTerm {
  const total = term.total.map((x, i) => {
    let result = under ? quotient(x, under.value[i]) : x;
    for (const { value, isDivisor } of factors) result = isDivisor ? result / value : result * value;
    return sign * result;
  });
  return {
    ...term,
    total,
    sign: sign === term.sign ? 1 : -1,
    factors: [...factors, ...term.factors],
    under: under ?? term.under,
  };
}

/** Writes out Δθ of an earlier stage, one vector that is a sum, and a gradient that is one. */
function writtenOut(rule: ComputedRule, given: readonly LinearTerm[]): readonly LinearTerm[] {
  let terms = given.flatMap((term) => (nameOf(term) === 'update' ? (inTermsOf(rule, term) ?? term) : term));
  if (terms.length === 1) terms = sumOf(rule, terms[0]) ?? terms;
  return terms.flatMap((term) => (nameOf(term) === 'g' && !term.under ? (sumOf(rule, term) ?? term) : term));
}

/** The sum that a name in a term is by an earlier line; null where it is none. */
function sumOf(rule: ComputedRule, term: LinearTerm): LinearTerm[] | null {
  const terms = inTermsOf(rule, term);
  return terms && terms.length > 1 ? terms : null;
}

/** A term with its name replaced by what an earlier line of this step says of it. */
function inTermsOf(rule: ComputedRule, term: LinearTerm): LinearTerm[] | null {
  const name = nameOf(term);
  if (name === null || name === 'theta' || quantityOf(rule.task, name)?.arrow?.as === 'point') return null;
  const line = rule.lines.findLast((other) => other.name === name && other.index < term.line.index);
  if (!line) return null;
  // An average over past steps is one vector to what divides it.
  if (term.under && mentions(line.node, name)) return null;
  const inner = termsOfLine(rule, line);
  if (term.under && inner.some(({ under }) => under)) return null;
  return [
    ...writtenOut(
      rule,
      inner.map((part) => ({ ...scaled(part, term), via: [...term.via, name, ...part.via] })),
    ),
  ];
}

/**
 * Δθ = φ − θ with φ ← (1 − α)φ + α(θ + Δθ): α Δθ and the way back, (1 − α)(φ − θ). Null for any other line.
 */
function wayBack(rule: ComputedRule, line: ComputedLine): LinearTerm[] | null {
  const { node } = line;
  if (node.kind !== 'sum' || node.terms.length !== 2) return null;
  const [to, from] = node.terms;
  const isPoint = to.node.kind === 'name' && quantityOf(rule.task, to.node.name)?.arrow?.as === 'point';
  if (!isPoint || from.node.kind !== 'name' || from.node.name !== 'theta') return null;
  const name = to.node.name;
  const definition = rule.lines.findLast((other) => other.name === name && other.index < line.index);
  if (!definition) return null;
  return termsOfLine(rule, definition).flatMap((term) => {
    if (nameOf(term) === 'theta') return [];
    if (nameOf(term) !== name) return inTermsOf(rule, term) ?? term;
    const { theta } = rule.explanation;
    const share = term.factors.reduce((product, { value }) => product * value, 1);
    const way = toVector(evaluate(definition, to.node)).map((x, i) => share * (x - theta[i]));
    return { ...term, atom: node, total: way };
  });
}

/** The name that a term is a multiple of; null where it is something else. */
export function nameOf({ atom }: Pick<LinearTerm, 'atom'>): string | null {
  return atom.kind === 'name' ? atom.name : null;
}

/** Whether a formula mentions a name. */
export function mentions(node: TexNode, name: string): boolean {
  return findPart(node, (part) => part.kind === 'name' && part.name === name) !== null;
}

/** A term as a template: `-@lr\, @g`. */
export function termTemplate({
  sign,
  factors,
  atom,
  under,
}: Omit<LinearTerm, 'line' | 'via' | 'total'>): string {
  const side = (isDivisor: boolean) =>
    factors
      .filter((factor) => factor.isDivisor === isDivisor)
      .map(({ node }) => printFactor(node))
      .join(String.raw`\, `);
  const [above, below] = [side(false), side(true)];
  const numbers = below === '' ? above : String.raw`\dfrac{${above || '1'}}{${below}}`;
  const vector = under ? String.raw`\dfrac{${printTex(atom)}}{${printTex(under.node)}}` : printFactor(atom);
  return `${sign === 1 ? '' : '-'}${numbers === '' ? '' : String.raw`${numbers}\, `}${vector}`;
}

function evaluate(line: ComputedLine, node: TexNode): Value {
  return evaluateNode(node, { names: line.before, functions: {} });
}

function toVector(value: Value): Vector {
  if (typeof value === 'number') return Float64Array.of(value);
  return 'data' in value ? value.data : value;
}

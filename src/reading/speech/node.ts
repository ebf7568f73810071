import type { TexNode } from '../../equations/parseTex.ts';
import { nextToken } from '../../equations/texReader.ts';
import { speechMessages as say } from '../../messages/speech.ts';

/** What is said for a name of a formula. */
export type NameOf = (name: string) => string;

type Kind<K extends TexNode['kind']> = Extract<TexNode, { kind: K }>;

/** A formula in words. What would be heard as two things is said as one quantity. */
export function spokenNode(node: TexNode, nameOf: NameOf): string {
  const say1 = (inner: TexNode) => spokenNode(inner, nameOf);
  const whole = (inner: TexNode) => (isOneThing(inner) ? say1(inner) : quantity(say1(inner)));
  switch (node.kind) {
    case 'number':
      return spokenNumber(node);
    case 'name':
      return node.name === 'I' ? say.identity : nameOf(node.name);
    case 'entry':
      return `${say1(node.of)} ${say1(node.index)}`;
    case 'sum':
      return node.terms
        .map(({ sign, node: term }, i) =>
          [sign < 0 ? say.minus : i > 0 ? say.plus : '', isSum(term) ? whole(term) : say1(term)]
            .join(' ')
            .trim(),
        )
        .join(' ');
    case 'product':
      return spokenProduct(node, say1, whole);
    case 'quotient':
      if (isHalf(node)) return say.half;
      return `${isSum(node.numerator) ? whole(node.numerator) : say1(node.numerator)} ${say.over} ${whole(node.denominator)}`;
    case 'modulo':
      return `${whole(node.dividend)} ${say.modulo} ${whole(node.divisor)}`;
    case 'power':
      return spokenPower(node, say1, whole);
    case 'exponential':
      return say.exponential(whole(node.exponent));
    case 'root':
      return say.root(whole(node.of));
    case 'floor':
      return say.floor(whole(node.of));
    case 'absolute':
      return say.absolute(whole(node.of));
    case 'norm':
      return node.order === null
        ? say.norm(whole(node.of))
        : say.normOfOrder(say1(node.order), whole(node.of));
    case 'call':
      return spokenCall(node, say1, whole);
    case 'matrix':
      return spokenMatrix(node.rows.map((row) => row.map((entry) => say1(entry).replace(/,$/, ''))));
  }
}

function spokenProduct(
  { factors }: Kind<'product'>,
  say1: (node: TexNode) => string,
  whole: (node: TexNode) => string,
): string {
  return factors
    .map((factor, i) => {
      const words = isSum(factor) ? whole(factor) : say1(factor);
      if (i === 0) return words;
      // “a over b times c” would be a over bc.
      const before = factors[i - 1];
      const comma = before.kind === 'quotient' && !isHalf(before) ? ',' : '';
      return `${comma} ${isEntrywise(factor) ? say.entrywise : say.times} ${words}`;
    })
    .join('');
}

function spokenPower(
  { base, exponent }: Kind<'power'>,
  say1: (node: TexNode) => string,
  whole: (node: TexNode) => string,
): string {
  // A number that stands for a name may be negative: minus 3 squared is no −9 here.
  const based = (node: TexNode) => {
    const words = whole(node);
    return words.startsWith(say.minus) ? quantity(words) : words;
  };
  if (isNumber(exponent, 2)) return say.squared(based(base));
  const isMinusOne = isNegative(exponent) && isNumber(exponent.terms[0].node, 1);
  if (isMinusOne) return say.inverse(whole(base));
  const isInteger =
    exponent.kind === 'number' || (isNegative(exponent) && exponent.terms[0].node.kind === 'number');
  if (isNumber(base, 10) && isInteger) return say.tenTo(say1(exponent));
  return say.power(based(base), isNegative(exponent) ? say1(exponent) : whole(exponent));
}

function spokenCall(
  { name, subscript, args }: Kind<'call'>,
  say1: (node: TexNode) => string,
  whole: (node: TexNode) => string,
): string {
  // Of several arguments each ends where the next one’s word begins.
  const words = args.map((arg) =>
    args.length === 1 ? whole(arg) : isSum(arg) && !isNegative(arg) ? whole(arg) : say1(arg),
  );
  if (subscript !== null && isKey(name, say.numbered)) {
    const numbered: (...given: string[]) => string = say.numbered[name];
    return numbered(say1(subscript), ...words);
  }
  if (!isKey(name, say.functions)) return say.otherFunction(name, words);
  const spoken: (...given: string[]) => string = say.functions[name];
  return spoken(...words);
}

function spokenMatrix(rows: readonly (readonly string[])[]): string {
  if (rows.every((row) => row.length === 1)) return say.column(rows.map(([entry]) => entry));
  return rows.length === 1 ? say.row(rows[0]) : say.matrix(rows);
}

/** The digits as they are printed, trailing zeros too. */
function spokenNumber({ value, place }: Kind<'number'>): string {
  const { text } = nextToken(place);
  if (value === Math.PI) return say.circleNumber;
  return Number(text) === value ? text : String(value);
}

/** Whether it is heard as one thing wherever it stands. */
function isOneThing(node: TexNode): boolean {
  return (
    !['sum', 'product', 'quotient', 'modulo', 'power', 'exponential'].includes(node.kind) ||
    isPlainPower(node)
  );
}

/** `\beta^t`, `10^{-8}`: nothing in it could belong elsewhere. */
function isPlainPower(node: TexNode): boolean {
  if (node.kind !== 'power') return false;
  const isPlain = ({ kind }: TexNode) => kind === 'number' || kind === 'name' || kind === 'entry';
  return (
    isPlain(node.base) &&
    (isPlain(node.exponent) || (isNegative(node.exponent) && isPlain(node.exponent.terms[0].node)))
  );
}

function isSum({ kind }: TexNode): boolean {
  return kind === 'sum' || kind === 'modulo';
}

function isNegative(node: TexNode): node is Kind<'sum'> {
  return node.kind === 'sum' && node.terms.length === 1;
}

function isHalf({ numerator, denominator }: Kind<'quotient'>): boolean {
  return isNumber(numerator, 1) && isNumber(denominator, 2);
}

function isNumber(node: TexNode, value: number): boolean {
  return node.kind === 'number' && node.value === value;
}

/** Whether the sign before a factor is ⊙, brackets aside. */
function isEntrywise({ place: { template, index } }: TexNode): boolean {
  return /\\odot(?:\s|[({]|\\left|\\,)*$/.test(template.slice(0, index));
}

function quantity(words: string): string {
  return `${say.openQuantity} ${words}${say.closeQuantity},`;
}

function isKey<T extends object>(name: PropertyKey, table: T): name is keyof T {
  return Object.hasOwn(table, name);
}

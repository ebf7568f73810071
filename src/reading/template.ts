import type { TexNode } from '../equations/parseTex.ts';
import { numberTex, printExactly } from './printNumber.ts';
import { seenWidth } from './seenWidth.ts';
import { isEntrywise, isSteep, shapeOf, type Shape } from './shape.ts';

/** What is put in a name's place. */
export interface Printable {
  readonly shape: Shape;
  /** Numbers that no step changes; absent for what has slots. */
  readonly constant?: readonly number[];
  /** Whether it may be below zero. */
  readonly isSigned: boolean;
  /** Whether it is a count, and printed in full. */
  readonly isCount: boolean;
  /** The name it stands for, where it has no own. */
  readonly term?: string;
}
export type Printables = Readonly<Record<string, Printable>>;

/** A formula with its constant numbers printed, and slots where the others go. */
export interface Template {
  readonly tex: string;
  /** Which entry of which name a slot shows. */
  readonly slots: readonly { readonly name: string; readonly entry: number }[];
}

const NAME = /^[A-Za-z][A-Za-z0-9.-]*$/;

/** How tightly a piece of TeX holds together: what binds less is grouped. */
type Level = 'sum' | 'modulo' | 'slash' | 'product' | 'number' | 'power' | 'atom';

interface Piece {
  readonly tex: string;
  readonly level: Level;
  readonly shape: Shape['kind'];
  /** Of a number: whether it may begin with a minus sign. */
  readonly isSigned?: boolean;
  /** Of a number: whether it may be written with a power of ten. */
  readonly isLong?: boolean;
}

/** Which coordinate is printed; null for whole columns. */
type Coordinate = number | null;

/**
 * The TeX of a formula with numbers in place of its names. Vectors are columns and matrices matrices; what is not
 * linear in a vector, such as a quotient of two, is one column of the sums that a reader does, coordinate by coordinate.
 * Brackets depend on the formula alone, so that the TeX stays while its numbers change.
 */
export function templateOf(node: TexNode, names: Printables): Template {
  const template = laidOutTemplate(node, names, LONGEST_SLASH);
  return seenWidth(template.tex) > WIDE ? laidOutTemplate(node, names, LONGEST_SLASH_IN_WIDE) : template;
}

function laidOutTemplate(node: TexNode, names: Printables, longestSlash: number): Template {
  const slots: { name: string; entry: number }[] = [];

  function slot(name: string, entry: number): string {
    slots.push({ name, entry });
    return String.raw`\slot{${slots.length - 1}}`;
  }

  function named(name: string, index: number | null, at: Coordinate): Piece {
    const { shape, constant, isSigned, isCount, term } = names[name];
    const printed = constant?.map(printExactly);
    const entryTex = (i: number) => (printed === undefined ? slot(name, i) : numberTex(printed[i]));
    // What stands for words, as τ, is no name of the rule.
    const wrap = (tex: string) =>
      NAME.test(name) || term ? String.raw`\term{${term ?? name}}{${tex}}` : tex;
    const one = index ?? (shape.kind === 'scalar' ? 0 : at);
    if (name === 'I') return { tex: 'I', level: 'atom', shape: 'matrix' };
    if (one !== null) {
      const number = printed?.[one];
      return {
        tex: wrap(entryTex(one)),
        level: 'number',
        shape: 'scalar',
        isSigned: number ? number.value < 0 : isSigned,
        isLong: number ? number.exponent !== null : !isCount,
      };
    }
    return { tex: wrap(laidOut(shape, entryTex)), level: 'atom', shape: shape.kind };
  }

  function show(part: TexNode, at: Coordinate, follows = false): Piece {
    const shape = shapeOf(part, names);
    if (at === null && shape.kind === 'vector' && isSteep(part, names) && isEntrywise(part, names)) {
      const start = slots.length;
      const tex = laidOut(shape, (i) => show(part, i).tex);
      if (shape.cols === 1 || seenWidth(tex) <= shape.cols * LONGEST_ENTRY)
        return { tex, level: 'atom', shape: 'vector' };
      slots.length = start;
    }
    const piece = written(part, at, follows);
    return at === null ? piece : { ...piece, shape: 'scalar' };
  }

  /** Grouped so that it can follow a sign or another factor. */
  const following = (part: TexNode, at: Coordinate): Piece => {
    const piece = show(part, at, true);
    return piece.level === 'number' && piece.isSigned === true ? group(piece) : piece;
  };

  const inside = (part: TexNode, at: Coordinate): string => show(part, at).tex;

  function written(part: TexNode, at: Coordinate, follows: boolean): Piece {
    const { kind: shape } = shapeOf(part, names);
    switch (part.kind) {
      case 'number': {
        if (part.value === Math.PI) return { tex: String.raw`\pi`, level: 'atom', shape };
        const number = printExactly(part.value);
        return { tex: numberTex(number), level: 'number', shape, isLong: number.exponent !== null };
      }
      case 'name':
        return Object.hasOwn(names, part.name)
          ? named(part.name, null, at)
          : { tex: part.name, level: 'atom', shape };
      case 'entry':
        return part.of.kind === 'name' && part.index.kind === 'number'
          ? named(part.of.name, part.index.value - 1, at)
          : { tex: inside(part.of, at), level: 'atom', shape };
      case 'sum':
        return { tex: sumTex(part, at), level: 'sum', shape };
      case 'product':
        return { tex: productTex(part.factors, at, follows), level: 'product', shape };
      case 'quotient':
        return quotient(part, at, follows);
      case 'modulo':
        return {
          tex: String.raw`${grouped(part.dividend, at)} \bmod ${grouped(part.divisor, at)}`,
          level: 'modulo',
          shape,
        };
      case 'power':
        return {
          tex: `${base(part.base, at)}^{${inside(part.exponent, at)}}`,
          level: 'power',
          shape,
        };
      case 'exponential':
        return { tex: `e^{${inside(part.exponent, at)}}`, level: 'power', shape };
      case 'root':
        return { tex: String.raw`\sqrt{${inside(part.of, at)}}`, level: 'atom', shape };
      case 'floor':
        return { tex: String.raw`\left\lfloor ${inside(part.of, at)} \right\rfloor`, level: 'atom', shape };
      case 'absolute':
        return { tex: String.raw`\left\lvert ${inside(part.of, at)} \right\rvert`, level: 'atom', shape };
      case 'norm': {
        const order = part.order === null ? '' : `_{${inside(part.order, null)}}`;
        return {
          tex: String.raw`\left\lVert ${inside(part.of, null)} \right\rVert${order}`,
          level: 'atom',
          shape,
        };
      }
      case 'call': {
        const args = part.args.map((argument) => inside(argument, at)).join(', ');
        return {
          tex: `${callTex(part.name)}${subscript(part.subscript)}${bracketed(args)}`,
          level: 'atom',
          shape,
        };
      }
      case 'matrix':
        return {
          tex: bmatrix(part.rows.map((row) => row.map((entry) => inside(entry, at)).join(' & '))),
          level: 'atom',
          shape,
        };
    }
  }

  const subscript = (part: TexNode | null) => (part === null ? '' : `_{${inside(part, null)}}`);

  function sumTex({ terms }: TexNode & { kind: 'sum' }, at: Coordinate): string {
    return terms
      .map(({ sign, node: term }, i) => {
        const isFirst = i === 0 && sign === 1;
        const piece = isFirst ? show(term, at) : following(term, at);
        const tex = piece.level === 'sum' || piece.level === 'modulo' ? bracketed(piece.tex) : piece.tex;
        if (i === 0) return sign === 1 ? tex : `-${tex}`;
        return `${sign === 1 ? '+' : '-'} ${tex}`;
      })
      .join(' ');
  }

  function productTex(factors: readonly TexNode[], at: Coordinate, follows: boolean): string {
    let result = '';
    let before: Piece | null = null;
    for (const [i, factor] of factors.entries()) {
      const isLast = i === factors.length - 1;
      let piece = i > 0 || follows ? following(factor, at) : show(factor, at);
      if (piece.level === 'slash' && piece.shape === 'scalar' && factor.kind === 'quotient')
        piece = fraction(factor, at);
      const mustGroup =
        piece.level === 'sum' || piece.level === 'modulo' || (piece.level === 'slash' && !isLast);
      const { tex } = mustGroup ? group(piece) : piece;
      if (before !== null) result += joint(before, piece, tex);
      result += tex;
      before = piece;
    }
    return result;
  }

  function quotient(part: TexNode & { kind: 'quotient' }, at: Coordinate, follows: boolean): Piece {
    const { numerator, denominator } = part;
    const shape = at === null ? shapeOf(part, names).kind : 'scalar';
    const start = slots.length;
    const above = follows ? following(numerator, at) : show(numerator, at);
    const below = base(denominator, at);
    const top = above.level === 'sum' || above.level === 'modulo' ? bracketed(above.tex) : above.tex;
    const tex = `${top} / ${below}`;
    const isLinear = shape !== 'scalar' && shapeOf(denominator, names).kind === 'scalar';
    if (isLinear || (shape === 'scalar' && seenWidth(tex) <= longestSlash))
      return { tex, level: 'slash', shape };
    slots.length = start;
    return { ...fraction(part, at), shape };
  }

  function fraction({ numerator, denominator }: TexNode & { kind: 'quotient' }, at: Coordinate): Piece {
    const tex = String.raw`\dfrac{${inside(numerator, at)}}{${inside(denominator, at)}}`;
    return { tex, level: 'atom', shape: 'scalar' };
  }

  /** What can be raised to a power, or stand below a slash. */
  function base(part: TexNode, at: Coordinate): string {
    const piece = show(part, at);
    const isOne =
      piece.level === 'atom' ||
      (piece.level === 'number' && piece.isSigned !== true && piece.isLong !== true);
    return isOne ? piece.tex : bracketed(piece.tex);
  }

  function grouped(part: TexNode, at: Coordinate): string {
    const piece = show(part, at);
    return piece.level === 'sum' || piece.level === 'modulo' ? bracketed(piece.tex) : piece.tex;
  }

  const tex = inside(node, null);
  return { tex, slots };
}

/** A quotient is set as a fraction if it would take more signs in a line; in a wide line, all are. */
const LONGEST_SLASH = 20;
const LONGEST_SLASH_IN_WIDE = 6;
/** About so many signs find room beside the panel's names and results. */
const WIDE = 36;
/** Entries of a matrix with more are not computed in their places. */
const LONGEST_ENTRY = 12;

function bmatrix(rows: readonly string[]): string {
  // Fractions below one another would touch.
  const gap = rows.some((row) => row.includes(String.raw`\dfrac`)) ? '[1em]' : '';
  return String.raw`\begin{bmatrix}${rows.join(String.raw` \\${gap} `)}\end{bmatrix}`;
}

/** Entries in their places, row by row. */
function laidOut({ rows, cols }: Shape, entryTex: (entry: number) => string): string {
  return bmatrix(
    Array.from({ length: rows }, (_, i) =>
      Array.from({ length: cols }, (__, j) => entryTex(i * cols + j)).join(' & '),
    ),
  );
}

function bracketed(tex: string): string {
  return /\\begin|\\dfrac/.test(tex) ? String.raw`\left(${tex}\right)` : `(${tex})`;
}

function group(piece: Piece): Piece {
  return { tex: bracketed(piece.tex), level: 'atom', shape: piece.shape };
}

/** What stands between two factors. */
function joint(before: Piece, after: Piece, tex: string): string {
  if (before.shape === 'vector') return after.shape === 'scalar' ? String.raw` \cdot ` : String.raw` \odot `;
  if (after.shape !== 'scalar') return String.raw`\, `;
  // Brackets of a sum follow at once; numbers would run together.
  const isSum = after.level === 'sum' && /^(\\left)?\(/.test(tex);
  return isSum ? String.raw`\, ` : String.raw` \cdot `;
}

function callTex(name: string): string {
  if (name === 'value') return 'f';
  if (name === 'gradient') return String.raw`\nabla f`;
  if (name === 'hessian') return String.raw`\nabla^2 f`;
  return ['max', 'min', 'cos', 'ln'].includes(name) ? `\\${name}` : String.raw`\operatorname{${name}}`;
}

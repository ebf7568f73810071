import type { TexNode } from './parseTex.ts';
import { fail, nextToken, skip, takeToken, type Place, type Reader } from './texReader.ts';

/** What sums and cases are made of. */
export interface Grammar {
  readonly expression: (reader: Reader) => TexNode;
  readonly term: (reader: Reader) => TexNode;
}

/** Letters that count the entries of a list, as in `\sum_k @p_k`. */
export const COUNTERS = new Set(['i', 'j', 'k']);
/** Sums and products over the entries of lists. */
export const TOTALS: Readonly<Record<string, string>> = {
  [String.raw`\sum`]: 'sum',
  [String.raw`\prod`]: 'prod',
};

/**
 * Of `\sum_k …` and `\prod_k …`, what stands below the sign and the term that is added up: a call of `sum` or `prod`, with
 * the left-out entry of `\sum_{k \ne …}` as a second argument.
 */
export function totalOf(reader: Reader, sign: string, place: Place, { expression, term }: Grammar): TexNode {
  skip(reader, '_');
  const { text } = nextToken(reader);
  const below: TexNode[] = [];
  if (text === '{') {
    takeToken(reader);
    takeCounter(reader);
    skip(reader, String.raw`\ne`);
    below.push(expression(reader));
    skip(reader, '}');
  } else takeCounter(reader);
  const name = TOTALS[sign] + (below.length > 0 ? 'Except' : '');
  return { kind: 'call', name, subscript: null, args: [term(reader), ...below], place };
}

function takeCounter(reader: Reader): void {
  const { text, place } = takeToken(reader);
  if (!COUNTERS.has(text)) fail(place, `“${text}” does not count entries`);
}

const RELATIONS: Readonly<Record<string, string>> = {
  [String.raw`\ge`]: 'ge',
  [String.raw`\ne`]: 'ne',
};

/** Whether `\begin` is followed by `{cases}`. */
export function beginsCases({ template, index }: Reader): boolean {
  return template.startsWith('{cases}', index);
}

/** `\begin{cases} a & \text{if } b \ge c \\ d & \text{otherwise} \end{cases}`, a call of `cases` with the condition as a number. */
export function casesOf(reader: Reader, place: Place, { expression }: Grammar): TexNode {
  const words = (text: string) => {
    for (const character of text) skip(reader, character);
  };
  words('{cases}');
  const first = expression(reader);
  skip(reader, '&');
  skip(reader, String.raw`\text`);
  words('{if}');
  const left = expression(reader);
  const relation = takeToken(reader);
  if (!Object.hasOwn(RELATIONS, relation.text)) fail(relation.place, `“${relation.text}” is no relation`);
  const right = expression(reader);
  skip(reader, String.raw`\\`);
  const second = expression(reader);
  skip(reader, '&');
  skip(reader, String.raw`\text`);
  words('{otherwise}');
  skip(reader, String.raw`\end`);
  words('{cases}');
  const condition: TexNode = {
    kind: 'call',
    name: RELATIONS[relation.text],
    subscript: null,
    args: [left, right],
    place: relation.place,
  };
  return { kind: 'call', name: 'cases', subscript: null, args: [first, condition, second], place };
}

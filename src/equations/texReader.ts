/** A place in a formula, for messages. */
export interface Place {
  readonly template: string;
  readonly index: number;
}

export interface Token {
  /** Empty at the end. */
  readonly text: string;
  readonly place: Place;
}

/** A formula being read, from `index` on. */
export interface Reader {
  readonly template: string;
  index: number;
}

/** Spaces, and the commands that only move or stretch what stands beside them. */
const SPACE = /(?:\s|\\[,;:! ]|\\(?:left|right|quad)(?![A-Za-z]))*/y;
const TOKEN = /@(?:[A-Za-z][A-Za-z0-9-]*\.)?[A-Za-z][A-Za-z0-9]*|\\[A-Za-z]+|\\.|\d+(?:\.\d+)?|./suy;

/** A formula in the code that is not one, or whose values do not fit: a programmer's error. */
export function fail(place: Place, what: string): never {
  const { template, index } = place;
  throw new SyntaxError(`${what}, at ⟨here⟩ in “${template.slice(0, index)}⟨here⟩${template.slice(index)}”`);
}

/** The next token, left where it is. */
export function nextToken(reader: Reader): Token {
  SPACE.lastIndex = reader.index;
  SPACE.test(reader.template);
  TOKEN.lastIndex = SPACE.lastIndex;
  const place = { template: reader.template, index: SPACE.lastIndex };
  return { text: TOKEN.exec(reader.template)?.[0] ?? '', place };
}

export function takeToken(reader: Reader): Token {
  const token = nextToken(reader);
  reader.index = token.place.index + token.text.length;
  return token;
}

/** Takes a token that must be there. */
export function skip(reader: Reader, expected: string): void {
  const { text, place } = takeToken(reader);
  if (text !== expected) fail(place, `“${expected}” is expected`);
}

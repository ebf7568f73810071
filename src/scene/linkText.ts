import type { Spec, Specs, Value } from '../specs/spec.ts';

/**
 * The alphabet of links: letters, digits and `- . _ ~ & = , ; : * !`. None of them is changed by a browser, and
 * a messenger that percent-encodes some of them is undone by decoding the whole, since no link contains `%`.
 */

/** A finite number, as short as it can be written without losing a bit: `.05`, `-1.5`, `1234e-7`, `1e5`. */
export function numberToText(value: number): string {
  const text = String(value);
  const plain = text.replace('e+', 'e').replace(/^(-?)0\./, '$1.');
  const [mantissa, exponent = '0'] = text.split('e');
  const [whole, fraction = ''] = mantissa.split('.');
  const digits = (whole + fraction).replace(/^(-?)0+(?=\d)/, '$1');
  const short = digits.replace(/(?<=[1-9])0+$/, '');
  const power = Number(exponent) - fraction.length + digits.length - short.length;
  const scientific = `${short}e${power}`;
  return scientific.length < plain.length ? scientific : plain;
}

/** The number that a text stands for; null if it is none. `1e400` is Infinity, which its reader refuses. */
export function numberFromText(text: string): number | null {
  return /^-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : null;
}

/** The same as JSON: what is no number stays text, for its reader to refuse. */
export function numberOrText(text: string): number | string {
  return numberFromText(text) ?? text;
}

/** Letters, digits, `-` and `.` stay, a space becomes `_`, all else `~` with its code point in hexadecimal and `.`. */
export function nameToText(name: string): string {
  return Array.from(name, (letter) =>
    /[A-Za-z0-9.-]/.test(letter)
      ? letter
      : letter === ' '
        ? '_'
        : `~${(letter.codePointAt(0) ?? 0).toString(16)}.`,
  ).join('');
}

export function nameFromText(text: string): string {
  return text.replaceAll('_', ' ').replaceAll(/~([0-9a-f]{1,6})\./gi, (whole, code: string) => {
    const point = Number.parseInt(code, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** `key` and value in one word. A text follows a colon, so that keys and values stay apart. */
export function wordOf(key: string, value: number | string): string {
  return typeof value === 'number' ? key + numberToText(value) : `${key}:${value}`;
}

/** Several numbers in one word: `b0_.9_.99`. */
export function listWord(key: string, numbers: readonly number[]): string {
  return numbers.length === 0 ? `${key}:` : key + numbers.map(numberToText).join('_');
}

export function listFromText(text: string): readonly (number | string)[] {
  return text === '' ? [] : text.split('_').map(numberOrText);
}

/** Splits a word into key and value text; null if it is no word. */
export function splitWord(word: string): readonly [key: string, text: string] | null {
  const match = /^([a-z]+)(?::(.*)|([-.\d].*))$/i.exec(word);
  return match && [match[1], match[2] ?? match[3]];
}

/** A value of a spec as a word. A choice is written as the number of its option, a diagonal shape as 0. */
export function valueToWord(spec: Spec, value: Value): string {
  const { key } = spec;
  if (typeof value === 'number') return wordOf(key, value);
  if (typeof value === 'boolean') return wordOf(key, value ? 1 : 0);
  if (typeof value !== 'string') return listWord(key, value);
  return wordOf(key, spec.kind === 'choice' ? spec.options.indexOf(value) : 0);
}

/** The value that a word's text stands for under a spec; the text itself where it is none, for its reader to refuse. */
export function valueFromText(spec: Spec, text: string): unknown {
  switch (spec.kind) {
    case 'number':
      return numberOrText(text);
    case 'flag':
      return text === '1' ? true : text === '0' ? false : text;
    case 'choice':
      return /^\d+$/.test(text) ? (spec.options[Number(text)] ?? text) : text;
    case 'numbers':
      return listFromText(text);
    case 'shape':
      return text === '0' ? 'diagonal' : /^\d/.test(text) ? listFromText(text) : text;
  }
}

/** All values as words, in the specs' order. */
export function valuesToWords(specs: Specs, values: Readonly<Record<string, Value>>): string[] {
  return Object.entries(specs).map(([name, spec]) => valueToWord(spec, values[name]));
}

/** The JSON of the values that words stand for; words of no spec are handed to `lost`. */
export function valuesFromWords(
  specs: Specs,
  words: readonly string[],
  lost: (word: string) => void,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const word of words) {
    const split = splitWord(word);
    const found = split && Object.entries(specs).find(([, spec]) => spec.key === split[0]);
    if (split && found) values[found[0]] = valueFromText(found[1], split[1]);
    else lost(word);
  }
  return values;
}

/** The JSON of words with fixed keys: `fields` gives each key its name and the meaning of its text. */
export function fieldsFromWords(
  words: readonly string[],
  fields: Readonly<Record<string, readonly [name: string, read: (text: string) => unknown]>>,
  lost: (word: string) => void,
): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  for (const word of words) {
    const split = splitWord(word);
    if (split && Object.hasOwn(fields, split[0])) {
      const [name, read] = fields[split[0]];
      json[name] = read(split[1]);
    } else lost(word);
  }
  return json;
}

import type { PrintedNumber } from '../reading.ts';

interface Meanings {
  readonly term: (name: string, body: string) => string;
  readonly slot: (index: number) => string;
}

const MACRO = /\\(term|slot)\{/g;

/** Puts what `\term{name}{…}` and `\slot{i}` mean in their place; a body comes with its own macros replaced. */
export function replaceMacros(tex: string, meanings: Meanings): string {
  let result = '';
  let done = 0;
  for (const match of tex.matchAll(MACRO)) {
    if (match.index < done) continue;
    const [first, end] = group(tex, match.index + match[0].length);
    result += tex.slice(done, match.index);
    if (match[1] === 'slot') {
      result += meanings.slot(Number(first));
      done = end;
    } else {
      const [body, bodyEnd] = group(tex, end + 1);
      result += meanings.term(first, replaceMacros(body, meanings));
      done = bodyEnd;
    }
  }
  return result + tex.slice(done);
}

/** What is between a brace that opens right before `start` and the one that closes it, and where it ends. */
function group(tex: string, start: number): [string, number] {
  let depth = 1;
  let index = start;
  for (; index < tex.length; index++) {
    if (tex[index - 1] !== '\\') {
      if (tex[index] === '{') depth += 1;
      if (tex[index] === '}') depth -= 1;
    }
    if (depth === 0) break;
  }
  return [tex.slice(start, index), index + 1];
}

/** TeX in which names stand as `@name`, and what each name's symbol is. */
export interface NamedTex {
  readonly template: string;
  readonly symbols: ReadonlyMap<string, string>;
}

/** The template that a line in symbols was made from. */
export function namedTex(tex: string): NamedTex {
  const symbols = new Map<string, string>();
  const template = replaceMacros(tex, {
    term(name, body) {
      symbols.set(name, body);
      return `@${name} `;
    },
    slot: (index) => `@slot${index} `,
  });
  // A name in braces of its own may be followed by an index.
  return { template: template.replaceAll(/\{\s*(@[\w.-]+)\s*\}/g, '$1 '), symbols };
}

/** The template of a line in numbers: each slot is a name. */
export function numberedTex(tex: string, slots: readonly PrintedNumber[]): string {
  return replaceMacros(tex, {
    term: (_name, body) => `{${body}}`,
    slot(index) {
      if (!(index in slots)) throw new RangeError(`There is no number ${index}.`);
      return `@slot${index} `;
    },
  });
}

import type { Specs } from '../specs/spec.ts';
import { numberToText, valueFromText, valuesFromWords, valuesToWords } from './linkText.ts';
import type { Choice } from './scene.ts';

/**
 * Short ids that schedules and modifiers have in links; a member without one is written with its id, and the
 * id is always understood. They stand in people's links: never change or reuse one.
 */
export const SHORT_IDS = {
  schedules: {
    constant: 'k',
    step: 's',
    exponential: 'e',
    cosine: 'c',
    linear: 'l',
    warmup: 'w',
    restarts: 'r',
    'halve-on-divergence': 'h',
  } as Readonly<Record<string, string>>,
  modifiers: { sam: 's', 'weight-decay': 'w', lookahead: 'l' } as Readonly<Record<string, string>>,
} as const;

/** A family as links see it. */
export interface Family {
  readonly members: Readonly<Record<string, { readonly hyperparameters: Specs }>>;
  readonly short: Readonly<Record<string, string>>;
}

/**
 * A member with its values: its id, at once followed by its first value if that is a number, and the other values
 * as words: `adam.05,f.9,s.999`, `c.1`, `l5,a.5`.
 */
export function memberToText({ members, short }: Family, { id, hyperparameters }: Choice<string>): string {
  const specs = members[id].hyperparameters;
  const words = valuesToWords(specs, hyperparameters);
  const [name, first] = Object.entries(specs)[0] ?? [];
  const written = short[id] ?? id;
  if (first?.kind !== 'number') return [written, ...words].join(',');
  return [written + numberToText(hyperparameters[name] as number), ...words.slice(1)].join(',');
}

/** The JSON that a member's text stands for. An unknown id stands there as it was written, for its reader to refuse. */
export function memberFromText(
  { members, short }: Family,
  text: string,
  lost: (word: string) => void,
): Record<string, unknown> {
  const [head, ...words] = text.split(',');
  const [, written, value] = /^([a-z-]*[a-z])(-?[.\d].*)?$/i.exec(head) ?? [head, head];
  const id = Object.keys(members).find((key) => key === written || short[key] === written);
  // An unknown member's words have no meaning.
  if (id === undefined) return { id: written };
  const specs = members[id].hyperparameters;
  const [name, first] = Object.entries(specs)[0] ?? [];
  const hyperparameters: Record<string, unknown> = {};
  if (value !== undefined) {
    if (first?.kind === 'number') hyperparameters[name] = valueFromText(first, value);
    else lost(head);
  }
  return { id, hyperparameters: { ...hyperparameters, ...valuesFromWords(specs, words, lost) } };
}

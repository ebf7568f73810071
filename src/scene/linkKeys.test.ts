import { describe, expect, test } from 'vitest';
import linkKeys from '../fixtures/linkKeys.json' with { type: 'json' };
import { LOSS_TOPICS } from '../losses/topics/registry.ts';
import { MODIFIERS } from '../modifiers/registry.ts';
import { OPTIMIZERS } from '../optimizers/registry.ts';
import { PROBLEMS } from '../problems/registry.ts';
import { SCHEDULES } from '../schedules/registry.ts';
import type { Specs } from '../specs/spec.ts';
import { SHORT_IDS } from './linkMember.ts';

// src/fixtures/linkKeys.json lists what stands in people's links: of each member its values in order, each with
// its key and, if it is a choice, its options. To a list one may add, at its end; never change or remove.

type Row = readonly [name: string, key: string, ...options: string[]];
type Family = Readonly<Record<string, readonly Row[]>>;

function rowsOf(specs: Specs): Row[] {
  return Object.entries(specs).map(([name, spec]) => [
    name,
    spec.key,
    ...(spec.kind === 'choice' ? spec.options : []),
  ]);
}

function familyOf<M>(registry: Readonly<Record<string, M>>, specsOf: (member: M) => Specs): Family {
  return Object.fromEntries(Object.entries(registry).map(([id, member]) => [id, rowsOf(specsOf(member))]));
}

const families = {
  problems: familyOf(PROBLEMS, ({ parameters }) => parameters),
  optimizers: familyOf(OPTIMIZERS, ({ hyperparameters }) => hyperparameters),
  schedules: familyOf(SCHEDULES, ({ hyperparameters }) => hyperparameters),
  modifiers: familyOf(MODIFIERS, ({ hyperparameters }) => hyperparameters),
  topics: familyOf(LOSS_TOPICS, ({ values }) => values),
};
const frozen = linkKeys as unknown as typeof families & { readonly shortIds: typeof SHORT_IDS };

describe.each(Object.keys(families) as (keyof typeof families)[])('%s', (family) => {
  const members = Object.entries(families[family]);

  test('still have every key, id and option that a link may hold, and the first value first', () => {
    for (const [id, rows] of Object.entries(frozen[family])) {
      const present = families[family][id] ?? [];
      for (const row of rows) {
        const same = present.find(([name]) => name === row[0]) ?? [];
        expect(same.slice(0, row.length), `${id}.${row[0]}`).toEqual(row);
      }
      expect(present[0]?.[0], id).toBe(rows[0]?.[0]);
    }
  });

  test('have all their keys listed', () => {
    expect(frozen[family], 'add what is new to src/fixtures/linkKeys.json').toEqual(families[family]);
  });

  test('have keys of letters, each used once in its member', () => {
    for (const [id, rows] of members) {
      const keys = rows.map(([, key]) => key);
      expect(new Set(keys).size, id).toBe(keys.length);
      for (const key of keys) expect(key, id).toMatch(/^[A-Za-z]+$/);
    }
  });

  test('have ids and options that a link can tell from numbers', () => {
    for (const [id, rows] of members) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      // A page has options that are labels and numbers; all are written by their place in the list.
      if (family === 'topics') continue;
      for (const [name, , ...options] of rows)
        for (const option of options) expect(option, `${id}.${name}`).toMatch(/^[a-z][a-z0-9-]*$/);
    }
  });
});

test('no problem parameter has the key of the scale or the rotation', () => {
  const keys = Object.values(families.problems).flatMap((rows) => rows.map(([, key]) => key));
  for (const taken of ['scale', 'rot']) expect(keys).not.toContain(taken);
});

describe.each(['schedules', 'modifiers'] as const)('short ids of %s', (family) => {
  const short = SHORT_IDS[family];

  test('are those that are listed', () => {
    expect(short).toMatchObject(frozen.shortIds[family]);
    expect(frozen.shortIds[family], 'add what is new to src/fixtures/linkKeys.json').toEqual(short);
  });

  test('stand for one member each, and are nobody’s id', () => {
    const ids = Object.keys(families[family]);
    const codes = Object.values(short);
    expect(new Set([...ids, ...codes]).size).toBe(ids.length + codes.length);
    for (const id of Object.keys(short)) expect(ids).toContain(id);
  });
});

import { expect, test } from 'vitest';
import { explain } from '../engine/explain.ts';
import { taskWith } from '../engine/recordedRun.ts';
import { MODIFIERS } from '../modifiers/registry.ts';
import { SCHEDULES } from '../schedules/registry.ts';
import type { Citation } from '../specs/citation.ts';
import type { AnyValues, Specs } from '../specs/spec.ts';
import { deviationFromRule } from './holdToAccount.ts';
import { OPTIMIZERS, type OptimizerId } from './registry.ts';
import { compare, REFERENCE_CASES, type ReferenceCase } from './referenceCases.ts';
import { formsOf } from './variants.ts';

// The documentation's table of what each optimizer is held to is written by this test: `npx vitest -u` writes it anew.

const HEAD = `# Agreement

What each optimizer, modifier and schedule is held to, and by how much it differs. This page is written by the test run
(src/optimizers/agreement.test.ts); a test fails when it is out of date.

- **Held to** a program outside the project: the reference's own iterates and losses in float64
  (src/fixtures/reference/README.md says how they were computed). The deviation is the largest of |a − b| / max(1, |a|, |b|)
  over all iterates and losses of all its cases, rounded up to a power of ten.
- **Its own rule**: every line that the page displays, evaluated from its TeX with a step's recorded numbers, beside what the
  step recorded. The deviation is the largest of any line of steps 1 to 8 on Himmelblau's function with noise, relative to the
  line's largest entry, rounded up to a power of ten.
`;

interface Entry {
  readonly member: string;
  readonly variant: string;
  readonly heldTo: string;
  readonly deviation: number;
}

/** What a person chooses between: everything but numbers. */
function variantText(specs: Specs, values: Readonly<Record<string, unknown>>): string {
  const chosen = Object.entries(specs).flatMap(([name, spec]) => {
    if (spec.kind === 'number' || !Object.hasOwn(values, name)) return [];
    const value = values[name];
    if (spec.kind === 'numbers') return [];
    return spec.kind === 'flag'
      ? [value === true ? name : `no ${name}`]
      : [`${name} ${JSON.stringify(value)}`];
  });
  return chosen.join(', ').replaceAll('"', '');
}

function placeOf(citation: Citation): string {
  return 'lecture' in citation ? `${citation.lecture}: ${citation.at}` : `${citation.paper}, ${citation.at}`;
}

function deviationOf(given: ReferenceCase): number {
  return Math.max(
    ...compare(given).map(
      ({ actual, expected }) =>
        Math.abs(actual - expected) / Math.max(1, Math.abs(actual), Math.abs(expected)),
    ),
  );
}

/** The next power of ten, so that the last digits of a computer's powers do not show. */
function rounded(deviation: number): string {
  return deviation === 0 ? '0' : `1e${Math.ceil(Math.log10(deviation))}`;
}

function deviationFromOwnRule(id: OptimizerId, hyperparameters: AnyValues): number {
  const scene = {
    problem: { id: 'himmelblau' },
    start: [0.5, -0.7],
    steps: 9,
    sampling: { seed: 11, noise: 0.5 },
  };
  const task = taskWith(scene, id, hyperparameters);
  const steps = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((t) => explain(task, t) ?? []);
  return Math.max(...steps.map((explanation) => deviationFromRule(task, explanation)));
}

/** The cases of a family's members, one entry a variant. */
function byVariant(
  cases: readonly ReferenceCase[],
  memberOf: (given: ReferenceCase) => { readonly name: string; readonly variant: string },
): Entry[] {
  const groups = new Map<string, ReferenceCase[]>();
  for (const given of cases) {
    const { name, variant } = memberOf(given);
    const key = JSON.stringify([name, variant, given.reference]);
    groups.set(key, [...(groups.get(key) ?? []), given]);
  }
  return [...groups].map(([key, group]) => {
    const [member, variant, reference] = JSON.parse(key) as [string, string, string];
    const count = `${group.length} ${group.length === 1 ? 'case' : 'cases'}`;
    return {
      member,
      variant,
      heldTo: `${reference} (${count})`,
      deviation: Math.max(...group.map(deviationOf)),
    };
  });
}

function table(entries: readonly Entry[], sourcesOf: (member: string) => readonly Citation[]): string {
  let before = '';
  const rows = entries.map(({ member, variant, heldTo, deviation }) => {
    const isFirst = member !== before;
    before = member;
    const sources = isFirst ? sourcesOf(member).map(placeOf).join('; ') : '';
    return `| ${isFirst ? `**${member}**` : ''} | ${variant || '–'} | ${sources} | ${heldTo} | ${rounded(deviation)} |`;
  });
  return [
    '| | variant | source | held to | largest deviation |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** Every form of an optimizer beside its own rule; forms that differ only in numbers share an entry. */
function formEntries(id: OptimizerId): Entry[] {
  const { name, hyperparameters } = OPTIMIZERS[id];
  const deviations = new Map<string, number>();
  for (const form of formsOf(hyperparameters, 2)) {
    const variant = variantText(hyperparameters, form);
    deviations.set(variant, Math.max(deviations.get(variant) ?? 0, deviationFromOwnRule(id, form)));
  }
  return [...deviations].map(([variant, deviation]) => ({
    member: name,
    variant,
    heldTo: 'its own rule',
    deviation,
  }));
}

test('the table of the documentation says what was measured', async () => {
  const plain = REFERENCE_CASES.filter(({ modifiers, schedule }) => !modifiers && !schedule);
  const optimizers = Object.entries(OPTIMIZERS).flatMap(([id, { name, hyperparameters }]) => [
    ...byVariant(
      plain.filter(({ optimizer }) => optimizer.id === id),
      ({ optimizer }) => ({ name, variant: variantText(hyperparameters, optimizer.hyperparameters) }),
    ),
    ...formEntries(id as OptimizerId),
  ]);
  const modifiers = Object.entries(MODIFIERS).flatMap(([id, { name, hyperparameters }]) =>
    byVariant(
      REFERENCE_CASES.filter((given) => given.modifiers?.some((modifier) => modifier.id === id)),
      ({ optimizer, modifiers: [modifier] = [] }) => ({
        name,
        variant: [
          variantText(hyperparameters, (modifier as { hyperparameters?: AnyValues }).hyperparameters ?? {}),
          `over ${OPTIMIZERS[optimizer.id as OptimizerId].name}`,
        ]
          .filter(Boolean)
          .join(', '),
      }),
    ),
  );
  const schedules = Object.entries(SCHEDULES).flatMap(([id, { name }]) =>
    byVariant(
      REFERENCE_CASES.filter(({ schedule }) => schedule?.id === id),
      () => ({ name, variant: '' }),
    ),
  );
  const citesOf =
    (family: Readonly<Record<string, { readonly name: string; readonly cite: readonly Citation[] }>>) =>
    (member: string) =>
      Object.values(family).find(({ name }) => name === member)?.cite ?? [];
  const page = [
    HEAD,
    '## Optimizers\n',
    table(optimizers, citesOf(OPTIMIZERS)),
    '\n## Modifiers\n',
    table(modifiers, citesOf(MODIFIERS)),
    '\n## Schedules\n',
    table(schedules, citesOf(SCHEDULES)),
    '\nConstant, restarts and halving on divergence have no reference outside: they are held to factors worked by hand\n(src/schedules).\n',
  ].join('\n');
  await expect(page).toMatchFileSnapshot('../../docs/agreement.md');
});

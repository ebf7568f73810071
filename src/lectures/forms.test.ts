import { expect, test } from 'vitest';
import printedIn from '../fixtures/lectures.json' with { type: 'json' };
import { MODIFIERS } from '../modifiers/registry.ts';
import { OPTIMIZERS } from '../optimizers/registry.ts';
import { readScene } from '../scene/readScene.ts';
import type { Run } from '../scene/scene.ts';
import { SCHEDULES } from '../schedules/registry.ts';
import { LECTURES, type Citation, type Lecture } from '../specs/citation.ts';
import { differences, following, formsOfRun, PRINTED, printedOf, type Part } from './forms.ts';
import type { PrintedForm } from './printedForm.ts';

// src/fixtures/lectures.json is the list of what each lecture prints or only names: no cell of it may be empty here.

type Cells = Readonly<Record<string, Readonly<Partial<Record<Lecture, string>>>>>;

const expected: Readonly<Record<keyof typeof PRINTED, Cells>> = printedIn;
const families = ['optimizers', 'modifiers', 'schedules'] as const;

/** A form prints a rule, or the lecture only names or describes it. */
const printsRule = ({ lines, code }: PrintedForm) => lines.length > 0 || code !== undefined;

test.each(families)('every one of the %s is in the list of what the lectures print', (family) => {
  expect(Object.keys(PRINTED[family]).toSorted()).toEqual(Object.keys(expected[family]).toSorted());
});

for (const family of families)
  for (const [id, cells] of Object.entries(expected[family]))
    test.each(LECTURES)(`what %s prints of ${id} is here, and nothing else`, (lecture) => {
      const all: Readonly<Record<string, readonly PrintedForm[]>> = PRINTED[family];
      const forms = all[id].filter((form) => form.lecture === lecture);
      const cell = forms.length === 0 ? undefined : forms.some(printsRule) ? 'printed' : 'named';
      expect(cell).toBe(cells[lecture]);
      for (const form of forms) {
        expect(form.at).not.toBe('');
        // What is only named has the form that is usual, or the slide's own words.
        if (!printsRule(form)) expect(form.usual ?? form.quote).toBeDefined();
        else expect(form.symbols.length).toBeGreaterThan(0);
      }
    });

test('several forms of one lecture have different titles', () => {
  for (const family of families)
    for (const forms of Object.values(PRINTED[family]))
      for (const lecture of LECTURES) {
        const titles = forms.filter((form) => form.lecture === lecture).map(({ title }) => title);
        expect(new Set(titles).size).toBe(titles.length);
      }
});

interface Case {
  readonly name: string;
  readonly form: PrintedForm;
  readonly part: Part;
  readonly json: object;
}

/** Each form beside a run, as JSON, that has its member with defaults. */
const CASES: readonly Case[] = [
  ...Object.entries(PRINTED.optimizers).flatMap(([id, forms]) =>
    forms.map((form) => ({ id, form, part: 'optimizer' as const, json: { optimizer: { id } } })),
  ),
  ...Object.entries(PRINTED.schedules).flatMap(([id, forms]) =>
    forms.map((form) => ({ id, form, part: 0, json: { optimizer: { id: 'sgd' }, schedule: { id } } })),
  ),
  ...(['sam', 'weight-decay', 'lookahead'] as const).flatMap((id) =>
    PRINTED.modifiers[id].map((form) => ({
      id,
      form,
      part: id,
      json: { optimizer: { id: 'sgd' }, modifiers: [{ id }] },
    })),
  ),
].map(({ id, ...rest }) => ({ ...rest, name: `${id} in ${rest.form.lecture}, ${rest.form.at}` }));

function runOf(problem: string, json: unknown): Run {
  const { scene, issues } = readScene({ problem: { id: problem }, runs: [json] });
  expect(issues).toEqual([]);
  return scene.runs[0];
}

test.each(CASES)('a run that follows $name is a run, and differs no more', ({ form, part, json }) => {
  for (const [problem, n] of [
    ['himmelblau', 2],
    ['matrix-regression', 4],
  ] as const) {
    const formed = following(runOf(problem, json), part, form, n);
    expect(runOf(problem, formed)).toEqual(formed);
    // Another optimizer has no differences to this one's form: it is not what the form is printed of.
    if (form.follow.optimizer === undefined) expect(differences(formed, part, form, n)).toEqual([]);
  }
});

test('a run keeps what a form does not speak of', () => {
  const hyperparameters = { learningRate: 0.3, beta1: 0.5, epsilon: 1e-3 };
  const run = runOf('himmelblau', { optimizer: { id: 'adam', hyperparameters }, name: 'Mine', slot: 5 });
  const [form] = PRINTED.optimizers.adam;
  expect(differences(run, 'optimizer', form, 2)).toEqual([
    { name: 'epsilonPlacement', value: 'inside' },
    { name: 'biasCorrection', value: false },
  ]);
  const formed = following(run, 'optimizer', form, 2);
  expect(formed).toMatchObject({ name: 'Mine', slot: 5, optimizer: { hyperparameters } });
});

test('Memphis’s Adadelta is followed by RMSProp, which keeps ρ and ε', () => {
  const hyperparameters = { rho: 0.8, epsilon: 1e-4 };
  const run = runOf('himmelblau', { optimizer: { id: 'adadelta', hyperparameters } });
  const { optimizer } = following(run, 'optimizer', PRINTED.optimizers.adadelta[0], 2);
  expect(optimizer).toEqual({
    id: 'rmsprop',
    hyperparameters: { learningRate: 0.001, rho: 0.8, epsilon: 1e-4, epsilonPlacement: 'inside' },
  });
});

test('a run is offered the lectures that print something of it', () => {
  const sophia = { optimizer: { id: 'sophia' } };
  const of = (json: unknown) => formsOfRun(runOf('himmelblau', json));
  expect(of(sophia)).toEqual(['Memphis']);
  expect(of({ ...sophia, modifiers: [{ id: 'sam' }] })).toEqual(['Memphis', 'Westlake']);
  expect(of({ ...sophia, schedule: [{ id: 'step' }] })).toEqual([...LECTURES]);
  const run = runOf('himmelblau', { ...sophia, schedule: [{ id: 'cosine' }], modifiers: [{ id: 'sam' }] });
  expect(printedOf(run, 'Westlake').map(({ part, name }) => [part, name])).toEqual([
    [0, 'Cosine'],
    ['sam', 'SAM'],
  ]);
});

test('every lecture that the product cites for a member prints it', () => {
  for (const [family, registry] of [
    ['optimizers', OPTIMIZERS],
    ['modifiers', MODIFIERS],
    ['schedules', SCHEDULES],
  ] as const)
    for (const [id, member] of Object.entries(registry)) {
      const cite: readonly Citation[] = member.cite;
      const cited = cite.flatMap((citation) => ('lecture' in citation ? [citation.lecture] : []));
      expect([id, [...new Set(cited)].toSorted()]).toEqual([
        id,
        Object.keys(expected[family][id]).toSorted(),
      ]);
    }
});

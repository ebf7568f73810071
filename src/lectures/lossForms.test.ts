import { expect, test } from 'vitest';
import printedIn from '../fixtures/lossLectures.json' with { type: 'json' };
import { LOSSES, type LossId } from '../losses/registry.ts';
import { LECTURES, type Lecture } from '../specs/citation.ts';
import { LOSS_ERRATA } from './lossErrata.ts';
import { lecturesOfLoss, PRINTED_LOSSES } from './lossForms.ts';

// src/fixtures/lossLectures.json is the list of what each lecture prints or only names: no cell of it may be empty here.

const expected: Readonly<Record<LossId, Readonly<Partial<Record<Lecture, string>>>>> = printedIn;
const IDS = Object.keys(LOSSES) as LossId[];

test('every loss is in the list of what the lectures print', () => {
  expect(Object.keys(expected)).toEqual(IDS);
  expect(Object.keys(PRINTED_LOSSES)).toEqual(IDS);
});

for (const id of IDS)
  test.each(LECTURES)(`what %s prints of ${id} is here, and nothing else`, (lecture) => {
    const forms = PRINTED_LOSSES[id].filter((form) => form.lecture === lecture);
    const cell =
      forms.length === 0 ? undefined : forms.some(({ lines }) => lines.length > 0) ? 'printed' : 'named';
    expect(cell).toBe(expected[id][lecture]);
    for (const form of forms) {
      expect(form.at).not.toBe('');
      // What is only named has the form that is usual, or the slide's own words.
      if (form.lines.length === 0) expect(form.usual ?? form.quote).toBeDefined();
      else expect(form.symbols.length).toBeGreaterThan(0);
    }
    const titles = forms.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

test('the lectures cited for a loss are those that print it', () => {
  for (const id of IDS) {
    const cited = LOSSES[id].cite.flatMap((citation) => ('lecture' in citation ? [citation.lecture] : []));
    expect([id, cited]).toEqual([id, lecturesOfLoss(id)]);
  }
});

test('an erratum stands beside a loss that its lecture prints', () => {
  for (const { lecture, concerns } of LOSS_ERRATA) {
    expect(concerns.length).toBeGreaterThan(0);
    for (const id of concerns) expect(lecturesOfLoss(id)).toContain(lecture);
  }
});

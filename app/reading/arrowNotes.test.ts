import { expect, test } from 'vitest';
import { explain } from '../../src/engine/explain.ts';
import { taskWith } from '../../src/engine/recordedRun.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import { pictureOf } from '../../src/reading/arrows.ts';
import type { StepPicture } from '../../src/reading/arrows/stepPicture.ts';
import { arrowNotes } from './arrowNotes.ts';

const BOWL = { problem: { id: 'bowl' }, start: [3, -2], steps: 9 };

function notes(
  id: string,
  hyperparameters: object,
  place: object = BOWL,
  change = (picture: StepPicture) => picture,
) {
  const task = taskWith({ ...place }, id, { ...hyperparameters });
  const step = explain(task, 2) ?? expect.fail('there is no step 2');
  return arrowNotes(change(pictureOf(task, step)), createProblem(task.problem), ['x', 'y'], null);
}

const withUpdate =
  (...update: number[]) =>
  (picture: StepPicture): StepPicture => ({
    ...picture,
    arrows: picture.arrows.map((arrow) =>
      arrow.role === 'update' ? { ...arrow, vector: Float64Array.from(update) } : arrow,
    ),
  });

test('a picture that says all by itself has no note', () => {
  expect(notes('adam', {})).toEqual([]);
});

test('a step of length 0 is said in words, and so is one beyond all numbers', () => {
  expect(notes('adam', {}, BOWL, withUpdate(0, 0))).toEqual([
    'No arrow for update: its length is 0 in this step.',
  ]);
  expect(notes('adam', {}, BOWL, withUpdate(Number.POSITIVE_INFINITY, 2))).toEqual([
    'Beyond every number: update.',
  ]);
  expect(notes('adam', {}, BOWL, withUpdate(Number.NaN, 2))).toEqual([
    'Not a number, and not drawn: update.',
  ]);
});

test('arrows that leave the map are named', () => {
  const task = taskWith({ ...BOWL }, 'momentum', {});
  const step = explain(task, 2) ?? expect.fail('there is no step 2');
  const drawn = { scales: {}, states: { update: 'leaves', g: 'leaves' }, isSmall: false } as const;
  expect(arrowNotes(pictureOf(task, step), createProblem(task.problem), ['x', 'y'], drawn)).toEqual([
    'Leads out of the map: gradient and update.',
  ]);
});

test('shapes and projections are explained', () => {
  expect(notes('sophia', {})[0]).toContain('nowhere beyond');
  expect(notes('muon', {})[0]).toContain('circle');
  expect(notes('newton', {}, { problem: { id: 'himmelblau' }, start: [4, -1], steps: 9 })[0]).toContain(
    'ellipse',
  );
  expect(notes('newton', {}, { problem: { id: 'himmelblau' }, start: [0.5, -3], steps: 9 })[0]).toContain(
    'no ellipse',
  );
  const matrix = { problem: { id: 'matrix-regression' }, start: [0.5, -1, 2, 3], steps: 9 };
  expect(notes('adam', {}, matrix)).toEqual([
    'The map shows x and y of 4 parameters: arrows are drawn as they lie in its plane, and lengths are of all 4.',
  ]);
  expect(notes('adam', {}, { problem: { id: 'reddi' }, start: [0.4], steps: 9 })[0]).toContain('vertical');
});

import { describe, expect, test } from 'vitest';
import { readScene } from '../../src/scene/readScene.ts';
import { runNames } from './names.ts';

/** Names of runs, each written as its optimizer's id, or with a name of its own behind a colon. */
function namesOf(...runs: readonly string[]): string[] {
  const { scene, issues } = readScene({
    runs: runs.map((run) => {
      const [id, name] = run.split(':');
      return { optimizer: { id }, name: name ?? null };
    }),
  });
  expect(issues).toEqual([]);
  return runNames(scene.runs);
}

describe('the name of a run', () => {
  test('is its optimizer’s, or its own', () => {
    expect(namesOf('sgd', 'adam:Too fast', 'muon')).toEqual(['SGD', 'Too fast', 'Muon']);
  });

  test('is numbered in order where several share it', () => {
    expect(namesOf('adam', 'sgd', 'adam', 'adam')).toEqual(['Adam 1', 'SGD', 'Adam 2', 'Adam 3']);
    expect(namesOf('sgd:Mine', 'adam:Mine')).toEqual(['Mine 1', 'Mine 2']);
  });

  test('is numbered, too, where a person has called another run the same', () => {
    expect(namesOf('adam', 'sgd:Adam')).toEqual(['Adam 1', 'Adam 2']);
  });

  test('is never that of another run, whatever people call them', () => {
    expect(namesOf('adam', 'adam', 'sgd:Adam 2')).toEqual(['Adam 1', 'Adam 3', 'Adam 2']);
  });

  test('of no runs are none', () => {
    expect(runNames([])).toEqual([]);
  });
});

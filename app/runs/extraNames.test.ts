import { expect, test } from 'vitest';
import { readScene } from '../../src/scene/readScene.ts';
import { extrasSummary, inOrder, modifierSummary, scheduleSummary } from './extraNames.ts';

function runWith(run: object) {
  const { scene, issues } = readScene({ runs: [{ optimizer: { id: 'adam' }, ...run }] });
  expect(issues).toEqual([]);
  return scene.runs[0];
}

const FULL = runWith({
  schedule: [{ id: 'warmup' }, { id: 'halve-on-divergence' }],
  modifiers: [{ id: 'lookahead' }, { id: 'sam' }, { id: 'weight-decay' }],
});

test('a schedule is its factors, and constant where it has none', () => {
  expect(scheduleSummary(FULL.schedule)).toBe('warm-up × halve on divergence');
  expect(scheduleSummary([])).toBe('constant');
});

test('modifiers stand in the order in which they apply, however they were written', () => {
  expect(modifierSummary(FULL.modifiers)).toBe('SAM, Weight decay, Lookahead');
  expect(inOrder(FULL.modifiers).map(({ id }) => id)).toEqual(['sam', 'weight-decay', 'lookahead']);
  expect(modifierSummary([])).toBe('none');
});

test('both together are nothing where there is neither', () => {
  expect(extrasSummary(FULL)).toBe('warm-up × halve on divergence, SAM, Weight decay, Lookahead');
  expect(extrasSummary(runWith({ modifiers: [{ id: 'sam' }] }))).toBe('SAM');
  expect(extrasSummary(runWith({}))).toBe('');
});

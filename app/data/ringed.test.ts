import { describe, expect, test } from 'vitest';
import { batchAt } from '../../src/random/batches.ts';
import { createRinged } from './ringed.ts';

describe('the batch that is ringed', () => {
  const settings = { seed: 7, batchSize: 16, order: 'replacement' } as const;
  const ringed = createRinged(settings, 100);

  test('is that of the step which leads to the playhead, each sample once', () => {
    const batch = [...(batchAt(settings, 100, 5) ?? [])];
    const shown = ringed.at(5, false);
    expect(shown?.step).toBe(5);
    expect(shown?.size).toBe(16);
    expect([...(shown?.ringed ?? [])]).toEqual([...new Set(batch)].sort((a, b) => a - b));
    // On its way to step 5.
    expect(ringed.at(4.25, true)).toBe(ringed.at(5, false));
    expect(ringed.at(5.25, true)?.step).toBe(6);
  });

  test('is none at the start, and none where each step sees all samples', () => {
    expect(ringed.at(0, false)).toBeNull();
    expect(createRinged({ ...settings, batchSize: 'full' }, 100).at(5, false)).toBeNull();
    expect(createRinged({ ...settings, batchSize: 100, order: 'epochs' }, 100).at(5, false)).toBeNull();
  });

  test('is cut where it is large, and waits for rest', () => {
    const large = createRinged({ ...settings, batchSize: 5000 }, 100_000);
    expect(large.at(3, true)).toBeNull();
    const shown = large.at(3, false);
    expect(shown?.isCut).toBe(true);
    expect(shown?.size).toBe(5000);
    expect(shown?.ringed.length).toBeLessThanOrEqual(600);
  });

  test('may be the smaller one that an epoch ends with', () => {
    const epochs = createRinged({ ...settings, batchSize: 30, order: 'epochs' }, 100);
    expect([1, 2, 3, 4, 5].map((step) => epochs.at(step, false)?.size)).toEqual([30, 30, 30, 10, 30]);
  });
});

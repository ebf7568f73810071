import { expect, test } from 'vitest';
import { normal } from './draws.ts';
import { normalsInto } from './normalTable.ts';

test('kept draws are those of the source, whichever seed, size and step was asked for before', () => {
  for (const [seed, n, step] of [
    [7, 2, 1],
    [7, 2, 4096],
    [7, 2, 1],
    [8, 2, 1],
    [7, 4, 1],
    [7, 4, 3],
    [7, 2, 4097],
    [7, 2, 900_000],
    [0xffffffff, 2, 12],
  ]) {
    const out = new Float64Array(n);
    normalsInto(out, seed, 'noise', step);
    expect([...out]).toEqual(Array.from(out, (_, i) => normal(seed, 'noise', step, i)));
  }
});

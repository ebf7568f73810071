import { describe, expect, test } from 'vitest';
import { OPTIMIZERS, type OptimizerId } from '../../src/optimizers/registry.ts';
import { shortCitation } from './shortCitation.ts';

describe('the place where a rule is printed', () => {
  test('is a numbered algorithm where there is one', () => {
    expect(shortCitation(OPTIMIZERS.adam.cite)).toEqual({ source: 'Optimizers', place: 'Algorithm 8.7' });
    expect(shortCitation(OPTIMIZERS.rmsprop.cite)).toEqual({ source: 'Optimizers', place: 'Algorithm 8.5' });
  });

  test('is else a lecture’s shortest, without remarks', () => {
    expect(
      shortCitation([
        { lecture: 'Memphis', at: '“A long title of a slide”, with a remark' },
        { lecture: 'Westlake', at: '“Short” (exact), which says more' },
        { paper: 'P', at: 'x' },
      ]),
    ).toEqual({ source: 'Westlake', place: '“Short”' });
  });

  test('is none where no lecture prints it', () => {
    expect(shortCitation([{ paper: 'A paper', at: 'Algorithm 1' }])).toBeNull();
  });

  test.each(Object.keys(OPTIMIZERS) as OptimizerId[])('of %s fits beside its rule', (id) => {
    const found = shortCitation(OPTIMIZERS[id].cite);
    expect(found).not.toBeNull();
    expect(`${found?.source}, ${found?.place}`.length).toBeLessThan(50);
  });
});

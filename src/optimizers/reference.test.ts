import { describe, expect, test } from 'vitest';
import { OPTIMIZERS } from './registry.ts';
import { compare, REFERENCE_CASES } from './referenceCases.ts';

const ABSOLUTE = 1e-9;

/** Where a search ends is a matter of its trials: they are held to hand counts and to their conditions, in their own laws. */
const SEARCHES: readonly string[] = ['lbfgs', 'line-search'];

describe('agreement with PyTorch and the authors’ code', () => {
  test.each(REFERENCE_CASES)('$id', (given) => {
    for (const { step, actual, expected } of compare(given)) {
      const bound = ABSOLUTE + given.tolerance * Math.max(Math.abs(actual), Math.abs(expected));
      expect(Math.abs(actual - expected), `step ${step}`).toBeLessThanOrEqual(bound);
    }
  });

  test('every optimizer of the registry has its cases', () => {
    for (const id of Object.keys(OPTIMIZERS).filter((id) => !SEARCHES.includes(id)))
      expect(
        REFERENCE_CASES.filter(({ optimizer }) => optimizer.id === id).length,
        id,
      ).toBeGreaterThanOrEqual(2);
  });
});

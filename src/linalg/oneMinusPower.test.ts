import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneMinusPower } from './oneMinusPower.ts';

test('it is 1 − βᵗ to the last bit, also where the power is not taken', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.integer({ min: 1, max: 1_000_000 }),
      (beta, t) => {
        expect(oneMinusPower(beta, t)).toBe(1 - beta ** t);
      },
    ),
    { numRuns: 2000 },
  );
});

test('it is so on both sides of where the power vanishes', () => {
  for (const beta of [0, 0.5, 0.9, 0.99, 0.999, 0.9999, 0.999_999])
    for (
      let t = Math.max(1, Math.floor(36 / (1 - beta)));
      t <= 41 / (1 - beta);
      t += Math.ceil(0.01 / (1 - beta))
    )
      expect(oneMinusPower(beta, t)).toBe(1 - beta ** t);
});

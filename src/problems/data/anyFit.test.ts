import fc from 'fast-check';
import { expect, test } from 'vitest';
import './atOnce.ts';
import { dataMessages as say } from '../../messages/dataProblems.ts';
import { defaultsOf } from '../../specs/defaults.ts';
import { createProblem } from '../createProblem.ts';
import { unlistedOf, type Problem } from '../problem.ts';
import { PROBLEMS } from '../registry.ts';
import { freeSeparation } from './fitMinimizers.ts';
import { blobData } from './blobData.ts';

const LOSSES = [
  'sigmoid-cross-entropy',
  'binary-cross-entropy',
  'focal',
  'hinge',
  'squared-hinge',
  'squared-error',
  'absolute-error',
] as const;

/** Any settings, the ends of their ranges among them. */
const settings = fc.record({
  loss: fc.constantFrom(...LOSSES, 'focal' as const),
  gamma: fc.oneof(fc.constantFrom(0, 0.5, 2, 5, 100), fc.double({ min: 0, max: 100, noNaN: true })),
  penalty: fc.constantFrom(0, 0, 1e-9, 1e-6, 1e-3, 0.1, 10, 1e4, 1e6),
  model: fc.constantFrom('weights', 'weight-and-bias'),
  count: fc.constantFrom(2, 3, 5, 20, 60, 200),
  seed: fc.nat({ max: 1_000_000 }),
  spread: fc.constantFrom(0.001, 0.03, 1, 30, 1000),
  distance: fc.constantFrom(0, 0.5, 2.5, 100),
  share: fc.constantFrom(0.1, 0.5, 0.9),
  flipped: fc.constantFrom(0, 0.02, 0.1, 0.5),
});

const DEFINITION = PROBLEMS['flipped-blobs'];

/** How far from the minimizer f is looked at, in multiples of what changes f by about as much as f. */
const ASIDE = [1e-3, 0.1, 1, 8];

/** The least value around a point, in the directions and at the distances of a star in the units of the scores. */
function leastAround(problem: Problem, point: readonly number[]): number {
  const { inputs, count } = problem.data!;
  const unit = [0, 1].map((k) => {
    let squares = 0;
    for (let i = 0; i < count; i++) squares += inputs[2 * i + k] ** 2;
    return Math.sqrt(squares / count);
  });
  const values = ASIDE.flatMap((step) =>
    Array.from({ length: 24 }, (_, turn) => {
      const angle = (turn * Math.PI) / 12;
      const x = point[0] + (step * Math.cos(angle)) / unit[0];
      const y = point[1] + (step * Math.sin(angle)) / unit[1];
      return problem.value(Float64Array.of(x, y));
    }),
  );
  return Math.min(...values);
}

test('whatever is fitted, each minimizer is as low as anything around it, or why there is none is said', () => {
  fc.assert(
    fc.property(settings, (chosen) => {
      const params = { ...defaultsOf(DEFINITION.parameters), ...chosen };
      const problem = createProblem({ id: 'flipped-blobs', params, scale: 1, rotation: 0 });
      const said = unlistedOf(DEFINITION, params);
      // None of these settings is so ill-conditioned that nothing is certain.
      expect(said).not.toBe(say.uncertain);
      if (problem.minimizers.length === 0) {
        const free = freeSeparation({ ...problem.data! }, blobData(params));
        expect(free).not.toBe('none');
        expect(said).toBeDefined();
      }
      const globals = problem.minimizers.filter(({ kind }) => kind === 'global');
      for (const { point } of globals) {
        const least = problem.value(Float64Array.from(point));
        const others = Math.min(leastAround(problem, point), problem.value(Float64Array.of(0, 0)));
        // A margin or a probability of 1 is known to its last digit only.
        const rounding = 1e-12 * others + (/hinge|binary/.test(chosen.loss) ? 1e-15 : 0);
        expect(least).toBeLessThanOrEqual(others + rounding);
      }
    }),
    { numRuns: 400, seed: 20 },
  );
}, 60_000);

test('a focal loss with the greatest γ has a minimizer, however small its values are', () => {
  const params = { ...defaultsOf(DEFINITION.parameters), loss: 'focal', gamma: 100, penalty: 0.1 };
  for (const model of ['weights', 'weight-and-bias']) {
    const problem = createProblem({
      id: 'flipped-blobs',
      params: { ...params, model },
      scale: 1,
      rotation: 0,
    });
    expect(problem.minimizers).toHaveLength(1);
    // At the origin it is (1/2)^100·ln 2.
    expect(problem.minimum).toBeLessThanOrEqual(problem.value(Float64Array.of(0, 0)));
    expect(problem.minimum).toBeGreaterThan(0);
  }
});

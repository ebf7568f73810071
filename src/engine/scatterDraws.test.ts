import { describe, expect, test } from 'vitest';
import '../problems/data/atOnce.ts';
import { createProblem } from '../problems/createProblem.ts';
import { PROBLEMS } from '../problems/registry.ts';
import { createBatches } from '../random/batches.ts';
import { defaultsOf } from '../specs/defaults.ts';
import { drawsOf, lawAt, measuredSizes, scatterAt } from './scatterDraws.ts';

const params = { ...defaultsOf(PROBLEMS.blobs.parameters), penalty: 0.4 };
const PROBLEM = createProblem({ id: 'blobs', params, scale: 2.5, rotation: 0 });
const THETA = Float64Array.of(0.7, -0.3);

function last<T>(work: Iterable<T>): T {
  const all = [...work];
  return all[all.length - 1];
}

describe('the scatter of a batch’s gradient', () => {
  const settings = { seed: 7, batchSize: 8, order: 'replacement' } as const;

  test('lies around the gradient of the whole loss, with its penalty and scale', () => {
    const { gradient, moments, dots } = last(scatterAt(PROBLEM, THETA, settings));
    const whole = new Float64Array(2);
    PROBLEM.gradient(THETA, whole);
    expect(gradient).toEqual([...whole]);
    const mean = [0, 1].map(
      (i) => dots.reduce((sum, x, k) => (k % 2 === i ? sum + x : sum), 0) / (dots.length / 2),
    );
    // Five standard errors of the mean of so many batches.
    const error = (5 * moments.deviation) / Math.sqrt(8 * (dots.length / 2));
    expect(Math.hypot(mean[0] - whole[0], mean[1] - whole[1])).toBeLessThan(error);
  });

  test('has as its dots the gradients that a run of this seed would see there', () => {
    const { dots } = last(scatterAt(PROBLEM, THETA, settings));
    const batch = new Float64Array(2);
    // The third step’s batch, one sample after the other.
    const all = [...scatterAt(PROBLEM, THETA, settings)];
    expect(all[3].dots).toEqual(dots.subarray(0, 6));
    PROBLEM.gradient(THETA, batch, { t: 3, batch: batchOf(3) });
    expect(dots[4]).toBeCloseTo(batch[0], 12);
    expect(dots[5]).toBeCloseTo(batch[1], 12);
  });

  test('is drawn again with the same seed, and is another with another one', () => {
    const { dots } = last(scatterAt(PROBLEM, THETA, settings));
    expect(last(scatterAt(PROBLEM, THETA, settings)).dots).toEqual(dots);
    expect(last(scatterAt(PROBLEM, THETA, { ...settings, seed: 8 })).dots).not.toEqual(dots);
  });

  test('is nothing where each step sees all samples', () => {
    expect([...scatterAt(PROBLEM, THETA, { ...settings, batchSize: 'full' })]).toEqual([]);
    const every = { ...settings, batchSize: PROBLEM.samples, order: 'epochs' } as const;
    expect([...scatterAt(PROBLEM, THETA, every)]).toEqual([]);
  });

  test('by epochs leaves out the batch that is left over', () => {
    // 100 samples in batches of 30: three full ones an epoch.
    const { dots, wanted } = last(scatterAt(PROBLEM, THETA, { seed: 7, batchSize: 30, order: 'epochs' }));
    expect(dots.length / 2).toBe(wanted);
  });
});

describe.each(['replacement', 'epochs'] as const)('the law of batches, %s', (order) => {
  const { moments, points } = last(lawAt(PROBLEM, THETA, { seed: 7, order }));

  test('is what is measured, within what chance allows', () => {
    expect(points.length).toBeGreaterThan(5);
    for (const { size, measured, exact, draws } of points) {
      // The relative standard error of a deviation is √((κ − 1)/4n); single gradients have tails, κ up to about 10.
      const error = 5 * Math.sqrt(9 / (4 * draws));
      expect(Math.abs(measured / exact - 1), `B = ${size}`).toBeLessThan(error);
    }
  });

  test('begins at the deviation of one sample', () => {
    expect(points[0].size).toBe(1);
    expect(points[0].exact).toBeCloseTo(moments.deviation, 14);
  });
});

test('few sizes are measured, and no more indices drawn than a page has time for', () => {
  for (const count of [2, 60, 150, 1797, 100_000]) {
    const sizes = measuredSizes(count);
    expect(sizes.length).toBeLessThanOrEqual(9);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(count);
    for (const size of sizes) expect(size * drawsOf(size, 1000)).toBeLessThanOrEqual(62_000);
  }
});

/** The batch of a step, as the engine draws it. */
function batchOf(t: number): Uint32Array {
  const batch = createBatches({ seed: 7, batchSize: 8, order: 'replacement' }, PROBLEM.samples).at(t);
  if (!batch) throw new Error('There is no batch.');
  return batch;
}

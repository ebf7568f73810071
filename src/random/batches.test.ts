import { describe, expect, test } from 'vitest';
import { batchAt, createBatches, epochAt, type BatchSettings } from './batches.ts';
import { uniform } from './draws.ts';

const replacement = (seed: number, batchSize: BatchSettings['batchSize']): BatchSettings => ({
  seed,
  batchSize,
  order: 'replacement',
});
const epochs = (seed: number, batchSize: BatchSettings['batchSize']): BatchSettings => ({
  seed,
  batchSize,
  order: 'epochs',
});
const indices = (settings: BatchSettings, count: number, t: number) => [
  ...(batchAt(settings, count, t) ?? []),
];

describe('batches with replacement', () => {
  test('take index i of step t from a uniform draw of its own', () => {
    for (const t of [1, 2, 900, 1_000_000])
      expect(indices(replacement(7, 5), 30, t)).toEqual(
        [0, 1, 2, 3, 4].map((i) => Math.floor(30 * uniform(7, 'batch', t, i))),
      );
  });

  test('may be larger than the data set, and hold a sample twice', () => {
    const batch = indices(replacement(3, 40), 6, 12);
    expect(batch).toHaveLength(40);
    expect(new Set(batch)).toEqual(new Set([0, 1, 2, 3, 4, 5]));
  });

  // Five standard errors of a multinomial count.
  test('give every sample the same probability, in every place', () => {
    const [count, steps] = [7, 14_000];
    const seen = [0, 1].map(() => new Float64Array(count));
    const batches = createBatches(replacement(19, 2), count);
    for (let t = 1; t <= steps; t++) batches.at(t)?.forEach((sample, place) => (seen[place][sample] += 1));
    const expected = steps / count;
    for (const counts of seen)
      for (const times of counts)
        expect(Math.abs(times - expected)).toBeLessThan(5 * Math.sqrt(expected * (1 - 1 / count)));
  });
});

describe('batches by epochs', () => {
  test('visit every sample once an epoch, the last batch with what is left', () => {
    const batches = createBatches(epochs(7, 4), 10);
    for (let epoch = 0; epoch < 50; epoch++) {
      const parts = [1, 2, 3].map((k) => [...(batches.at(3 * epoch + k) ?? [])]);
      expect(parts.map(({ length }) => length)).toEqual([4, 4, 2]);
      expect(parts.flat().toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
  });

  test('shuffle each epoch anew, with the draws of Fisher and Yates', () => {
    const order = (epoch: number) => {
      const list = [0, 1, 2, 3, 4, 5, 6, 7];
      for (let i = 7; i > 0; i--) {
        const other = Math.floor((i + 1) * uniform(21, 'shuffle', epoch, i));
        [list[i], list[other]] = [list[other], list[i]];
      }
      return list;
    };
    const drawn = (epoch: number) => [1, 2].flatMap((k) => indices(epochs(21, 4), 8, 2 * (epoch - 1) + k));
    for (const epoch of [1, 2, 3, 400]) expect(drawn(epoch)).toEqual(order(epoch));
    expect(drawn(1)).not.toEqual(drawn(2));
  });

  // Five standard errors of a binomial count.
  test('put every sample into every place equally often', () => {
    const [count, rounds] = [5, 10_000];
    const seen = Array.from({ length: count }, () => new Float64Array(count));
    const batches = createBatches(epochs(2, 1), count);
    for (let t = 1; t <= rounds * count; t++) seen[(t - 1) % count][batches.at(t)?.[0] ?? -1] += 1;
    for (const counts of seen)
      for (const times of counts)
        expect(Math.abs(times - rounds / count)).toBeLessThan(
          5 * Math.sqrt((rounds / count) * (1 - 1 / count)),
        );
  });

  test('of all samples, or more, are the whole set', () => {
    for (const size of [10, 11, 2 ** 53]) expect(batchAt(epochs(7, size), 10, 3)).toBeNull();
    expect(batchAt(epochs(7, 'full'), 10, 3)).toBeNull();
    expect(batchAt(replacement(7, 'full'), 10, 3)).toBeNull();
    expect(batchAt(replacement(7, 10), 10, 3)).toHaveLength(10);
  });

  test('say where a step lies in its epoch', () => {
    const place = (t: number) => epochAt(epochs(7, 4), 10, t);
    expect(place(1)).toEqual({ epoch: 1, batch: 1, batches: 3 });
    expect(place(3)).toEqual({ epoch: 1, batch: 3, batches: 3 });
    expect(place(4)).toEqual({ epoch: 2, batch: 1, batches: 3 });
    expect(epochAt(epochs(7, 10), 10, 4)).toBeNull();
    expect(epochAt(replacement(7, 4), 10, 4)).toBeNull();
  });
});

describe('a drawer', () => {
  const kinds: readonly (readonly [string, BatchSettings, number])[] = [
    ['with replacement', replacement(7, 16), 150],
    ['by epochs', epochs(7, 16), 150],
    ['larger than what is kept', replacement(5, 200_000), 300_000],
    ['by epochs larger than what is kept', epochs(5, 70_000), 150_000],
  ];
  test.each(kinds)('gives the same, in whatever order steps are asked for: %s', (_, settings, count) => {
    const forward = createBatches(settings, count);
    const isLarge = count > 1000;
    const steps = isLarge ? [1, 2, 4] : [1, 2, 3, 9, 10, 11, 500, 9000, 60_000];
    const first = steps.map((t) => [...(forward.at(t) ?? [])]);
    // Other seeds in between drive what is kept out.
    for (let seed = 100; seed < 200; seed++) createBatches({ ...settings, seed, batchSize: 3 }, 150).at(1);
    const back = createBatches(settings, count);
    const again = steps.toReversed().map((t) => [...(back.at(t) ?? [])]);
    expect(again.toReversed()).toEqual(first);
    expect(steps.map((t) => indices(settings, count, t))).toEqual(first);
  });

  test('draws what is too much to be kept as it does all else', () => {
    const [size, count] = [70_000, 150_000];
    const settings = epochs(5, size);
    const batches = createBatches(settings, count);
    const seen = new Uint8Array(count);
    for (const t of [4, 5, 6]) for (const sample of batches.at(t) ?? []) seen[sample] += 1;
    expect(seen.every((times) => times === 1)).toBe(true);
    const first = [...(batches.at(4) ?? [])];
    expect([...(batches.at(7) ?? [])]).not.toEqual(first);
    const drawn = createBatches(replacement(5, 200_000), count).at(3);
    for (const i of [0, 77, 199_999]) expect(drawn?.[i]).toBe(Math.floor(count * uniform(5, 'batch', 3, i)));
  });

  test('of another seed is unrelated, next door as well', () => {
    for (const order of ['replacement', 'epochs'] as const) {
      const [count, steps] = [50, 5000];
      const a = createBatches({ seed: 7, batchSize: 1, order }, count);
      const b = createBatches({ seed: 8, batchSize: 1, order }, count);
      let same = 0;
      for (let t = 1; t <= steps; t++) if (a.at(t)?.[0] === b.at(t)?.[0]) same += 1;
      // Five standard errors of a binomial count.
      expect(Math.abs(same - steps / count)).toBeLessThan(5 * Math.sqrt(steps / count));
    }
  });

  test('of no samples draws nothing', () => {
    expect(batchAt(replacement(7, 3), 0, 1)).toBeNull();
  });
});

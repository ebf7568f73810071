import { expect, test } from 'vitest';
import { uniform } from '../../random/draws.ts';
import { backward, centralDifference, gradientOf } from './backward.ts';
import { ACTIVATIONS, type ActivationId } from './activations.ts';
import { entriesOf, entryOf, idOf, type Entry } from './entries.ts';
import { forward, outputsOf, type Network, type PairId } from './network.ts';
import { backpropagation } from '../topics/backpropagation.ts';

const PAIRS = backpropagation.values.pair.options;
const NETWORKS = 20;

/** A network and a sample that chance has set. */
function randomNetwork(pair: PairId, activation: ActivationId, seed: number): Network {
  let index = 0;
  const numbers = (count: number) =>
    Array.from({ length: count }, () => 4 * uniform(seed, 'data', 0, index++) - 2);
  const outputs = outputsOf(pair);
  const trueClass = Math.floor(3 * uniform(seed, 'data', 1, 0));
  return {
    pair,
    activation,
    inputs: numbers(2),
    hiddenWeights: numbers(4),
    hiddenBiases: numbers(2),
    outputWeights: numbers(2 * outputs),
    outputBiases: numbers(outputs),
    target:
      pair === 'softmax-entropy'
        ? [0, 1, 2].map((i) => (i === trueClass ? 1 : 0))
        : pair === 'linear-squares'
          ? numbers(1)
          : [trueClass % 2],
  };
}

const all = (network: Network): Entry[] => Object.values(entriesOf(network)).flat();

for (const pair of PAIRS)
  for (const activation of Object.keys(ACTIVATIONS) as ActivationId[])
    test(`${activation} and ${pair}: each entry of the gradient is what central differences give`, () => {
      for (let seed = 1; seed <= NETWORKS; seed++) {
        const network = randomNetwork(pair, activation, seed);
        const flowed = forward(network);
        const back = backward(network, flowed);
        for (const entry of all(network)) {
          const gradient = gradientOf(network, flowed, back, entry);
          const error = Math.abs(gradient - centralDifference(network, entry));
          expect(error, `${idOf(entry)} of network ${seed}`).toBeLessThan(
            1e-8 * Math.max(1, Math.abs(gradient)),
          );
        }
      }
    });

test.each(PAIRS)('%s: the product of (BP1) is δ, and ŷ − y where output and loss match', (pair) => {
  for (let seed = 1; seed <= NETWORKS; seed++) {
    const network = randomNetwork(pair, 'tanh', seed);
    const flowed = forward(network);
    const { product, delta3, cost } = backward(network, flowed);
    for (const [j, delta] of delta3.entries()) {
      expect(product[j]).toBeCloseTo(delta, 13);
      const difference = flowed.a3[j] - network.target[j];
      if (pair === 'sigmoid-squares')
        expect(delta).toBeCloseTo(difference * flowed.a3[j] * (1 - flowed.a3[j]), 15);
      else expect(delta).toBeCloseTo(difference, 13);
    }
    expect(cost.printed).toBeCloseTo(cost.value, 12);
  }
});

test('a network worked by hand: two tanh neurons of weight 0 pass nothing on', () => {
  const network: Network = {
    pair: 'linear-squares',
    activation: 'tanh',
    inputs: [3, -2],
    hiddenWeights: [0, 0, 1, 2],
    hiddenBiases: [0, 1],
    outputWeights: [5, 7],
    outputBiases: [0.25],
    target: [1],
  };
  const flowed = forward(network);
  expect(flowed).toEqual({ z2: [0, 0], a2: [0, 0], z3: [0.25], a3: [0.25] });
  const back = backward(network, flowed);
  expect(back.cost.value).toBe(0.5 * 0.75 ** 2);
  expect(back.delta3).toEqual([-0.75]);
  expect(back.delta2).toEqual([-3.75, -5.25]);
  const weight: Entry = { kind: 'weight', layer: 2, at: 1, from: 0 };
  expect(gradientOf(network, flowed, back, weight)).toBe(-15.75);
});

test('a saturated sigmoid under cross-entropy: ∞ as printed, a number from z, and δ is 1 and not ∞ · 0', () => {
  const network = { ...randomNetwork('sigmoid-entropy', 'tanh', 1), outputBiases: [50], target: [0] };
  const flowed = forward(network);
  const { cost, product, delta3 } = backward(network, flowed);
  expect(flowed.a3).toEqual([1]);
  expect(cost.printed).toBe(Number.POSITIVE_INFINITY);
  expect(cost.slopes).toEqual([Number.POSITIVE_INFINITY]);
  expect(product).toEqual([Number.NaN]);
  expect(delta3).toEqual([1]);
  expect(cost.value).toBeCloseTo(flowed.z3[0], 12);
});

test('a saturated sigmoid under squared error learns nothing, though it is wrong', () => {
  const network = { ...randomNetwork('sigmoid-squares', 'tanh', 1), outputBiases: [50], target: [0] };
  const { delta3 } = backward(network, forward(network));
  expect(delta3).toEqual([0]);
});

test('every name of an entry in a link leads to an entry of the largest network, and back', () => {
  const { options } = backpropagation.values.read;
  const network = { pair: 'softmax-entropy' } as const;
  expect(options.map((id) => idOf(entryOf(id, network)))).toEqual(options);
  expect(new Set(options)).toEqual(new Set(Object.values(entriesOf(network)).flat().map(idOf)));
});

test('where there is one output, what stood at the third is read at the first', () => {
  expect(idOf(entryOf('weight-3-32', { pair: 'linear-squares' }))).toBe('weight-3-12');
  expect(idOf(entryOf('weight-2-21', { pair: 'linear-squares' }))).toBe('weight-2-21');
});

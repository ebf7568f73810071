import { expect, test } from 'vitest';
import { evaluateTex } from '../../equations/evaluateTex.ts';
import { normal } from '../../random/draws.ts';
import { FUNCTIONS } from '../reading/lineInNumbers.ts';
import { shownLine } from '../reading/shownLine.ts';
import { backpropagation } from '../topics/backpropagation.ts';
import { backward, gradientOf } from './backward.ts';
import { entriesOf } from './entries.ts';
import { forward, outputsOf, type Network } from './network.ts';
import { readEntry, type EntryLine } from './readEntry.ts';
import { costLine, forwardLines } from './readForward.ts';

const { pair: pairs, activation: activations } = backpropagation.values;

/** A network whose weights chance has set, in two decimals as a hand would. */
function networkOf(pair: Network['pair'], activation: Network['activation'], seed: number): Network {
  let index = 0;
  const numbers = (count: number) =>
    Array.from({ length: count }, () => Math.round(150 * normal(seed, 'data', 0, index++)) / 100);
  const outputs = outputsOf(pair);
  return {
    pair,
    activation,
    inputs: numbers(2),
    hiddenWeights: numbers(4),
    hiddenBiases: numbers(2),
    outputWeights: numbers(2 * outputs),
    outputBiases: numbers(outputs),
    target: pair === 'softmax-entropy' ? [0, 1, 0] : pair === 'linear-squares' ? [1.5] : [seed % 2],
  };
}

/** Half of one of the last digit of a printed result, and what float64 needs. */
function halfUnit({ line: { result } }: EntryLine): number {
  const decimals = result.mantissa.split('.')[1]?.length ?? 0;
  return 0.5 * 10 ** ((result.exponent ?? 0) - decimals) * (1 + 1e-8);
}

function linesOf(network: Network): EntryLine[] {
  const flowed = forward(network);
  const back = backward(network, flowed);
  return [
    ...Object.values(entriesOf(network)).flatMap((entries) =>
      entries.flatMap((entry) => readEntry(network, flowed, back, entry)),
    ),
    ...flowed.z2.flatMap((_, j) => forwardLines(network, flowed, 2, j)),
    ...flowed.z3.flatMap((_, j) => forwardLines(network, flowed, 3, j)),
    costLine(network, flowed, back),
  ];
}

test('whoever redoes a printed line of any network gets its printed result', () => {
  let equal = 0;
  let all = 0;
  for (const pair of pairs.options)
    for (const activation of activations.options)
      for (let seed = 1; seed <= 12; seed++)
        for (const shown of linesOf(networkOf(pair, activation, seed))) {
          // Whether z is positive is no sum.
          if (shown.line.right.startsWith('[')) continue;
          all += 1;
          if (shown.line.relation === '≈') continue;
          equal += 1;
          const value = evaluateTex(shown.line.right, { names: {}, functions: FUNCTIONS });
          const { result, right } = shown.line;
          expect(
            Math.abs(Number(value) - result.value),
            `${shown.left} = ${right} = ${result.mantissa}`,
          ).toBeLessThanOrEqual(halfUnit(shown));
        }
  expect(equal / all).toBeGreaterThan(0.99);
});

test('the last line of every entry comes to its gradient', () => {
  for (const pair of pairs.options) {
    const network = networkOf(pair, 'tanh', 5);
    const flowed = forward(network);
    const back = backward(network, flowed);
    for (const entry of Object.values(entriesOf(network)).flat()) {
      const last = readEntry(network, flowed, back, entry).at(-1);
      const gradient = gradientOf(network, flowed, back, entry);
      expect(last?.line.result.value).toBeCloseTo(gradient, 2);
    }
  }
});

test('a saturated output says ∞ and ∞ · 0 where the printed formulas come to that, and then ŷ − y', () => {
  const network = { ...networkOf('sigmoid-entropy', 'tanh', 2), outputBiases: [60], target: [0] };
  const flowed = forward(network);
  const back = backward(network, flowed);
  expect(costLine(network, flowed, back).line.result.mantissa).toBe('∞');
  const lines = readEntry(network, flowed, back, { kind: 'delta', layer: 3, at: 0 });
  expect(lines.map(({ line }) => line.result.mantissa)).toEqual(['∞', '0', 'NaN', '1.00']);
  expect(lines[2].line.right).toBe(String.raw`\infty \cdot 0`);
});

test('whatever the numbers are, a line has the same TeX: only what is in its slots changes', () => {
  for (const pair of pairs.options)
    for (const activation of activations.options) {
      const texOf = (seed: number) =>
        linesOf({ ...networkOf(pair, activation, seed), target: networkOf(pair, activation, 1).target }).map(
          ({ left, symbols, line }) => shownLine(left, symbols, line).tex,
        );
      const first = texOf(1);
      for (let seed = 2; seed <= 12; seed++) expect(texOf(seed)).toEqual(first);
    }
});

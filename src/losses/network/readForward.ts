import { lineInNumbers } from '../reading/lineInNumbers.ts';
import type { Backward } from './backward.ts';
import { HIDDEN, INPUTS, type Forward, type Network } from './network.ts';
import type { EntryLine } from './readEntry.ts';

const raw = String.raw;

/** What has flowed into a neuron and out of it. */
export function forwardLines(network: Network, flowed: Forward, layer: 2 | 3, at: number): EntryLine[] {
  const before = layer === 2 ? network.inputs : flowed.a2;
  const weights = layer === 2 ? network.hiddenWeights : network.outputWeights;
  const bias = (layer === 2 ? network.hiddenBiases : network.outputBiases)[at];
  const count = layer === 2 ? INPUTS : HIDDEN;
  const named = (letter: string, of: (k: number) => number) =>
    Object.fromEntries(Array.from({ length: count }, (_, k) => [`${letter}${k + 1}`, of(k)]));
  const factors = named('a', (k) => before[k]);
  const set = { ...named('w', (k) => weights[at * count + k]), b: bias };
  const z = (layer === 2 ? flowed.z2 : flowed.z3)[at];
  const sum = Array.from({ length: count }, (_, k) => raw`@w${k + 1} \cdot @a${k + 1}`).join(' + ');
  return [
    {
      left: `z^${layer}_${at + 1}`,
      symbols: null,
      line: lineInNumbers(
        `${sum} + @b`,
        layer === 2 ? { set: { ...set, ...factors } } : { set, computed: factors },
        z,
      ),
    },
    outputLine(network, flowed, layer, at),
  ];
}

/** What a neuron makes of its z. */
function outputLine({ pair, activation }: Network, flowed: Forward, layer: 2 | 3, at: number): EntryLine {
  const z = (layer === 2 ? flowed.z2 : flowed.z3)[at];
  const a = (layer === 2 ? flowed.a2 : flowed.a3)[at];
  const left = layer === 2 ? `a^2_${at + 1}` : raw`\hat y_${at + 1}`;
  const numbers = { set: {}, computed: { z } };
  const line = (symbols: string, template: string): EntryLine => ({
    left,
    symbols,
    line: lineInNumbers(template, numbers, a),
  });
  if (layer === 3 && pair === 'linear-squares') return line('z', '@z');
  if (layer === 3 && pair === 'softmax-entropy') {
    const computed = Object.fromEntries(flowed.z3.map((one, i) => [`z${i + 1}`, one]));
    const sum = flowed.z3.map((_, i) => `e^{@z${i + 1}}`).join(' + ');
    return {
      left,
      symbols: raw`\dfrac{e^{z_${at + 1}}}{\sum_i e^{z_i}}`,
      line: lineInNumbers(raw`\dfrac{e^{@z${at + 1}}}{${sum}}`, { set: {}, computed }, a),
    };
  }
  if (layer === 2 && activation === 'tanh') return line(raw`\tanh z`, raw`\operatorname{tanh}(@z)`);
  if (layer === 2 && activation === 'relu') return line(raw`\max(0, z)`, raw`\max(0, @z)`);
  return line(raw`\dfrac{1}{1 + e^{-z}}`, raw`\dfrac{1}{1 + e^{-@z}}`);
}

/** The cost as printed, from ŷ; where ŷ has rounded to 0 or 1 it may be ∞. */
export function costLine({ pair, target }: Network, { a3 }: Forward, { cost }: Backward): EntryLine {
  const c = pair === 'softmax-entropy' ? target.indexOf(1) : 0;
  const [a, y] = [a3[c], target[c]];
  const computed = { a };
  if (pair === 'linear-squares' || pair === 'sigmoid-squares')
    return {
      left: 'C',
      symbols: raw`\tfrac12 (\hat y - y)^2`,
      line: lineInNumbers(raw`\tfrac12 (@a - @y)^2`, { set: { y }, computed }, cost.printed),
    };
  return y === 1
    ? {
        left: 'C',
        symbols: pair === 'softmax-entropy' ? raw`-\ln \hat y_${c + 1}` : raw`-\ln \hat y`,
        line: lineInNumbers(raw`-\ln(@a)`, { set: {}, computed }, cost.printed),
      }
    : {
        left: 'C',
        symbols: raw`-\ln(1 - \hat y)`,
        line: lineInNumbers(raw`-\ln(1 - @a)`, { set: {}, computed }, cost.printed),
      };
}

import { lineInNumbers, type NumbersLine } from '../reading/lineInNumbers.ts';
import { printExactly } from '../../reading/printNumber.ts';
import { gradientOf, type Backward } from './backward.ts';
import type { Entry } from './entries.ts';
import { HIDDEN, type Forward, type Network } from './network.ts';

/** A line of what is read: in symbols, and with its numbers. TeX. */
export interface EntryLine {
  readonly left: string;
  /** Null where the numbers say as much. */
  readonly symbols: string | null;
  readonly line: NumbersLine;
}

const raw = String.raw;

/** `w^2_{12}`, `b^3_1`, `\delta^2_1`. */
export function symbolOf(entry: Entry): string {
  const { kind, layer, at } = entry;
  if (kind === 'weight') return `w^${layer}_{${at + 1}${entry.from + 1}}`;
  return `${kind === 'bias' ? 'b' : raw`\delta`}^${layer}_${at + 1}`;
}

/** What an equation gives for an entry: δ itself, or a derivative. */
export function leftOf(entry: Entry): string {
  const symbol = symbolOf(entry);
  return entry.kind === 'delta' ? symbol : raw`\partial C / \partial ${symbol}`;
}

/** The lines behind an entry of the gradient, in the order in which they are computed. */
export function readEntry(network: Network, flowed: Forward, back: Backward, entry: Entry): EntryLine[] {
  const value = gradientOf(network, flowed, back, entry);
  const { layer, at } = entry;
  const delta = (layer === 3 ? back.delta3 : back.delta2)[at];
  const deltaSymbol = raw`\delta^${layer}_${at + 1}`;
  if (entry.kind === 'bias')
    return [
      {
        left: leftOf(entry),
        symbols: deltaSymbol,
        line: lineInNumbers('@delta', { set: {}, computed: { delta } }, value),
      },
    ];
  if (entry.kind === 'weight') {
    const a = (layer === 3 ? flowed.a2 : network.inputs)[entry.from];
    const numbers = layer === 3 ? { set: {}, computed: { a, delta } } : { set: { a }, computed: { delta } };
    return [
      {
        left: leftOf(entry),
        symbols: raw`a^${layer - 1}_${entry.from + 1}\, ${deltaSymbol}`,
        line: lineInNumbers(raw`@a \cdot @delta`, numbers, value),
      },
    ];
  }
  return layer === 3 ? outputLines(network, flowed, back, at) : hiddenLines(network, flowed, back, at);
}

/** (BP1), from its two factors; and ŷ − y, where it comes to that. */
function outputLines(network: Network, { a3 }: Forward, back: Backward, j: number): EntryLine[] {
  const { target, pair } = network;
  const a = a3[j];
  const left = raw`\delta^3_${j + 1}`;
  const difference: EntryLine = {
    left,
    symbols: raw`\hat y_${j + 1} - y_${j + 1}`,
    line: lineInNumbers('@a - @y', { set: { y: target[j] }, computed: { a } }, back.delta3[j]),
  };
  if (back.outputSlopes === null) return [...softmaxLines(network, a3, back, j), difference];
  const slope = back.cost.slopes[j];
  const ofZ = back.outputSlopes[j];
  const isSigmoid = pair !== 'linear-squares';
  const factors: EntryLine[] = [slopeLine(network, a3, back, j)];
  if (isSigmoid)
    factors.push({
      left: raw`\sigma'(z^3_1)`,
      symbols: raw`\hat y_1 (1 - \hat y_1)`,
      line: lineInNumbers(raw`@a \cdot (1 - @a)`, { set: {}, computed: { a } }, ofZ),
    });
  const product: EntryLine = {
    left,
    symbols: raw`\dfrac{\partial C}{\partial \hat y_1}\, \sigma'(z^3_1)`,
    line: isSigmoid
      ? lineInNumbers(raw`@slope \cdot @ofZ`, { set: {}, computed: { slope, ofZ } }, back.product[j])
      : lineInNumbers(raw`@slope \cdot 1`, { set: {}, computed: { slope } }, back.product[j]),
  };
  return pair === 'sigmoid-entropy' ? [...factors, product, difference] : [...factors, product];
}

/** ∂C/∂ŷ. */
function slopeLine({ pair, target }: Network, a3: readonly number[], back: Backward, j: number): EntryLine {
  const [a, y] = [a3[j], target[j]];
  const left = raw`\partial C / \partial \hat y_${j + 1}`;
  const result = back.cost.slopes[j];
  if (pair === 'linear-squares' || pair === 'sigmoid-squares')
    return {
      left,
      symbols: raw`\hat y_1 - y_1`,
      line: lineInNumbers('@a - @y', { set: { y }, computed: { a } }, result),
    };
  if (y === 1)
    return {
      left,
      symbols: raw`-\dfrac{1}{\hat y_${j + 1}}`,
      line: lineInNumbers(raw`-\dfrac{1}{@a}`, { set: {}, computed: { a } }, result),
    };
  return {
    left,
    symbols: raw`\dfrac{1}{1 - \hat y_1}`,
    line: lineInNumbers(raw`\dfrac{1}{1 - @a}`, { set: {}, computed: { a } }, result),
  };
}

/** Of the sum over the outputs one term is left, since y is 0 at all but one. */
function softmaxLines(network: Network, a3: readonly number[], back: Backward, j: number): EntryLine[] {
  const c = network.target.indexOf(1);
  const [slope, a, b] = [back.cost.slopes[c], a3[c], a3[j]];
  const isOwn = c === j;
  return [
    slopeLine(network, a3, back, c),
    {
      left: raw`\delta^3_${j + 1}`,
      symbols: raw`\sum_i \dfrac{\partial C}{\partial \hat y_i}\, \hat y_i (I_{i${j + 1}} - \hat y_${j + 1})`,
      line: isOwn
        ? lineInNumbers(
            raw`@slope \cdot @a \cdot (1 - @a)`,
            { set: {}, computed: { slope, a } },
            back.product[j],
          )
        : lineInNumbers(
            raw`@slope \cdot @a \cdot (0 - @b)`,
            { set: {}, computed: { slope, a, b } },
            back.product[j],
          ),
    },
  ];
}

/** (BP2), and before it the slope of the neuron's own activation. */
function hiddenLines(network: Network, flowed: Forward, back: Backward, j: number): EntryLine[] {
  const z = flowed.z2[j];
  const a = flowed.a2[j];
  const ofZ = back.hiddenSlopes[j];
  const own = raw`\sigma'(z^2_${j + 1})`;
  const slopes: Readonly<Record<Network['activation'], Omit<EntryLine, 'left'>>> = {
    sigmoid: {
      symbols: raw`a (1 - a)`,
      line: lineInNumbers(raw`@a \cdot (1 - @a)`, { set: {}, computed: { a } }, ofZ),
    },
    tanh: {
      symbols: '1 - a^2',
      line: lineInNumbers('1 - @a^2', { set: {}, computed: { a } }, ofZ),
    },
    relu: {
      symbols: raw`[z > 0]`,
      line: ofStep(lineInNumbers('@z', { set: {}, computed: { z } }, z), ofZ),
    },
  };
  const weights = Object.fromEntries(
    back.delta3.map((_, i) => [`w${i + 1}`, network.outputWeights[i * HIDDEN + j]]),
  );
  const deltas = Object.fromEntries(back.delta3.map((delta, i) => [`d${i + 1}`, delta]));
  const sum = back.delta3.map((_, i) => raw`@w${i + 1} \cdot @d${i + 1}`).join(' + ');
  const carried = back.delta3.reduce(
    (total, delta, i) => total + network.outputWeights[i * HIDDEN + j] * delta,
    0,
  );
  const isReLU = network.activation === 'relu';
  const withSlope = (set: Record<string, number>, computed: Record<string, number>) =>
    isReLU ? { set: { ...set, ofZ }, computed } : { set, computed: { ...computed, ofZ } };
  const left = raw`\delta^2_${j + 1}`;
  if (back.delta3.length === 1)
    return [
      { left: own, ...slopes[network.activation] },
      {
        left,
        symbols: raw`w^3_{1${j + 1}} \delta^3_1\, ${own}`,
        line: lineInNumbers(raw`${sum} \cdot @ofZ`, withSlope(weights, deltas), back.delta2[j]),
      },
    ];
  // Three products and a factor are too long for one line.
  const carriedSymbol = raw`((w^3)^T \delta^3)_${j + 1}`;
  return [
    { left: own, ...slopes[network.activation] },
    {
      left: carriedSymbol,
      symbols: null,
      line: lineInNumbers(sum, { set: weights, computed: deltas }, carried),
    },
    {
      left,
      symbols: raw`${carriedSymbol}\, ${own}`,
      line: lineInNumbers(raw`@carried \cdot @ofZ`, withSlope({}, { carried }), back.delta2[j]),
    },
  ];
}

/** `[0.3 > 0] = 1`: what is in the brackets holds or does not. */
function ofStep({ right, slotted }: NumbersLine, result: number): NumbersLine {
  return {
    right: `[${right} > 0]`,
    slotted: { tex: `[${slotted.tex} > 0]`, slots: slotted.slots },
    relation: '=',
    result: printExactly(result),
  };
}

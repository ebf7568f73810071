import { softmax } from '../softmaxCrossEntropy.ts';
import { ACTIVATIONS, type ActivationId } from './activations.ts';

/** What the last layer is, and what its output is compared by. */
export type PairId = 'sigmoid-entropy' | 'softmax-entropy' | 'linear-squares' | 'sigmoid-squares';

/** Neurons of layer 1 and of layer 2. */
export const INPUTS = 2;
export const HIDDEN = 2;

/** Neurons of layer 3. */
export function outputsOf(pair: PairId): number {
  return pair === 'softmax-entropy' ? 3 : 1;
}

/** A network of three layers, with one sample. Weights are row-major: a row a neuron that they lead to. */
export interface Network {
  readonly pair: PairId;
  readonly activation: ActivationId;
  readonly inputs: readonly number[];
  readonly hiddenWeights: readonly number[];
  readonly hiddenBiases: readonly number[];
  /** At least as many as the pair needs; what is over is not used. */
  readonly outputWeights: readonly number[];
  readonly outputBiases: readonly number[];
  /** What ŷ is to be, entry by entry. */
  readonly target: readonly number[];
}

/** A neuron: its layer (2 or 3), and its number in it from 0 on. */
export interface Neuron {
  readonly layer: 2 | 3;
  readonly at: number;
}

/** What flows forward: weighted inputs z and activations a of layers 2 and 3. */
export interface Forward {
  readonly z2: readonly number[];
  readonly a2: readonly number[];
  readonly z3: readonly number[];
  /** ŷ. */
  readonly a3: readonly number[];
}

/** z = w·a + b for each neuron of a layer. */
function weighted(
  weights: readonly number[],
  biases: readonly number[],
  before: readonly number[],
  count: number,
): number[] {
  return Array.from({ length: count }, (_, j) =>
    before.reduce((sum, a, k) => sum + weights[j * before.length + k] * a, biases[j]),
  );
}

/** @param push added to the weighted input of one neuron, for finite differences */
export function forward(network: Network, push?: Neuron & { readonly by: number }): Forward {
  const pushed = (layer: 2 | 3, z: number[]) => {
    if (push?.layer === layer) z[push.at] += push.by;
    return z;
  };
  const { pair, activation, inputs, hiddenWeights, hiddenBiases, outputWeights, outputBiases } = network;
  const z2 = pushed(2, weighted(hiddenWeights, hiddenBiases, inputs, HIDDEN));
  const a2 = z2.map((z) => ACTIVATIONS[activation].value(z));
  const z3 = pushed(3, weighted(outputWeights, outputBiases, a2, outputsOf(pair)));
  return { z2, a2, z3, a3: outputOf(pair, z3) };
}

/** ŷ from the weighted inputs of the last layer. */
function outputOf(pair: PairId, z: readonly number[]): readonly number[] {
  if (pair === 'linear-squares') return z;
  if (pair !== 'softmax-entropy') return z.map((one) => ACTIVATIONS.sigmoid.value(one));
  return Array.from(softmax(Float64Array.from(z), new Float64Array(z.length)));
}

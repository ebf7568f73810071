import { ACTIVATIONS } from './activations.ts';
import { costOf, type Cost } from './costs.ts';
import type { Entry } from './entries.ts';
import { forward, HIDDEN, type Forward, type Network } from './network.ts';

/** What flows backward, with all it is made of. */
export interface Backward {
  readonly cost: Cost;
  /** σ′(z) of the last layer; null for softmax, whose outputs hang together. */
  readonly outputSlopes: readonly number[] | null;
  /** (BP1) as printed: ∇ₐC ⊙ σ′(z), for softmax the sum over the outputs. NaN where it is ∞ · 0. */
  readonly product: readonly number[];
  /** δ of the last layer: ŷ − y where output and loss match, else the product. */
  readonly delta3: readonly number[];
  readonly hiddenSlopes: readonly number[];
  /** (BP2). */
  readonly delta2: readonly number[];
}

/** The four equations, for one sample. */
export function backward(network: Network, { z2, a2, z3, a3 }: Forward): Backward {
  const cost = costOf(network, { z2, a2, z3, a3 });
  const outputSlopes = slopesOfOutput(network, z3, a3);
  const product = outputSlopes
    ? cost.slopes.map((slope, j) => slope * outputSlopes[j])
    : a3.map((_, j) =>
        cost.slopes.reduce((sum, slope, i) => sum + slope * a3[i] * ((i === j ? 1 : 0) - a3[j]), 0),
      );
  const delta3 = cost.errors ?? product;
  const hiddenSlopes = z2.map((z, j) => ACTIVATIONS[network.activation].slope(z, a2[j]));
  const delta2 = hiddenSlopes.map((ofZ, j) => {
    const carried = delta3.reduce((sum, delta, i) => sum + network.outputWeights[i * HIDDEN + j] * delta, 0);
    return carried * ofZ;
  });
  return { cost, outputSlopes, product, delta3, hiddenSlopes, delta2 };
}

function slopesOfOutput(
  { pair }: Network,
  z: readonly number[],
  a: readonly number[],
): readonly number[] | null {
  if (pair === 'softmax-entropy') return null;
  if (pair === 'linear-squares') return z.map(() => 1);
  return z.map((one, j) => ACTIVATIONS.sigmoid.slope(one, a[j]));
}

/** An entry of the gradient: (BP1) and (BP2) of a neuron, (BP3) of a bias, (BP4) of a weight. */
export function gradientOf(network: Network, { a2 }: Forward, back: Backward, entry: Entry): number {
  const delta = (entry.layer === 3 ? back.delta3 : back.delta2)[entry.at];
  if (entry.kind !== 'weight') return delta;
  return (entry.layer === 3 ? a2 : network.inputs)[entry.from] * delta;
}

/** Half the distance between the two networks that are compared. */
export const DIFFERENCE = 1e-5;

/** The same entry from two costs alone: (C(· + h) − C(· − h)) / 2h. */
export function centralDifference(network: Network, entry: Entry, h = DIFFERENCE): number {
  return (costAt(network, entry, h) - costAt(network, entry, -h)) / (2 * h);
}

/** The cost with one entry moved. */
function costAt(network: Network, entry: Entry, by: number): number {
  if (entry.kind === 'delta') return costOf(network, forward(network, { ...entry, by })).value;
  const key = NUMBERS_OF[entry.layer][entry.kind];
  const row = entry.kind === 'weight' ? entry.at * HIDDEN + entry.from : entry.at;
  const moved = { ...network, [key]: network[key].map((x, i) => (i === row ? x + by : x)) };
  return costOf(moved, forward(moved)).value;
}

/** Where a network keeps them. Both layers have two neurons before them. */
export const NUMBERS_OF = {
  2: { weight: 'hiddenWeights', bias: 'hiddenBiases' },
  3: { weight: 'outputWeights', bias: 'outputBiases' },
} as const;

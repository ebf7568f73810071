import { backward, gradientOf, type Backward } from '../../../src/losses/network/backward.ts';
import { entryOf, type Entry } from '../../../src/losses/network/entries.ts';
import { forward, type Forward, type Network } from '../../../src/losses/network/network.ts';
import { backpropagation } from '../../../src/losses/topics/backpropagation.ts';
import type { Values } from '../../../src/specs/spec.ts';
import type { useLossValues } from '../useLossValues.ts';

/** All that can be set on the page. */
export const SPECS = backpropagation.values;

export type NetworkValues = Values<typeof SPECS>;

/** What a part of the page is given: the network, what flows through it, and the entry that is read. */
export interface NetworkPart {
  readonly page: ReturnType<typeof useLossValues<'backpropagation'>>;
  readonly network: Network;
  readonly flowed: Forward;
  readonly back: Backward;
  readonly read: Entry;
}

export function networkPart(page: NetworkPart['page']): NetworkPart {
  const { values } = page;
  const network: Network = { ...values, target: targetOf(values) };
  const flowed = forward(network);
  const back = backward(network, flowed);
  return { page, network, flowed, back, read: entryOf(values.read, network) };
}

function targetOf({ pair, number, label, category }: NetworkValues): readonly number[] {
  switch (pair) {
    case 'linear-squares':
      return [number];
    case 'softmax-entropy':
      return ['1', '2', '3'].map((name) => Number(name === category));
    case 'sigmoid-entropy':
    case 'sigmoid-squares':
      return [Number(label)];
  }
}

/** An entry of the gradient, as the equations give it. */
export function gradient({ network, flowed, back }: NetworkPart, entry: Entry): number {
  return gradientOf(network, flowed, back, entry);
}

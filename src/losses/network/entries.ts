import type { backpropagation } from '../topics/backpropagation.ts';
import { HIDDEN, INPUTS, outputsOf, type Network } from './network.ts';

/** How an entry is called in links: `weight-2-12` is w²₁₂. */
export type EntryId = (typeof backpropagation.values.read.options)[number];

/** The error of a neuron, a bias or a weight of layer 2 or 3. Numbers count from 0. */
export type Entry =
  | { readonly kind: 'delta' | 'bias'; readonly layer: 2 | 3; readonly at: number }
  | { readonly kind: 'weight'; readonly layer: 2 | 3; readonly at: number; readonly from: number };

/** The entry that a name in a link stands for; that of the first output where the network has not so many. */
export function entryOf(id: EntryId, { pair }: Pick<Network, 'pair'>): Entry {
  const [kind, layerText, places] = id.split('-');
  const layer = layerText === '2' ? 2 : 3;
  const at = Number(places[0]) - 1;
  const exists = layer === 2 || at < outputsOf(pair);
  const row = exists ? at : 0;
  if (kind === 'weight') return { kind, layer, at: row, from: Number(places[1]) - 1 };
  return { kind: kind === 'bias' ? 'bias' : 'delta', layer, at: row };
}

/** The other way. */
export function idOf(entry: Entry): EntryId {
  const places = entry.kind === 'weight' ? `${entry.at + 1}${entry.from + 1}` : `${entry.at + 1}`;
  return `${entry.kind}-${entry.layer}-${places}` as EntryId;
}

/** All entries of a network in the order of the four equations. */
export function entriesOf({ pair }: Pick<Network, 'pair'>): Record<'bp1' | 'bp2' | 'bp3' | 'bp4', Entry[]> {
  const of = (count: number) => Array.from({ length: count }, (_, at) => at);
  const outputs = of(outputsOf(pair));
  const hidden = of(HIDDEN);
  const weight = (layer: 2 | 3, at: number, from: number): Entry => ({ kind: 'weight', layer, at, from });
  return {
    bp1: outputs.map((at) => ({ kind: 'delta', layer: 3, at })),
    bp2: hidden.map((at) => ({ kind: 'delta', layer: 2, at })),
    bp3: [
      ...hidden.map((at): Entry => ({ kind: 'bias', layer: 2, at })),
      ...outputs.map((at): Entry => ({ kind: 'bias', layer: 3, at })),
    ],
    bp4: [
      ...hidden.flatMap((at) => of(INPUTS).map((from) => weight(2, at, from))),
      ...outputs.flatMap((at) => of(HIDDEN).map((from) => weight(3, at, from))),
    ],
  };
}

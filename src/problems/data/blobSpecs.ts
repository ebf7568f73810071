import type { NumberSpec, Values } from '../../specs/spec.ts';
import { CLASS_SPECS, COUNT, SEED } from './modelSpecs.ts';

/** Two classes of normal numbers around two centres: specs of what is drawn, and of what is fitted. */
export const BLOB_SPECS = {
  ...CLASS_SPECS,
  count: COUNT,
  distance: {
    kind: 'number',
    key: 'd',
    symbol: 'd',
    label: 'distance of the centres',
    default: 2.5,
    min: 0,
    max: 1000,
    scale: 'linear',
    slider: [0, 8],
  },
  spread: {
    kind: 'number',
    key: 's',
    symbol: String.raw`\sigma`,
    label: 'spread',
    default: 1,
    min: 0.001,
    max: 1000,
    scale: 'linear',
    slider: [0.2, 3],
  },
  share: {
    kind: 'number',
    key: 'h',
    symbol: String.raw`\pi`,
    label: 'share of class +1',
    default: 0.5,
    above: 0,
    below: 1,
    scale: 'linear',
    slider: [0.05, 0.95],
  },
  seed: SEED,
} as const satisfies Readonly<Record<string, NumberSpec | (typeof CLASS_SPECS)[keyof typeof CLASS_SPECS]>>;

export type BlobValues = Values<typeof BLOB_SPECS>;

/** The same with a part of the labels flipped. */
export const FLIPPED_SPECS = {
  ...BLOB_SPECS,
  distance: { ...BLOB_SPECS.distance, default: 4 },
  flipped: {
    kind: 'number',
    key: 'f',
    symbol: 'r',
    label: 'share of flipped labels',
    default: 0.1,
    min: 0,
    max: 1,
    scale: 'linear',
    slider: [0, 0.5],
  },
} as const;

export type FlippedValues = Values<typeof FLIPPED_SPECS>;

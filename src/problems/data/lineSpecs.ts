import type { NumberSpec, Values } from '../../specs/spec.ts';
import { COUNT, NUMBER_SPECS, SEED } from './modelSpecs.ts';

/** What line, how far from it, and what is fitted to it. */
export const LINE_SPECS = {
  ...NUMBER_SPECS,
  count: { ...COUNT, default: 60 },
  slope: coefficient('k', 'k', 'slope', 1.5),
  intercept: coefficient('i', 'c', 'intercept', 0.5),
  noise: {
    kind: 'number',
    key: 'n',
    symbol: String.raw`\sigma`,
    label: 'noise',
    default: 0.3,
    min: 0,
    max: 1000,
    scale: 'linear',
    slider: [0, 2],
  },
  outliers: {
    kind: 'number',
    key: 'f',
    symbol: 'r',
    label: 'share of outliers',
    default: 0.15,
    min: 0,
    max: 1,
    scale: 'linear',
    slider: [0, 0.5],
  },
  size: {
    kind: 'number',
    key: 'o',
    symbol: 'D',
    label: 'depth of the outliers',
    default: 5,
    min: 0,
    max: 1000,
    scale: 'linear',
    slider: [0, 10],
  },
  seed: SEED,
} as const;

function coefficient(key: string, symbol: string, label: string, value: number) {
  return {
    kind: 'number',
    key,
    symbol,
    label,
    default: value,
    min: -100,
    max: 100,
    scale: 'linear',
    slider: [-3, 3],
  } as const satisfies NumberSpec;
}

export type LineValues = Values<typeof LINE_SPECS>;

import type { NumberSpec } from '../specs/spec.ts';

/** By how much a problem of two parameters is turned. */
export const ROTATION = {
  kind: 'number',
  key: 'rot',
  symbol: String.raw`\phi`,
  label: 'rotation in degrees',
  default: 0,
  min: -360,
  max: 360,
  scale: 'linear',
  slider: [-180, 180],
  marks: [-180, -90, 0, 90, 180],
} as const satisfies NumberSpec;

/** What the loss is multiplied by. */
export const SCALE = {
  kind: 'number',
  key: 'scale',
  symbol: String.raw`\times`,
  label: 'the loss is multiplied by',
  default: 1,
  above: 0,
  max: 1e12,
  scale: 'log',
  slider: [0.01, 100],
} as const satisfies NumberSpec;

import type { NumberSpec } from '../specs/spec.ts';

/** The part of the learning rate at which a schedule ends. */
export const floor = {
  kind: 'number',
  key: 'f',
  symbol: 'b',
  label: 'floor',
  default: 0,
  min: 0,
  max: 1,
  scale: 'linear',
} as const satisfies NumberSpec;

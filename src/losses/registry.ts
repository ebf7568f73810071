import type { LossDefinition } from './loss.ts';
import { squaredError } from './squaredError.ts';

/** All losses, in the order they are offered in. A key is in people's links and files: never rename one. */
export const LOSSES = {
  'squared-error': squaredError,
} as const satisfies Record<string, LossDefinition>;

export type LossId = keyof typeof LOSSES;

import type { curves } from '../../../src/losses/topics/curves.ts';
import type { Values } from '../../../src/specs/spec.ts';

/** What is set on the page of curves. */
export type CurveValues = Values<(typeof curves)['values']>;

import type { Curve } from '../../../src/losses/curves/curve.ts';
import type { Kink } from '../../../src/losses/loss.ts';

/** Nearer than this a prediction is the corner: it is set in thousandths. */
const SAME = 1e-9;

/** The corner of a loss at a prediction, if there is one. */
export function kinkAt({ kinks }: Curve, prediction: number): Kink | null {
  return kinks.find(({ at }) => Math.abs(at - prediction) < SAME) ?? null;
}

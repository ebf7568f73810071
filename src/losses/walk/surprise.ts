import { elementwiseOf } from '../kernelOf.ts';
import { LOSSES } from '../registry.ts';

const KERNEL = elementwiseOf(LOSSES['binary-cross-entropy'], {});
/** Points of a curve over [0, 1]. */
const POINTS = 200;

/** The cross-entropy of a label over its probability, as a curve from 0 to 1; ∞ where the probability is 0. */
export function surpriseCurve(label: 0 | 1): (readonly [p: number, nats: number])[] {
  const p = Float64Array.from({ length: POINTS + 1 }, (_, i) => i / POINTS);
  const y = new Float64Array(POINTS + 1).fill(label);
  const out = new Float64Array(POINTS + 1);
  KERNEL.values(p, y, out, POINTS + 1);
  return Array.from(out, (nats, i) => [p[i], nats] as const);
}

/** −ln p. */
export function surprise(p: number): number {
  const out = new Float64Array(1);
  KERNEL.values(Float64Array.of(p), Float64Array.of(1), out, 1);
  return out[0];
}

import { kernelOf } from '../kernelOf.ts';
import { LOSSES } from '../registry.ts';
import { centralDifferences } from './centralDifferences.ts';

const KERNEL = kernelOf(LOSSES['softmax-cross-entropy'], {});

/** What the engine computes from scores and a true class: the loss in nats, and its gradient. */
export interface SoftmaxReading {
  readonly loss: number;
  /** p, from the gradient: p − y with y one-hot. */
  readonly gradient: readonly number[];
  /** The same from values of the loss alone, by central differences. */
  readonly differences: readonly number[];
  /** The greatest distance between the two. */
  readonly apart: number;
}

/** @param trueClass its index */
export function readSoftmax(scores: readonly number[], trueClass: number): SoftmaxReading {
  const [s, target] = [Float64Array.from(scores), Float64Array.of(trueClass)];
  const out = new Float64Array(scores.length);
  KERNEL.gradient(s, target, out);
  const gradient = Array.from(out);
  const differences = centralDifferences(KERNEL, scores, [trueClass]);
  return {
    loss: KERNEL.value(s, target),
    gradient,
    differences,
    apart: Math.max(...gradient.map((g, k) => Math.abs(g - differences[k]))),
  };
}

/** The loss where all of so many scores are equal: ln C. */
export function initialLoss(classes: number): number {
  return KERNEL.value(new Float64Array(classes), Float64Array.of(0));
}

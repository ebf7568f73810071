import { kernelOf } from '../kernelOf.ts';
import type { VectorKernel } from '../loss.ts';
import { LOSSES } from '../registry.ts';
import type { Forward, Network } from './network.ts';

/** What a network's output costs. */
export interface Cost {
  /** Computed without rounding ŷ first, from z, where the pair allows it. */
  readonly value: number;
  /** As printed, from ŷ: ∞ where ŷ has been rounded to 0 or 1 on the wrong side. */
  readonly printed: number;
  /** ∇ₐC, from ŷ as printed. */
  readonly slopes: readonly number[];
  /** ∂C/∂z of the last layer from z, which is ŷ − y; null where output and loss do not match. */
  readonly errors: readonly number[] | null;
}

const squares = kernelOf(LOSSES['squared-error'], {});
const ofProbability = kernelOf(LOSSES['binary-cross-entropy'], {});
const ofScore = kernelOf(LOSSES['sigmoid-cross-entropy'], {});
const ofDistribution = kernelOf(LOSSES['cross-entropy'], {});
const ofScores = kernelOf(LOSSES['softmax-cross-entropy'], {});

/** The cost of what has flowed forward, by the losses of the registry. */
export function costOf({ pair, target }: Network, { z3, a3 }: Forward): Cost {
  switch (pair) {
    case 'sigmoid-entropy':
      return {
        value: total(ofScore, z3, target),
        printed: total(ofProbability, a3, target),
        slopes: slopes(ofProbability, a3, target),
        errors: slopes(ofScore, z3, target),
      };
    case 'softmax-entropy': {
      const trueClass = [target.indexOf(1)];
      return {
        value: total(ofScores, z3, trueClass),
        printed: total(ofDistribution, a3, target),
        slopes: slopes(ofDistribution, a3, target),
        errors: slopes(ofScores, z3, trueClass),
      };
    }
    case 'linear-squares': {
      const value = total(squares, a3, target);
      return {
        value,
        printed: value,
        slopes: slopes(squares, a3, target),
        errors: slopes(squares, z3, target),
      };
    }
    case 'sigmoid-squares': {
      const value = total(squares, a3, target);
      return { value, printed: value, slopes: slopes(squares, a3, target), errors: null };
    }
  }
}

function total(kernel: VectorKernel, p: readonly number[], y: readonly number[]): number {
  return kernel.value(Float64Array.from(p), Float64Array.from(y));
}

function slopes(kernel: VectorKernel, p: readonly number[], y: readonly number[]): number[] {
  const out = new Float64Array(p.length);
  kernel.gradient(Float64Array.from(p), Float64Array.from(y), out);
  return Array.from(out);
}

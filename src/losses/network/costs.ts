import { LOSSES } from '../registry.ts';
import type { ElementwiseKernel, LossDefinition, VectorKernel } from '../loss.ts';
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

const squares = elementwise(LOSSES['squared-error']);
const ofProbability = elementwise(LOSSES['binary-cross-entropy']);
const ofScore = elementwise(LOSSES['sigmoid-cross-entropy']);
const ofDistribution = vector(LOSSES['cross-entropy']);
const ofScores = vector(LOSSES['softmax-cross-entropy']);

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
      const scores = Float64Array.from(z3);
      const trueClass = Float64Array.of(target.indexOf(1));
      const errors = new Float64Array(scores.length);
      ofScores.gradient(scores, trueClass, errors);
      const distribution = Float64Array.from(a3);
      const slopesOfDistribution = new Float64Array(scores.length);
      ofDistribution.gradient(distribution, Float64Array.from(target), slopesOfDistribution);
      return {
        value: ofScores.value(scores, trueClass),
        printed: ofDistribution.value(distribution, Float64Array.from(target)),
        slopes: Array.from(slopesOfDistribution),
        errors: Array.from(errors),
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

function total(kernel: ElementwiseKernel, p: readonly number[], y: readonly number[]): number {
  const out = new Float64Array(p.length);
  kernel.values(Float64Array.from(p), Float64Array.from(y), out, p.length);
  return out.reduce((sum, value) => sum + value, 0);
}

function slopes(kernel: ElementwiseKernel, p: readonly number[], y: readonly number[]): number[] {
  const out = new Float64Array(p.length);
  kernel.slopes(Float64Array.from(p), Float64Array.from(y), out, p.length);
  return Array.from(out);
}

function elementwise(loss: LossDefinition): ElementwiseKernel {
  const kernel = loss.elementwise?.({});
  if (!kernel) throw new Error(`${loss.name} is no loss of one number.`);
  return kernel;
}

function vector(loss: LossDefinition): VectorKernel {
  const kernel = loss.vector?.({});
  if (!kernel) throw new Error(`${loss.name} is no loss of several numbers.`);
  return kernel;
}

import type { Vector } from '../../linalg/vector.ts';
import type { LossId } from '../../losses/registry.ts';
import type { AnyValues } from '../../specs/spec.ts';
import type { LossFunction } from '../problem.ts';
import type { DataSet } from './dataSet.ts';
import { BLOCK, sampleLoss, type SampleLoss } from './sampleLoss.ts';

export type Model = 'weights' | 'weight-and-bias';

/** A linear model of two free parameters, and what it is to make small on a data set. */
export interface Fit {
  readonly count: number;
  /** N × 2, row-major: the score of sample i is θ·xᵢ. With a bias the second column holds 1. */
  readonly inputs: Vector;
  readonly targets: Vector;
  readonly model: Model;
  readonly loss: LossId;
  readonly lossParameters: AnyValues;
  /** λ of ½λ‖w‖², which leaves the bias alone. */
  readonly penalty: number;
}

const withBias = new WeakMap<DataSet, Vector>();

/** What the model sees of a data set: its two features, or the first of them beside 1. */
export function inputsOf(set: DataSet, model: Model): Vector {
  if (model === 'weights' || set.names.length === 1) return set.features;
  let inputs = withBias.get(set);
  if (!inputs) {
    inputs = set.features.map((x, i) => (i % 2 === 0 ? x : 1));
    withBias.set(set, inputs);
  }
  return inputs;
}

/** A fit as a function of θ: the mean loss of the samples, or of a step's batch, plus the penalty. */
export interface FittedLoss extends LossFunction {
  valueAndGradient: NonNullable<LossFunction['valueAndGradient']>;
  readonly kernel: SampleLoss;
  /** The targets as the kernel wants them. */
  readonly wanted: Vector;
  /** The gradient of each sample's loss without penalty, row-major. */
  sampleGradients(theta: Vector, out: Vector): void;
}

/** Binds a fit's loss. Samples are taken in blocks, so that nothing is made anew for each of them. */
export function fittedLoss({
  count,
  inputs,
  targets,
  model,
  loss,
  lossParameters,
  penalty,
}: Fit): FittedLoss {
  const kernel = sampleLoss(loss, lossParameters);
  const wanted = kernel.targetsFrom(targets);
  const first = new Float64Array(BLOCK);
  const second = new Float64Array(BLOCK);
  const scores = new Float64Array(BLOCK);
  const labels = new Float64Array(BLOCK);
  const results = new Float64Array(BLOCK);
  const slopes = new Float64Array(BLOCK);
  const biasPenalty = model === 'weights' ? penalty : 0;

  /** Gathers the samples number `from` and on, as many as a block holds, and computes their scores. */
  function gather(theta: Vector, batch: Uint32Array | null, from: number, size: number): number {
    const filled = Math.min(BLOCK, size - from);
    const a = theta[0];
    const b = theta[1];
    for (let i = 0; i < filled; i++) {
      const sample = batch === null ? from + i : batch[from + i];
      const x = inputs[2 * sample];
      const y = inputs[2 * sample + 1];
      first[i] = x;
      second[i] = y;
      scores[i] = a * x + b * y;
      labels[i] = wanted[sample];
    }
    return filled;
  }

  return {
    kernel,
    wanted,
    valueInto(theta, out, draw) {
      const batch = draw?.batch ?? null;
      const size = batch === null ? count : batch.length;
      let sum = 0;
      for (let from = 0; from < size; from += BLOCK) {
        const filled = gather(theta, batch, from, size);
        kernel.values(scores, labels, results, filled);
        for (let i = 0; i < filled; i++) sum += results[i];
      }
      out[0] = sum / size + 0.5 * (penalty * theta[0] * theta[0] + biasPenalty * theta[1] * theta[1]);
    },
    gradient(theta, out, draw) {
      const batch = draw?.batch ?? null;
      const size = batch === null ? count : batch.length;
      let a = 0;
      let b = 0;
      for (let from = 0; from < size; from += BLOCK) {
        const filled = gather(theta, batch, from, size);
        kernel.slopes(scores, labels, results, filled);
        for (let i = 0; i < filled; i++) {
          a += results[i] * first[i];
          b += results[i] * second[i];
        }
      }
      out[0] = a / size + penalty * theta[0];
      out[1] = b / size + biasPenalty * theta[1];
    },
    valueAndGradient(theta, out, gradient, draw) {
      const batch = draw?.batch ?? null;
      const size = batch === null ? count : batch.length;
      let sum = 0;
      let a = 0;
      let b = 0;
      for (let from = 0; from < size; from += BLOCK) {
        const filled = gather(theta, batch, from, size);
        if (kernel.valuesAndSlopes) kernel.valuesAndSlopes(scores, labels, results, slopes, filled);
        else {
          kernel.values(scores, labels, results, filled);
          kernel.slopes(scores, labels, slopes, filled);
        }
        for (let i = 0; i < filled; i++) {
          sum += results[i];
          a += slopes[i] * first[i];
          b += slopes[i] * second[i];
        }
      }
      out[0] = sum / size + 0.5 * (penalty * theta[0] * theta[0] + biasPenalty * theta[1] * theta[1]);
      gradient[0] = a / size + penalty * theta[0];
      gradient[1] = b / size + biasPenalty * theta[1];
    },
    hessian(theta, out, draw) {
      const batch = draw?.batch ?? null;
      const size = batch === null ? count : batch.length;
      let aa = 0;
      let ab = 0;
      let bb = 0;
      for (let from = 0; from < size; from += BLOCK) {
        const filled = gather(theta, batch, from, size);
        kernel.curvatures(scores, labels, results, filled);
        for (let i = 0; i < filled; i++) {
          const c = results[i];
          aa += c * first[i] * first[i];
          ab += c * first[i] * second[i];
          bb += c * second[i] * second[i];
        }
      }
      out[0] = aa / size + penalty;
      out[1] = ab / size;
      out[2] = out[1];
      out[3] = bb / size + biasPenalty;
    },
    sampleGradients(theta, out) {
      for (let from = 0; from < count; from += BLOCK) {
        const filled = gather(theta, null, from, count);
        kernel.slopes(scores, labels, results, filled);
        for (let i = 0; i < filled; i++) {
          out[2 * (from + i)] = results[i] * first[i];
          out[2 * (from + i) + 1] = results[i] * second[i];
        }
      }
    },
  };
}

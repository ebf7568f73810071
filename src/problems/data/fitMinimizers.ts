import type { Vector } from '../../linalg/vector.ts';
import type { Kink } from '../../losses/loss.ts';
import type { Minimizer } from '../problem.ts';
import type { DataSet } from './dataSet.ts';
import { fittedLoss, type Fit, type FittedLoss } from './linearModel.ts';
import { kinkedMinimizer, type LeastPoints } from './kinkedMinimizer.ts';
import { sameForTwo } from './sampleLoss.ts';
import { isSeparable } from './separable.ts';
import { smoothMinimizer } from './smoothMinimizer.ts';

/** With more samples, the least point of a loss with corners is not searched for. */
export const MOST_WITH_CORNERS = 10_000;
/** Of more samples than this, that many give the first guess. */
const SOME = 1000;

/** How a loss ends: whether it can be brought to its least value, on data that a line separates. */
export type Ending = 'step' | 'cone' | 'runs-away' | 'region' | 'point';

/**
 * Where a fit is least: nowhere for a `step`; at 0 and, if the classes are separable, on a whole `cone` for the
 * perceptron; nowhere, since a larger θ is always better, where it `runs-away`; on a whole `region` where a margin is
 * reached; else at a `point`.
 */
export function endingOf(fit: Pick<Fit, 'loss' | 'penalty'>, separable: boolean): Ending {
  const loss = sameForTwo(fit.loss);
  if (loss === 'zero-one') return 'step';
  if (loss === 'perceptron') return 'cone';
  if (!separable || fit.penalty > 0) return 'point';
  if (loss === 'hinge' || loss === 'squared-hinge') return 'region';
  return ['sigmoid-cross-entropy', 'binary-cross-entropy', 'focal'].includes(loss) ? 'runs-away' : 'point';
}

/** The minimizers of a fit that are points; all its losses but focal are convex, so that a local one is global. */
export function fitMinimizers(fit: Fit, set: DataSet, fitted: FittedLoss): readonly Minimizer[] {
  const separable = set.classes !== null && isSeparable(fit.inputs, fit.targets);
  const ending = endingOf(fit, separable);
  if (ending === 'cone') return [{ point: [0, 0], kind: 'global' }];
  if (ending !== 'point') return [];
  const least = leastPointsOfFit(fit, fitted);
  return (least?.points ?? []).map((point) => ({ point, kind: 'global' }));
}

/** A point where a fit is least; null where there is none, or none is found. */
export function pointOfFit(fit: Fit, fitted: FittedLoss): readonly number[] | null {
  return leastPointsOfFit(fit, fitted)?.points[0] ?? null;
}

/** What was found last for these targets: words and marks ask for the same. */
const found = new WeakMap<Vector, { readonly key: string; readonly least: LeastPoints | null }>();

/**
 * Where a fit is least; null where there is no end, or none is found.
 * @param fitted the same fit, bound; made if it is not given
 */
export function leastPointsOfFit(fit: Fit, fitted?: FittedLoss): LeastPoints | null {
  const { targets, model, loss, lossParameters, penalty } = fit;
  const key = JSON.stringify([model, loss, lossParameters, penalty]);
  const last = found.get(targets);
  if (last?.key === key) return last.least;
  const least = searchedFor(fit, fitted ?? fittedLoss(fit));
  found.set(targets, { key, least });
  return least;
}

function searchedFor(fit: Fit, fitted: FittedLoss): LeastPoints | null {
  const { kernel, wanted } = fitted;
  if (kernel.kinkOf(wanted[0]) === null) {
    const point = smooth(fit, fitted);
    return point && { points: [point], extent: 'point' };
  }
  const { count, inputs, model, penalty } = fit;
  if (count > MOST_WITH_CORNERS) return null;
  const kinks = Array.from(wanted, (target): Kink => kernel.kinkOf(target) ?? { at: 0, from: 0, to: 0 });
  return kinkedMinimizer({ count, inputs, kinks, penalties: [penalty, model === 'weights' ? penalty : 0] });
}

function smooth(fit: Fit, fitted: FittedLoss): readonly number[] | null {
  if (fit.count <= SOME) return smoothMinimizer(fitted, [0, 0]);
  // Of many samples a few lead close, where each of the dear steps counts.
  const few = everyNth(fit, SOME);
  return smoothMinimizer(fitted, smooth(few, fittedLoss(few)) ?? [0, 0]);
}

/** The same fit of at most so many of its samples, evenly taken. */
export function everyNth(fit: Fit, most: number): Fit {
  const stride = Math.ceil(fit.count / most);
  if (stride === 1) return fit;
  const count = Math.floor(fit.count / stride);
  const { inputs, targets } = fit;
  return {
    ...fit,
    count,
    inputs: Float64Array.from({ length: 2 * count }, (_, i) => inputs[2 * stride * (i >> 1) + (i & 1)]),
    targets: Float64Array.from({ length: count }, (_, i) => targets[stride * i]),
  };
}

import type { Vector } from '../../linalg/vector.ts';
import type { Kink } from '../../losses/loss.ts';
import type { Minimizer } from '../problem.ts';
import type { DataSet } from './dataSet.ts';
import { kinkedMinimizer, type KinkedFunction, type LeastPoints } from './kinkedMinimizer.ts';
import { fittedLoss, type Fit, type FittedLoss } from './linearModel.ts';
import { sameForTwo } from './sampleLoss.ts';
import { separationOf, type Separation } from './separable.ts';
import { isBentDown, leastOfSmooth } from './smoothFit.ts';

/** With more samples, the least point of a loss with corners is not searched for. */
export const MOST_WITH_CORNERS = 10_000;

/** How a loss ends: whether it can be brought to its least value, on data that a line separates. */
export type Ending = 'step' | 'cone' | 'runs-away' | 'region' | 'point';

/**
 * How far the classes are put apart by what no penalty holds: by θ without one, by the bias alone with one, which then
 * has to put all samples on one side.
 */
export function freeSeparation({ inputs, targets, model, penalty }: Fit, set: DataSet): Separation {
  if (set.classes === null) return 'none';
  if (penalty === 0) return separationOf(inputs, targets);
  return model === 'weight-and-bias' && isOneClass(targets) ? 'all' : 'none';
}

/** Whether all samples are of one class. */
export function isOneClass(targets: Vector): boolean {
  return targets.every((target) => target === targets[0]);
}

/**
 * Where a fit is least: nowhere for a `step`; at 0 and, if the classes are put apart, on a whole `cone` for the
 * perceptron; nowhere, since a larger θ is always better, where it `runs-away`; on a whole `region` where a margin is
 * reached; else at a `point`.
 */
export function endingOf({ loss: chosen }: Pick<Fit, 'loss'>, free: Separation): Ending {
  const loss = sameForTwo(chosen);
  if (loss === 'zero-one') return 'step';
  if (loss === 'perceptron') return 'cone';
  if (free === 'none') return 'point';
  // Samples that the line goes through keep a loss, which has a least value all the same.
  if (reachesMargin(chosen)) return free === 'all' ? 'region' : 'point';
  return ['sigmoid-cross-entropy', 'binary-cross-entropy', 'focal'].includes(loss) ? 'runs-away' : 'point';
}

/** Whether a loss falls until a margin is reached, and no further: what puts samples apart leaves it as small ever after. */
export function reachesMargin(loss: Fit['loss']): boolean {
  return ['hinge', 'squared-hinge'].includes(sameForTwo(loss));
}

/** The minimizers of a fit that are points. Null while they are searched for elsewhere. */
export function fitMinimizers(fit: Fit, set: DataSet, fitted: FittedLoss): readonly Minimizer[] | null {
  const ending = endingOf(fit, freeSeparation(fit, set));
  if (ending === 'cone') return [{ point: [0, 0], kind: 'global' }];
  if (ending !== 'point') return [];
  const least = leastPointsOfFit(fit, fitted);
  if (least === 'searching') return null;
  if (typeof least === 'string') return [];
  return [
    ...least.points.map((point) => ({ point, kind: 'global' as const })),
    ...(least.local ?? []).map((point) => ({ point, kind: 'local' as const })),
  ];
}

/** A point where a fit is least; null where there is none, or none is found. */
export function pointOfFit(fit: Fit): readonly number[] | null {
  const least = searchedFor(fit, fittedLoss(fit));
  return typeof least === 'string' ? null : least.points[0];
}

/** What a search came to: a point that is not certain is none. */
export type Found = LeastPoints | 'uncertain' | 'too many';

/** Searches of this many samples are over in a few milliseconds; of so many where they are long: for losses that have corners or are not convex. */
const SOON = 2000;
const SOON_OF_LONG = 300;

let isElsewhere = false;

/** From now on no long search is made here: what it finds is told, by `tellFound`. Or, with `false`, it is again. */
export function searchElsewhere(isSo = true): void {
  isElsewhere = isSo;
}

/** So many searches are remembered of each data set: words, marks and runs ask for the same. */
const REMEMBERED = 8;
const found = new WeakMap<Vector, Map<string, Found>>();

function keyOf({ model, loss, lossParameters, penalty }: Fit): string {
  return JSON.stringify([model, loss, lossParameters, penalty]);
}

/** Remembers what was found for a fit. */
export function tellFound(fit: Fit, least: Found): void {
  const known = found.get(fit.targets) ?? new Map<string, Found>();
  found.set(fit.targets, known);
  known.delete(keyOf(fit));
  known.set(keyOf(fit), least);
  for (const oldest of known.keys()) {
    if (known.size <= REMEMBERED) break;
    known.delete(oldest);
  }
}

/** What is remembered of a fit: null where nobody has searched. */
export function foundFor(fit: Fit): Found | null {
  return found.get(fit.targets)?.get(keyOf(fit)) ?? null;
}

/**
 * Where a fit is least that ends at a point.
 * @param fitted the same fit, bound; made if it is not given
 */
export function leastPointsOfFit(fit: Fit, fitted?: FittedLoss): Found | 'searching' {
  const known = foundFor(fit);
  if (known) return known;
  if (isElsewhere && isLong(fit)) return 'searching';
  const least = searchedFor(fit, fitted ?? fittedLoss(fit));
  tellFound(fit, least);
  return least;
}

/** Whether the search for a fit’s least point would be felt where a page is to answer. */
function isLong(fit: Fit): boolean {
  const hasCorners = ['hinge', 'absolute-error'].includes(sameForTwo(fit.loss));
  return fit.count > (hasCorners || isBentDown(fit) ? SOON_OF_LONG : SOON);
}

function searchedFor(fit: Fit, fitted: FittedLoss): Found {
  const { kernel, wanted } = fitted;
  if (kernel.kinkOf(wanted[0]) === null) return leastOfSmooth(fit) ?? 'uncertain';
  const { count, inputs, model, penalty } = fit;
  if (count > MOST_WITH_CORNERS) return 'too many';
  const kinks = Array.from(wanted, (target): Kink => kernel.kinkOf(target) ?? { at: 0, from: 0, to: 0 });
  const f: KinkedFunction = { count, inputs, kinks, penalties: [penalty, model === 'weights' ? penalty : 0] };
  return kinkedMinimizer(f) ?? 'uncertain';
}

import { dataMessages as say } from '../../messages/dataProblems.ts';
import type { DataSet } from './dataSet.ts';
import {
  endingOf,
  freeSeparation,
  isOneClass,
  leastPointsOfFit,
  MOST_WITH_CORNERS,
  reachesMargin,
  type Found,
} from './fitMinimizers.ts';
import { fitOf, type FitChoice } from './fitProblem.ts';
import { isBentDown, STARTS } from './smoothFit.ts';

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });

/** Why a fit has no minimizer that is listed, or has more; undefined where there is nothing to say. */
export function unlistedOfFit(set: DataSet, choice: FitChoice): string | undefined {
  const fit = fitOf(set, choice);
  const free = freeSeparation(fit, set);
  const ending = endingOf(choice, free);
  if (ending === 'step') return choice.penalty > 0 ? say.stepHeld : say.step;
  if (ending === 'point')
    return aroundLeast(leastPointsOfFit(fit), free !== 'none' && reachesMargin(choice.loss));
  if (free === 'none') return undefined;
  if (choice.model === 'weight-and-bias' && isOneClass(set.targets)) return say[ending].oneClass;
  // Samples on the line keep a hinge above its least value, which is a point's matter.
  if (ending === 'region') return say.region.all;
  return free === 'all' ? say[ending].all : say[ending].butOnLine;
}

/** @param isRay it is as small further along a line: rounding may hide that where a margin is just reached */
function aroundLeast(least: Found | 'searching', isRay: boolean): string | undefined {
  if (least === 'searching') return say.searching;
  if (least === 'uncertain') return say.uncertain;
  if (least === 'too many') return say.tooMany(number.format(MOST_WITH_CORNERS));
  if (isRay) return say.notAlone;
  switch (least.extent) {
    case 'segment':
      return say.segment;
    case 'region':
      return say.notAlone;
    case 'point':
      return undefined;
  }
}

/** What the chosen loss also is: another one, where there are two classes, or the support vector machine. */
export function remarksOfFit(set: DataSet, choice: FitChoice): readonly string[] {
  const { loss, penalty } = choice;
  const remarks: string[] = [];
  for (const [id, sentence] of Object.entries(say.sameAs)) if (id === loss) remarks.push(sentence);
  if (penalty > 0 && (loss === 'hinge' || loss === 'multiclass-hinge'))
    remarks.push(say.isSvm(number.format(1 / (penalty * set.count))));
  if (isBentDown(fitOf(set, choice))) remarks.push(say.bentDown(number.format(STARTS)));
  return remarks;
}

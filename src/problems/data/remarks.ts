import { dataMessages as say } from '../../messages/dataProblems.ts';
import type { DataSet } from './dataSet.ts';
import { endingOf, leastPointsOfFit, MOST_WITH_CORNERS } from './fitMinimizers.ts';
import { fitOf, separates, type FitChoice } from './fitProblem.ts';

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });

/** Why a fit has no minimizer that is listed, or has more; undefined where there is nothing to say. */
export function unlistedOfFit(set: DataSet, choice: FitChoice): string | undefined {
  const separable = separates(set, choice.model);
  switch (endingOf(choice, separable)) {
    case 'step':
      return say.step;
    case 'cone':
      return separable ? say.cone : undefined;
    case 'runs-away':
      return say.runsAway;
    case 'region':
      return say.region;
    case 'point':
      return hasCorners(choice.loss) ? aroundCorners(set, choice) : undefined;
  }
}

function hasCorners(loss: FitChoice['loss']): boolean {
  return loss === 'hinge' || loss === 'multiclass-hinge' || loss === 'absolute-error';
}

/** A loss that is straight between its corners may be least at more than one point. */
function aroundCorners(set: DataSet, choice: FitChoice): string | undefined {
  if (set.count > MOST_WITH_CORNERS) return say.tooMany(number.format(MOST_WITH_CORNERS));
  switch (leastPointsOfFit(fitOf(set, choice))?.extent) {
    case 'segment':
      return say.segment;
    case 'region':
      return say.notAlone;
    case 'point':
    case undefined:
      return undefined;
  }
}

/** What the chosen loss also is: another one, where there are two classes, or the support vector machine. */
export function remarksOfFit(set: DataSet, { loss, penalty }: FitChoice): readonly string[] {
  const remarks: string[] = [];
  for (const [id, sentence] of Object.entries(say.sameAs)) if (id === loss) remarks.push(sentence);
  if (penalty > 0 && (loss === 'hinge' || loss === 'multiclass-hinge'))
    remarks.push(say.isSvm(number.format(1 / (penalty * set.count))));
  return remarks;
}

import { dataRefusals as say } from '../../messages/dataRefusals.ts';
import type { Refusal } from '../../specs/spec.ts';
import { defineProblem } from '../problem.ts';
import { IRIS_SPECS, type IrisValues } from './irisSpecs.ts';
import { workOf } from './loading.ts';
import { refusedLoss, usesOfFit } from './modelSpecs.ts';

/** Two classes of flowers, told apart by a linear model of two of their measures. */
export const iris = defineProblem({
  name: 'Iris',
  lesson: 'A linear classifier’s loss over real data; unscaled features make a ravine of it.',
  brief: String.raw`\frac1N\sum_i \ell(w_1x_{i1}+w_2x_{i2},\,y_i)`,
  credit: 'R. A. Fisher, 1936; UCI Machine Learning Repository, CC BY 4.0',
  parameters: IRIS_SPECS,
  uses: (name, parameters) =>
    usesOfFit(name, parameters) && (name !== 'second' || parameters.model === 'weights'),
  refuse: (parameters) => refusedLoss(parameters.loss, 'classes') ?? refusedPair(parameters),
  ...workOf('iris'),
});

/** Of two that are the same, the one to be refused is the one whose default differs from the other. */
function refusedPair({ model, first, second, negative, positive }: IrisValues): Refusal | null {
  if (model === 'weights' && first === second)
    return { parameter: second === IRIS_SPECS.second.default ? 'first' : 'second', reason: say.bothFeatures };
  if (negative !== positive) return null;
  return {
    parameter: positive === IRIS_SPECS.positive.default ? 'negative' : 'positive',
    reason: say.bothSpecies,
  };
}

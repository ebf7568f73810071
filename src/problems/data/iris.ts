import { dataMessages as say } from '../../messages/dataProblems.ts';
import type { ChoiceSpec, Values } from '../../specs/spec.ts';
import { defineProblem, type Refusal } from '../problem.ts';
import { remembering, type DataSet } from './dataSet.ts';
import { fitProblem } from './fitProblem.ts';
import { frameOfFit } from './frame.ts';
import { irisColumn, type IrisFeature } from './irisRows.ts';
import { CLASS_SPECS, formulaOfFit, refusedLoss, usesOfFit } from './modelSpecs.ts';
import { remarksOfFit, unlistedOfFit } from './remarks.ts';

const FEATURES = ['petal-length', 'petal-width', 'sepal-length', 'sepal-width'] as const;
const SPECIES = ['setosa', 'versicolor', 'virginica'] as const;
const SCALINGS = ['standardised', 'centred', 'raw'] as const;

const PARAMETERS = {
  ...CLASS_SPECS,
  first: choice('a', 'x_1', 'first feature', FEATURES, 'petal-length'),
  second: choice('b', 'x_2', 'second feature', FEATURES, 'petal-width'),
  negative: choice('n', '-1', 'class −1', SPECIES, 'versicolor'),
  positive: choice('p', '+1', 'class +1', SPECIES, 'virginica'),
  scaling: choice('s', 'x', 'scaling', SCALINGS, 'standardised'),
} as const;

function choice<C extends string>(
  key: string,
  symbol: string,
  label: string,
  options: readonly C[],
  value: C,
): ChoiceSpec<C> {
  return { kind: 'choice', key, symbol, label, options, default: value };
}

type Parameters = Values<typeof PARAMETERS>;

/** Two classes of flowers, told apart by a linear model of two of their measures. */
export const iris = defineProblem({
  name: 'Iris',
  lesson: 'A linear classifier’s loss over real data; unscaled features make a ravine of it.',
  formula: formulaOfFit,
  brief: String.raw`\frac1N\sum_i \ell(w_1x_{i1}+w_2x_{i2},\,y_i)`,
  credit: 'R. A. Fisher, 1936; UCI Machine Learning Repository, CC BY 4.0',
  parameters: PARAMETERS,
  uses: (name, parameters) =>
    usesOfFit(name, parameters) && (name !== 'second' || parameters.model === 'weights'),
  refuse: (parameters) => refusedLoss(parameters.loss, 'classes') ?? refusedPair(parameters),
  unlisted: (parameters) => unlistedOfFit(irisData(parameters), parameters),
  remarks: (parameters) => remarksOfFit(irisData(parameters), parameters),
  create(parameters) {
    const set = irisData(parameters);
    return fitProblem(set, parameters, frameOfFit(set, parameters));
  },
});

/** Of two that are the same, the one to be refused is the one whose default differs from the other. */
function refusedPair({ model, first, second, negative, positive }: Parameters): Refusal | null {
  if (model === 'weights' && first === second)
    return { parameter: second === PARAMETERS.second.default ? 'first' : 'second', reason: say.bothFeatures };
  if (negative !== positive) return null;
  return {
    parameter: positive === PARAMETERS.positive.default ? 'negative' : 'positive',
    reason: say.bothSpecies,
  };
}

/** The hundred flowers of two species, with two of their measures. */
export const irisData = remembering(
  8,
  ({ first, second, negative, positive, scaling }: Parameters) =>
    [first, second, negative, positive, scaling].join(),
  ({ first, second, negative, positive, scaling }): DataSet => {
    const column = (feature: IrisFeature) =>
      scaledBy(scaling, [...irisColumn(negative, feature), ...irisColumn(positive, feature)]);
    const [x, y] = [column(first), column(second)];
    const half = x.length / 2;
    return {
      count: x.length,
      features: Float64Array.from({ length: 2 * x.length }, (_, i) => (i % 2 === 0 ? x : y)[i >> 1]),
      targets: Float64Array.from(x, (_, i) => (i < half ? -1 : 1)),
      names: [first, second].map((feature) => say[scaling](say.features[feature])),
      response: null,
      classes: [negative, positive],
    };
  },
);

/** Millimetres as centimetres, from their mean on or not, or in standard deviations (of the population). */
function scaledBy(scaling: Parameters['scaling'], column: readonly number[]): readonly number[] {
  if (scaling === 'raw') return column.map((x) => x / 10);
  const sum = column.reduce((total, x) => total + x, 0);
  const n = column.length;
  // n·x − Σx is a whole number.
  const deviations = column.map((x) => n * x - sum);
  if (scaling === 'centred') return deviations.map((d) => d / (10 * n));
  const deviation = Math.sqrt(deviations.reduce((total, d) => total + d * d, 0) / n);
  return deviations.map((d) => d / deviation);
}

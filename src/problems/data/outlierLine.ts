import { dataMessages as say } from '../../messages/dataProblems.ts';
import { normal, uniform } from '../../random/draws.ts';
import type { Vector } from '../../linalg/vector.ts';
import type { NumberSpec, Values } from '../../specs/spec.ts';
import { defineProblem } from '../problem.ts';
import { remembering, type DataSet } from './dataSet.ts';
import { fitProblem } from './fitProblem.ts';
import { frameOfLine } from './frame.ts';
import { COUNT, formulaOfFit, NUMBER_SPECS, refusedLoss, SEED, usesOfFit } from './modelSpecs.ts';
import { unlistedOfFit } from './remarks.ts';

/** What of a sample is drawn, as the index of its draw; its step is its number. */
const DRAWS = { x: 0, noise: 1, outlier: 2 } as const;

const PARAMETERS = {
  ...NUMBER_SPECS,
  count: { ...COUNT, default: 60 },
  slope: coefficient('k', 'k', 'slope', 1.5),
  intercept: coefficient('i', 'c', 'intercept', 0.5),
  noise: {
    kind: 'number',
    key: 'n',
    symbol: String.raw`\sigma`,
    label: 'noise',
    default: 0.3,
    min: 0,
    max: 1000,
    scale: 'linear',
    slider: [0, 2],
  },
  outliers: {
    kind: 'number',
    key: 'f',
    symbol: 'r',
    label: 'share of outliers',
    default: 0.15,
    min: 0,
    max: 1,
    scale: 'linear',
    slider: [0, 0.5],
  },
  size: {
    kind: 'number',
    key: 'o',
    symbol: 'D',
    label: 'depth of the outliers',
    default: 5,
    min: 0,
    max: 1000,
    scale: 'linear',
    slider: [0, 10],
  },
  seed: SEED,
} as const;

function coefficient(key: string, symbol: string, label: string, value: number) {
  return {
    kind: 'number',
    key,
    symbol,
    label,
    default: value,
    min: -100,
    max: 100,
    scale: 'linear',
    slider: [-3, 3],
  } as const satisfies NumberSpec;
}

type Line = Values<typeof PARAMETERS>;

/** A line with outliers that lie below its right end: they pull its slope down and its intercept too. */
export const outlierLine = defineProblem({
  name: 'Line with outliers',
  lesson: 'Squared error follows a few outliers; absolute error keeps to the many.',
  formula: (parameters) => formulaOfFit({ ...parameters, model: 'weight-and-bias' }),
  brief: String.raw`\frac1N\sum_i \ell(wx_i+b,\,y_i)`,
  parameters: PARAMETERS,
  uses: usesOfFit,
  refuse: ({ loss }) => refusedLoss(loss, 'number'),
  unlisted: (parameters) => unlistedOfFit(lineData(parameters), fitting(parameters)),
  create: (parameters) =>
    fitProblem(
      lineData(parameters),
      fitting(parameters),
      frameOfLine(parameters.slope, parameters.intercept),
    ),
});

function fitting(parameters: Line) {
  return { ...parameters, model: 'weight-and-bias' } as const;
}

/** For each sample two standard normal numbers and a uniform one. */
const draws = remembering(
  2,
  ({ seed, count }: Pick<Line, 'seed' | 'count'>) => `${seed} ${count}`,
  ({ seed, count }): Vector =>
    Float64Array.from({ length: 3 * count }, (_, i) => {
      const sample = Math.floor(i / 3);
      if (i % 3 === DRAWS.outlier) return uniform(seed, 'data', sample, DRAWS.outlier);
      return normal(seed, 'data', sample, i % 3);
    }),
);

const lineData = remembering(
  4,
  ({ count, slope, intercept, noise, outliers, size, seed }: Line) =>
    [count, slope, intercept, noise, outliers, size, seed].join(),
  ({ count, slope, intercept, noise, outliers, size, seed }): DataSet => {
    const drawn = draws({ seed, count });
    const features = new Float64Array(2 * count).fill(1);
    const targets = new Float64Array(count);
    for (let i = 0; i < count; i++) {
      const isOutlier = drawn[3 * i + DRAWS.outlier] < outliers;
      const x = isOutlier ? Math.abs(drawn[3 * i + DRAWS.x]) : drawn[3 * i + DRAWS.x];
      features[2 * i] = x;
      targets[i] = slope * x + intercept + noise * drawn[3 * i + DRAWS.noise] - (isOutlier ? size : 0);
    }
    return { count, features, targets, names: [say.input], response: say.response, classes: null };
  },
);

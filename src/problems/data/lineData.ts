import { dataMessages as say } from '../../messages/dataProblems.ts';
import { normal, uniform } from '../../random/draws.ts';
import type { Vector } from '../../linalg/vector.ts';
import { remembering, type DataSet } from './dataSet.ts';
import type { LineValues } from './lineSpecs.ts';

/** What of a sample is drawn, as the index of its draw; its step is its number. */
const DRAWS = { x: 0, noise: 1, outlier: 2 } as const;

/** For each sample two standard normal numbers and a uniform one. */
const draws = remembering(
  2,
  ({ seed, count }: Pick<LineValues, 'seed' | 'count'>) => `${seed} ${count}`,
  ({ seed, count }): Vector =>
    Float64Array.from({ length: 3 * count }, (_, i) => {
      const sample = Math.floor(i / 3);
      if (i % 3 === DRAWS.outlier) return uniform(seed, 'data', sample, DRAWS.outlier);
      return normal(seed, 'data', sample, i % 3);
    }),
);

/** Samples along a line, of which some lie below its right half. */
export const lineData = remembering(
  4,
  ({ count, slope, intercept, noise, outliers, size, seed }: LineValues) =>
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

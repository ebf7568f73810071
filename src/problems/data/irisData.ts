import { dataMessages as say } from '../../messages/dataProblems.ts';
import { remembering, type DataSet } from './dataSet.ts';
import { irisColumn, type IrisFeature } from './irisRows.ts';
import type { IrisValues } from './irisSpecs.ts';

/** The hundred flowers of two species, with two of their measures. */
export const irisData = remembering(
  8,
  ({ first, second, negative, positive, scaling }: IrisValues) =>
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
function scaledBy(scaling: IrisValues['scaling'], column: readonly number[]): readonly number[] {
  if (scaling === 'raw') return column.map((x) => x / 10);
  const sum = column.reduce((total, x) => total + x, 0);
  const n = column.length;
  // n·x − Σx is a whole number.
  const deviations = column.map((x) => n * x - sum);
  if (scaling === 'centred') return deviations.map((d) => d / (10 * n));
  const deviation = Math.sqrt(deviations.reduce((total, d) => total + d * d, 0) / n);
  return deviations.map((d) => d / deviation);
}

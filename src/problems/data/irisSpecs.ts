import type { ChoiceSpec, Values } from '../../specs/spec.ts';
import { CLASS_SPECS } from './modelSpecs.ts';

const FEATURES = ['petal-length', 'petal-width', 'sepal-length', 'sepal-width'] as const;
const SPECIES = ['setosa', 'versicolor', 'virginica'] as const;
const SCALINGS = ['standardised', 'centred', 'raw'] as const;

/** Which flowers, which of their measures, and what is fitted to them. */
export const IRIS_SPECS = {
  ...CLASS_SPECS,
  first: choice('a', 'x_1', 'first feature', FEATURES, 'petal-length'),
  second: choice('b', 'x_2', 'second feature', FEATURES, 'petal-width'),
  negative: choice('n', 'y', 'class −1', SPECIES, 'versicolor'),
  positive: choice('p', 'y', 'class +1', SPECIES, 'virginica'),
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

export type IrisValues = Values<typeof IRIS_SPECS>;

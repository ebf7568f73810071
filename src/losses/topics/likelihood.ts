import type { LossTopic } from './topic.ts';

/** Maximum likelihood and squared error side by side. */
export const likelihood = {
  name: 'Likelihood and L2',
  lesson: 'With Gaussian noise, the most likely fit is the one of least squared error.',
  values: {},
} as const satisfies LossTopic;

import type { LossTopic } from './topic.ts';

/** Bernoulli and categorical likelihood of a coin. */
export const coin = {
  name: 'A coin',
  lesson: 'Likelihood: how probable a setting makes what was seen.',
  values: {},
} as const satisfies LossTopic;

import type { LossTopic } from './topic.ts';

/** Softmax cross-entropy, step by step. */
export const softmax = {
  name: 'Softmax',
  lesson: 'Scores become probabilities, and the loss looks at one of them.',
  values: {},
} as const satisfies LossTopic;

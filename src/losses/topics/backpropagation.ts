import type { LossTopic } from './topic.ts';

/** The four equations of backpropagation, checked by finite differences. */
export const backpropagation = {
  name: 'Backpropagation',
  lesson: 'Four equations carry the error of the output back to each weight.',
  values: {},
} as const satisfies LossTopic;

import type { LossTopic } from './topic.ts';

/** Losses of one number on one chart, with their gradients. */
export const curves = {
  name: 'Curves',
  lesson: 'What each loss says of one prediction, and which way it pulls.',
  values: {},
} as const satisfies LossTopic;

import type { LossTopic } from './topic.ts';

/** KL divergence on bars that can be dragged. */
export const divergence = {
  name: 'Divergence',
  lesson: 'Cross-entropy is the entropy of the truth plus the divergence from it.',
  values: {},
} as const satisfies LossTopic;

import { backpropagation } from './backpropagation.ts';
import { coin } from './coin.ts';
import { curves } from './curves.ts';
import { divergence } from './divergence.ts';
import { likelihood } from './likelihood.ts';
import { softmax } from './softmax.ts';
import type { LossTopic } from './topic.ts';

/** The pages of the room of losses, in their order. A key is in people's links: never rename one. */
export const LOSS_TOPICS = {
  curves,
  softmax,
  coin,
  divergence,
  likelihood,
  backpropagation,
} as const satisfies Record<string, LossTopic>;

export type TopicId = keyof typeof LOSS_TOPICS;

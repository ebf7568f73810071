import { topicMessages as say } from '../../messages/topics.ts';
import type { AnyValues } from '../../specs/spec.ts';
import type { LossTopic } from './topic.ts';

const entries = { each: { min: 0, max: 1 }, minLength: 2, maxLength: 6 } as const;

/** KL divergence on bars that can be dragged. Entries that do not add up to 1 are taken as shares. */
export const divergence = {
  name: 'Divergence',
  lesson: 'Cross-entropy is the entropy of the truth plus the divergence from it.',
  values: {
    p: { kind: 'numbers', key: 'p', label: 'truth', symbol: 'p', default: [0.6, 0.3, 0.1], ...entries },
    q: { kind: 'numbers', key: 'q', label: 'prediction', symbol: 'q', default: [0.2, 0.5, 0.3], ...entries },
    unit: {
      kind: 'choice',
      key: 'u',
      label: 'unit',
      symbol: 'H',
      options: ['nats', 'bits'],
      default: 'nats',
    },
  },
  refuse({ p, q }: AnyValues) {
    const [truth, prediction] = [p, q].map((list) => (list as readonly number[]).length);
    if (truth === prediction) return null;
    return { parameter: 'q', reason: say.unequal(prediction, truth) };
  },
} as const satisfies LossTopic;

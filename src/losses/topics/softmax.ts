import { topicMessages as say } from '../../messages/topics.ts';
import type { AnyValues } from '../../specs/spec.ts';
import type { LossTopic } from './topic.ts';

/** Softmax cross-entropy, step by step. The scores are those of Memphis's cat, car and frog, of which the slide takes the car. */
export const softmax = {
  name: 'Softmax',
  lesson: 'Scores become probabilities, and the loss looks at one of them.',
  values: {
    scores: {
      kind: 'numbers',
      key: 's',
      label: 'scores',
      symbol: 's',
      default: [3.2, 5.1, -1.7],
      each: { min: -10_000, max: 10_000 },
      minLength: 2,
      maxLength: 10,
    },
    trueClass: {
      kind: 'number',
      key: 'c',
      label: 'true class',
      symbol: 'c',
      default: 1,
      min: 0,
      max: 9,
      integer: true,
      scale: 'linear',
    },
    way: {
      kind: 'choice',
      key: 'w',
      label: 'way',
      symbol: 'e',
      options: ['as-printed', 'stable'],
      default: 'as-printed',
    },
    logarithm: {
      kind: 'choice',
      key: 'l',
      label: 'logarithm',
      symbol: 'L',
      options: ['ln', 'log2', 'log10'],
      default: 'ln',
    },
  },
  refuse({ scores, trueClass }: AnyValues) {
    const count = (scores as readonly number[]).length;
    const isClass = (trueClass as number) < count;
    return isClass ? null : { parameter: 'trueClass', reason: say.noClass(Number(trueClass), count) };
  },
} as const satisfies LossTopic;

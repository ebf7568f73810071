import type { LossTopic } from './topic.ts';

/** Bernoulli and categorical likelihood of a coin. Its probability of heads is that of Erlangen's example. */
export const coin = {
  name: 'A coin',
  lesson: 'Likelihood: how probable a setting makes what was seen.',
  values: {
    flips: {
      kind: 'numbers',
      key: 'f',
      label: 'Flips',
      symbol: 'y',
      default: [1, 0, 0, 1, 0, 0, 1, 0, 1, 0],
      each: { min: 0, max: 1, integer: true },
      minLength: 1,
      maxLength: 40,
    },
    heads: {
      kind: 'number',
      key: 'p',
      label: 'Probability of heads',
      symbol: 'p',
      default: 0.3,
      min: 0,
      max: 1,
      scale: 'linear',
    },
    seen: {
      kind: 'choice',
      key: 's',
      label: 'One flip',
      symbol: 'y',
      options: ['tails', 'heads'],
      default: 'tails',
    },
  },
} as const satisfies LossTopic;

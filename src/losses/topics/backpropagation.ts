import type { NumbersSpec } from '../../specs/spec.ts';
import type { LossTopic } from './topic.ts';

const WEIGHT = { min: -100, max: 100 } as const;

function weights<const D extends readonly number[]>(label: string, symbol: string, key: string, start: D) {
  const { length } = start;
  return {
    kind: 'numbers',
    label,
    symbol,
    key,
    default: start,
    each: WEIGHT,
    minLength: length,
    maxLength: length,
  } as const satisfies NumbersSpec;
}

/** The four equations of backpropagation, checked by finite differences. */
export const backpropagation = {
  name: 'Backpropagation',
  lesson: 'Four equations carry the error of the output back to each weight.',
  values: {
    pair: {
      kind: 'choice',
      label: 'Output and loss',
      symbol: 'C',
      key: 'p',
      options: ['sigmoid-entropy', 'softmax-entropy', 'linear-squares', 'sigmoid-squares'],
      default: 'sigmoid-entropy',
    },
    activation: {
      kind: 'choice',
      label: 'Hidden activation',
      symbol: String.raw`\sigma`,
      key: 'a',
      options: ['sigmoid', 'tanh', 'relu'],
      default: 'sigmoid',
    },
    inputs: weights('Inputs', 'x', 'x', [1, -0.5]),
    hiddenWeights: weights('Weights of layer 2', 'w', 'w', [0.8, -1.2, -0.5, 1.5]),
    hiddenBiases: weights('Biases of layer 2', 'b', 'b', [0.1, -0.3]),
    outputWeights: weights('Weights of layer 3', 'w', 'v', [1.4, -2, 0.6, 0.9, -1.1, 0.7]),
    outputBiases: weights('Biases of layer 3', 'b', 'c', [0.2, -0.1, 0.4]),
    number: {
      kind: 'number',
      label: 'Target y',
      symbol: 'y',
      key: 't',
      default: 1.5,
      min: -5,
      max: 5,
      scale: 'linear',
    },
    label: {
      kind: 'choice',
      label: 'Target y',
      symbol: 'y',
      key: 'l',
      options: ['0', '1'],
      default: '0',
    },
    category: {
      kind: 'choice',
      label: 'Class of the target',
      symbol: 'y',
      key: 'k',
      options: ['1', '2', '3'],
      default: '1',
    },
    pass: {
      kind: 'choice',
      label: 'Numbers on the graph',
      symbol: String.raw`\mathrm{on}`,
      key: 'd',
      options: ['forward', 'backward'],
      default: 'backward',
    },
    read: {
      kind: 'choice',
      label: 'What is read',
      symbol: String.raw`\mathrm{read}`,
      key: 'r',
      options: [
        'delta-3-1',
        'delta-3-2',
        'delta-3-3',
        'delta-2-1',
        'delta-2-2',
        'weight-2-11',
        'weight-2-12',
        'weight-2-21',
        'weight-2-22',
        'bias-2-1',
        'bias-2-2',
        'weight-3-11',
        'weight-3-12',
        'weight-3-21',
        'weight-3-22',
        'weight-3-31',
        'weight-3-32',
        'bias-3-1',
        'bias-3-2',
        'bias-3-3',
      ],
      default: 'delta-3-1',
    },
  },
} as const satisfies LossTopic;

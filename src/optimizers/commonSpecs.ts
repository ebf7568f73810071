import type { ChoiceSpec, NumberSpec } from '../specs/spec.ts';

/** η. Any size is allowed, so that one can see what too large a step does. */
export function learningRate(value: number): NumberSpec {
  return {
    kind: 'number',
    key: 'lr',
    symbol: String.raw`\eta`,
    label: 'learning rate',
    default: value,
    min: 0,
    scale: 'log',
    slider: [1e-4, 1],
  };
}

/** A decay rate of a moving average or a momentum: 0 forgets at once, 1 would never forget and is excluded. */
export function decayRate(key: string, symbol: string, label: string, value: number): NumberSpec {
  return { kind: 'number', key, symbol, label, default: value, min: 0, below: 1, scale: 'oneMinusLog' };
}

/** ε, which keeps a quotient finite; 0 is allowed, and 0/0 is then 0. */
export function epsilon(value: number): NumberSpec {
  return {
    kind: 'number',
    key: 'e',
    symbol: String.raw`\epsilon`,
    label: 'stabilizer',
    default: value,
    min: 0,
    scale: 'log',
    slider: [1e-12, 1e-2],
  };
}

/** λ of decoupled weight decay. */
export function weightDecay(value: number): NumberSpec {
  return {
    kind: 'number',
    key: 'wd',
    symbol: String.raw`\lambda`,
    label: 'weight decay',
    default: value,
    min: 0,
    scale: 'log',
    slider: [1e-4, 1],
  };
}

/** Where ε stands: beside the square root or under it. */
export const epsilonPlacement = {
  kind: 'choice',
  key: 'ep',
  symbol: String.raw`\epsilon`,
  label: 'place of the stabilizer',
  options: ['outside', 'inside'],
  default: 'outside',
} as const satisfies ChoiceSpec;

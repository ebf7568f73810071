import { sigmoid } from '../logistic.ts';

/** What a neuron makes of its weighted input z. */
export interface Activation {
  value(z: number): number;
  /** The derivative, from z and the value there; 0 at the corner of ReLU. */
  slope(z: number, value: number): number;
}

/** Activations of the hidden layer. */
export const ACTIVATIONS = {
  sigmoid: {
    value: sigmoid,
    slope: (_z, a) => a * (1 - a),
  },
  tanh: {
    value: (z) => Math.tanh(z),
    slope: (_z, a) => 1 - a * a,
  },
  relu: {
    value: (z) => Math.max(0, z),
    slope: (z) => (z > 0 ? 1 : 0),
  },
} as const satisfies Record<string, Activation>;

export type ActivationId = keyof typeof ACTIVATIONS;

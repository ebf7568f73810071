import { adadelta } from './adadelta.ts';
import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { adamw } from './adamw.ts';
import { momentum } from './momentum.ts';
import { muon } from './muon.ts';
import { nesterov } from './nesterov.ts';
import { newton } from './newton.ts';
import type { Optimizer } from './optimizer.ts';
import { rmsprop } from './rmsprop.ts';
import { sgd } from './sgd.ts';

/** All optimizers. A key stands in people's links: never rename one. */
export const OPTIMIZERS = {
  sgd,
  momentum,
  nesterov,
  adagrad,
  rmsprop,
  adadelta,
  adam,
  adamw,
  muon,
  newton,
} as const satisfies Record<string, Optimizer>;

export type OptimizerId = keyof typeof OPTIMIZERS;

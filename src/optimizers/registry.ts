import { adadelta } from './adadelta.ts';
import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { adamw } from './adamw.ts';
import { aggmo } from './aggmo.ts';
import { amsgrad } from './amsgrad.ts';
import { eve } from './eve.ts';
import { lbfgs } from './lbfgs.ts';
import { lineSearch } from './lineSearch.ts';
import { momentum } from './momentum.ts';
import { muon } from './muon.ts';
import { nadam } from './nadam.ts';
import { nesterov } from './nesterov.ts';
import { newton } from './newton.ts';
import type { Optimizer } from './optimizer.ts';
import { qhadam } from './qhadam.ts';
import { rmsprop } from './rmsprop.ts';
import { sgd } from './sgd.ts';
import { sophia } from './sophia.ts';
import { signsgd } from './signsgd.ts';

/** All optimizers. A key stands in people's links: never rename one. */
export const OPTIMIZERS = {
  sgd,
  momentum,
  nesterov,
  aggmo,
  adagrad,
  rmsprop,
  adadelta,
  adam,
  adamw,
  amsgrad,
  nadam,
  qhadam,
  eve,
  signsgd,
  muon,
  newton,
  sophia,
  lbfgs,
  'line-search': lineSearch,
} as const satisfies Record<string, Optimizer>;

export type OptimizerId = keyof typeof OPTIMIZERS;

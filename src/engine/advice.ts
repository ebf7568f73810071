import { adviceMessages as say } from '../messages/advice.ts';
import type { ModifierId } from '../modifiers/registry.ts';
import { OPTIMIZERS, type OptimizerId } from '../optimizers/registry.ts';
import type { Run, Scene } from '../scene/scene.ts';

/** A sentence on a combination that does not mean what one may expect, and what it is about: where it is chosen. */
export interface Advice {
  readonly about: 'optimizer' | 'schedule' | ModifierId;
  readonly text: string;
}

/** They look for a step along a slope by comparing values. */
const SEARCHES: readonly OptimizerId[] = ['lbfgs', 'line-search'];
/** They divide what they are given, a penalty with it, by the root of its own squares. */
const DIVIDES_BY_ROOT: readonly OptimizerId[] = [
  'adagrad',
  'rmsprop',
  'adadelta',
  'adam',
  'amsgrad',
  'nadam',
  'qhadam',
  'eve',
];

/** What is to be said of a run's settings in a scene; most have nothing. */
export function adviceOn({ sampling, steps }: Pick<Scene, 'sampling' | 'steps'>, run: Run): Advice[] {
  const { id, hyperparameters } = run.optimizer;
  const { name, needs } = OPTIMIZERS[id];
  const searches = SEARCHES.includes(id);
  const advice: Advice[] = [];
  const modifier = (wanted: ModifierId) => run.modifiers.find((choice) => choice.id === wanted);
  const sam = modifier('sam');
  const decay = modifier('weight-decay');

  if (searches && sampling.noise > 0) advice.push({ about: 'optimizer', text: say.noisySearch(name) });
  if (sam && needs.includes('hessian')) advice.push({ about: 'sam', text: say.samHessian(name) });
  if (sam && searches) advice.push({ about: 'sam', text: say.samSearch(name) });
  if (decay && Number(hyperparameters.weightDecay ?? 0) > 0)
    advice.push({ about: 'weight-decay', text: say.decaysTwice(name) });
  if (decay?.hyperparameters.mode === 'l2' && DIVIDES_BY_ROOT.includes(id))
    advice.push({ about: 'weight-decay', text: say.scaledPenalty(name) });
  for (const { id: schedule, hyperparameters: h } of run.schedule) {
    if (schedule === 'warmup' && Number(h.steps) > steps)
      advice.push({ about: 'schedule', text: say.warmupTooLong });
    if (schedule === 'restarts' && Number(h.period) >= steps)
      advice.push({ about: 'schedule', text: say.noRestart });
    if (schedule === 'halve-on-divergence' && searches && sampling.noise === 0 && !sam)
      advice.push({ about: 'schedule', text: say.searchHalves(name) });
  }
  return advice;
}

import type { Explanation } from '../../engine/explain.ts';
import type { OptimizerId } from '../../optimizers/registry.ts';
import type { Task } from '../../scene/scene.ts';
import { ADAM_RULES, SCALE_RULES } from './adaptiveRules.ts';
import { DESCENT_RULES, LBFGS_RULES, NEWTON_RULES, SEARCH_RULES, SOPHIA_RULES } from './curvatureRules.ts';
import { factsOf, type Facts } from './facts.ts';
import { ALONE_RULES, GRADIENT_RULES, GROUND_RULES, LOSS_RULES } from './groundRules.ts';
import { MOMENTUM_RULES } from './momentumRules.ts';
import { EVENT_RULES, PART_RULES } from './partRules.ts';
import type { Named, WhyRules } from './rule.ts';
import { MUON_RULES, SIGN_RULES } from './signRules.ts';

/** The rules of each optimizer. */
export const FAMILY_RULES: Readonly<Record<OptimizerId, WhyRules>> = {
  sgd: DESCENT_RULES,
  momentum: MOMENTUM_RULES,
  nesterov: MOMENTUM_RULES,
  aggmo: MOMENTUM_RULES,
  adagrad: SCALE_RULES,
  rmsprop: SCALE_RULES,
  adadelta: SCALE_RULES,
  adam: ADAM_RULES,
  adamw: ADAM_RULES,
  amsgrad: ADAM_RULES,
  nadam: ADAM_RULES,
  qhadam: ADAM_RULES,
  eve: ADAM_RULES,
  signsgd: SIGN_RULES,
  muon: MUON_RULES,
  newton: NEWTON_RULES,
  sophia: SOPHIA_RULES,
  lbfgs: LBFGS_RULES,
  'line-search': SEARCH_RULES,
};

/** More than two sentences are no longer read at a glance. */
const MOST_SENTENCES = 2;

/** A rule that has spoken. */
export interface Said {
  readonly rule: string;
  readonly sentence: string;
}

/**
 * What one step did, in at most two sentences: what happens in this step only, the gradient or the ground, what the
 * optimizer made of it, and what stands beside it, in this order. Null where no rule’s condition holds: nothing is guessed.
 * Names of quantities are TeX between dollar signs.
 */
export function whyOf(task: Task, explanation: Explanation): string | null {
  const said = saidOf(task, explanation);
  return said.length === 0 ? null : said.map(({ sentence }) => sentence).join(' ');
}

/** The sentences with the names of their rules. */
export function saidOf(task: Task, explanation: Explanation): readonly Said[] {
  const facts = factsOf(task, explanation);
  const alone = firstOf(ALONE_RULES, facts, 'nothing');
  if (alone) return [alone];
  const said: Said[] = [];
  const add = (next: Said | null) => {
    if (next && said.length < MOST_SENTENCES) said.push(next);
  };
  add(firstOf(EVENT_RULES, facts, 'nothing'));
  const ground = firstOf(GROUND_RULES, facts, 'nothing');
  const gradient = ground ? null : firstOf(GRADIENT_RULES, facts, 'nothing');
  add(ground ?? gradient);
  add(firstOf(FAMILY_RULES[task.optimizer.id], facts, namedBy(gradient)));
  // SAM's comparison is an event where it tells much, and a part otherwise: said once, it is not said again.
  const heard = said.map(({ sentence }) => sentence);
  add(firstOf(PART_RULES, facts, 'nothing', heard));
  if (said.length === 0) add(firstOf(LOSS_RULES, facts, 'nothing'));
  return said;
}

function firstOf(rules: WhyRules, facts: Facts, named: Named, heard: readonly string[] = []): Said | null {
  for (const [rule, says] of Object.entries(rules)) {
    const sentence = says(facts, named);
    if (sentence !== null && !heard.includes(sentence)) return { rule, sentence };
  }
  return null;
}

function namedBy(gradient: Said | null): Named {
  if (!gradient) return 'nothing';
  return gradient.rule === 'isMostlyNoise' ? 'gradient' : 'gradient and ravine';
}

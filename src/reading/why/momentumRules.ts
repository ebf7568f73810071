import { whyMessages as say } from '../../messages/why.ts';
import type { Vector } from '../../linalg/vector.ts';
import { angleBetween, difference, dot, isTurned, lengthOf, scaledBy } from './angles.ts';
import { lieOf, type Facts } from './facts.ts';
import { rises } from './groundRules.ts';
import { degrees, factor, isFactor, measure, percent } from './numbers.ts';
import type { WhyRules } from './rule.ts';

/** Two pulls nearer than this agree, farther apart than that they oppose each other. */
const AGREE = 30;
const OPPOSE = 150;
/** A smaller part would be printed as 0 %. */
const LEAST_SHARE = 0.01;

/** A step of momentum as a sum: what was kept, and what the gradient adds. */
export interface Pulls {
  readonly kept: Vector;
  readonly added: Vector;
}

/** Null for an optimizer whose step is no such sum. */
export function pullsOf(facts: Facts): Pulls | null {
  const { task, explanation, h } = facts;
  const { g, lr, before } = explanation;
  const { id } = task.optimizer;
  const mu = Number(h.momentum);
  if (id === 'aggmo') return pullsOfMany(facts);
  if (id !== 'momentum' && id !== 'nesterov') return null;
  if (h.form === 'rewritten')
    return { kept: scaledBy(mu * mu, before.v), added: scaledBy(-(1 + mu) * lr, g) };
  if (h.form === 'velocity' || h.form === 'lookahead')
    return { kept: scaledBy(mu, before.v), added: scaledBy(-lr, g) };
  const weight = h.form === 'averaged' ? 1 - mu : 1;
  return { kept: scaledBy(-lr * mu, before.m), added: scaledBy(-lr * weight, g) };
}

/** AggMo: the mean of its velocities. */
function pullsOfMany({ explanation: { g, lr, before }, h }: Facts): Pulls {
  const betas = Array.isArray(h.betas) ? h.betas.map(Number) : [];
  const kept = g.map((_, i) => betas.reduce((sum, beta, k) => sum + beta * before[`v${k + 1}`][i], 0));
  return { kept: scaledBy(-lr / betas.length, kept), added: scaledBy(-lr, g) };
}

/** Momentum, Nesterov, AggMo. */
export const MOMENTUM_RULES: WhyRules = {
  /** The step leads up the slope though its gradient’s part leads down it, and the loss rises. */
  goesUphill(facts) {
    const pulls = pullsOf(facts);
    const { slope, own, isOwnTaken, explanation } = facts;
    if (!pulls || !isOwnTaken || !rises(facts)) return null;
    if (!(dot(own, slope) > 0) || !(dot(pulls.added, slope) <= 0)) return null;
    return say.uphill(measure(explanation.loss), measure(explanation.lossAfter));
  },
  /** Nothing was kept: the first step, or μ = 0. */
  hasNoVelocity(facts) {
    const pulls = pullsOf(facts);
    if (!pulls || facts.explanation.t > 1 || lengthOf(pulls.added) === 0) return null;
    return pulls.kept.every((entry) => entry === 0) ? say.noVelocity : null;
  },
  /** At least 150° between the two. */
  opposes(facts) {
    const pulls = pullsOf(facts);
    const angle = pulls && angleBetween(pulls.kept, pulls.added);
    if (!pulls || angle === null || angle < OPPOSE) return null;
    const share = -dot(pulls.kept, pulls.added) / dot(pulls.added, pulls.added);
    if (share < LEAST_SHARE) return null;
    return share >= 1 ? say.outweighed(degrees(angle)) : say.opposed(degrees(angle), percent(share));
  },
  /** Nesterov’s gradient differs from the one at θ with the same noise and penalty. */
  looksAhead(facts) {
    const { task, h, slope, noise, modifier, explanation } = facts;
    if (task.optimizer.id !== 'nesterov' || h.form !== 'lookahead' || modifier('sam')) return null;
    const decay = modifier('weight-decay');
    const penalty = decay?.mode === 'l2' ? Number(decay.coefficient) : 0;
    const here = slope.map((entry, i) => entry + noise[i] + penalty * explanation.theta[i]);
    const angle = angleBetween(explanation.g, here);
    const times = lengthOf(explanation.g) / lengthOf(here);
    if (!isTurned(angle) && !isFactor(times)) return null;
    return say.lookAhead(isTurned(angle) ? degrees(angle) : null, isFactor(times) ? factor(times) : null);
  },
  /** At most 30° between the two, and the step is longer by a tenth at least. */
  agrees(facts) {
    const pulls = pullsOf(facts);
    const angle = pulls && angleBetween(pulls.kept, pulls.added);
    if (!pulls || angle === null || angle > AGREE) return null;
    const times = lengthOf(facts.own) / lengthOf(pulls.added);
    return isFactor(times) ? say.agrees(isTurned(angle) ? degrees(angle) : null, factor(times)) : null;
  },
  /** Between the two; the step is their sum. */
  addsUp(facts, named) {
    const pulls = pullsOf(facts);
    const angle = pulls && angleBetween(pulls.kept, pulls.added);
    if (!pulls || angle === null || angle <= AGREE || angle >= OPPOSE) return null;
    const rest = difference(facts.own, pulls.kept).map((entry, i) => entry - pulls.added[i]);
    // The sum itself, to rounding: a claim about the step that was taken.
    if (lengthOf(rest) > 1e-9 * lengthOf(facts.own)) return null;
    return say.sum(named, degrees(angle), lieOf(pulls.kept, facts.ravine), facts.isOwnTaken);
  },
};

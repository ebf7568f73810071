import { whyMessages as say } from '../../messages/why.ts';
import { OPTIMIZERS } from '../../optimizers/registry.ts';
import { SCHEDULES } from '../../schedules/registry.ts';
import { angleBetween, difference, isTurned, lengthOf, scaledBy } from './angles.ts';
import type { Facts } from './facts.ts';
import { degrees, factor, isFactor, percent } from './numbers.ts';
import type { WhyRules } from './rule.ts';

/** A part smaller than this is not worth a sentence. */
const LEAST_PART = 0.05;
/** A smaller part would be printed as 0 %. */
const NOTHING = 0.005;
/** From this angle, or from this factor on, what SAM sees is told before all else. */
const TELLING_ANGLE = 15;
const TELLING_FACTOR = 1.5;

/** What happens in some steps only, and is told first. */
export const EVENT_RULES: WhyRules = {
  /** The feasible set is left by θ + Δθ. */
  isCut({ problem, taken, explanation: { update, theta, thetaAfter } }) {
    if (!problem.project || update.every((entry, i) => theta[i] + entry === thetaAfter[i])) return null;
    const share = lengthOf(taken) / lengthOf(update);
    return Number.isFinite(share) ? say.cut(share < NOTHING ? say.nothing : percent(share)) : null;
  },
  /** Lookahead in a step of which t mod k = 0. */
  goesBack({ modifier, explanation: { t } }) {
    const values = modifier('lookahead');
    if (!values || t % Number(values.k) !== 0 || Number(values.alpha) === 1) return null;
    return say.wentBack(String(values.k), percent(Number(values.alpha)));
  },
  /** A halving more after the step than before it. */
  halvesNow({ explanation: { schedulesBefore, schedulesAfter } }) {
    const isHalved = schedulesAfter.some(
      ({ halvings }, i) => halvings !== undefined && halvings[0] > schedulesBefore[i].halvings[0],
    );
    return isHalved ? say.halvedNow : null;
  },
  /** Restarts: its factor is greater than in the step before, as it is where a later period begins. */
  restarts({ task: { schedule, steps }, explanation: { t } }) {
    const isNew = schedule.some(({ id, hyperparameters: values }) => {
      if (id !== 'restarts' || t === 1) return false;
      const factorAt = (step: number) => SCHEDULES.restarts.factor(step, steps, values, {});
      return factorAt(t) > factorAt(t - 1);
    });
    return isNew ? say.restarted : null;
  },
  seesSharpness: (facts) => sharpness(facts, TELLING_ANGLE, TELLING_FACTOR),
};

/** What is always there, and is told last. */
export const PART_RULES: WhyRules = {
  seesAnother: (facts) => sharpness(facts, 0, 1),
  /** ηλθ beside the rest of the step, from a twentieth of it on. */
  decays({ modifier, own, h, explanation: { theta, lr } }) {
    const beside = modifier('weight-decay');
    const isOwn = Number(h.weightDecay ?? 0) > 0;
    if (isOwn === (beside?.mode === 'decoupled')) return null;
    const lambda = isOwn ? Number(h.weightDecay) : Number(beside?.coefficient);
    const pull = scaledBy(-lr * lambda, theta);
    const share = lengthOf(pull) / lengthOf(isOwn ? difference(own, pull) : own);
    return share >= LEAST_PART && Number.isFinite(share) ? say.decays(shareOf(share)) : null;
  },
  /** λθ beside the rest of the gradient, taken at θ. */
  isPenalized({ task, modifier, explanation: { g, theta } }) {
    const values = modifier('weight-decay');
    const looksElsewhere = task.optimizer.id === 'nesterov';
    if (values?.mode !== 'l2' || looksElsewhere) return null;
    const penalty = scaledBy(Number(values.coefficient), theta);
    const share = lengthOf(penalty) / lengthOf(difference(g, penalty));
    return share >= LEAST_PART && Number.isFinite(share) ? say.penalized(shareOf(share)) : null;
  },
  /** The factors beside 1: which of them says why. */
  isScheduled({ task: { schedule, optimizer }, explanation: { lr, t, schedulesBefore } }) {
    const full = Number(optimizer.hyperparameters[OPTIMIZERS[optimizer.id].rate]);
    const part = lr / full;
    const shown = Number(part.toPrecision(2));
    if (!(full > 0) || !(shown < 1) || !(part >= 0.01)) return null;
    const working = schedule.filter(({ id }) => id !== 'constant');
    if (working.length === 1 && working[0].id === 'halve-on-divergence') {
      const { halvings } = schedulesBefore[schedule.indexOf(working[0])];
      return halvings[0] > 0 ? say.halved(halvings[0], percent(part)) : null;
    }
    const isWarming =
      working.length === 1 && working[0].id === 'warmup' && t < Number(working[0].hyperparameters.steps);
    return isWarming ? say.warmingUp(percent(part)) : say.scheduled(percent(part));
  },
};

/** “40 % of” or “1.3 times” a length. */
function shareOf(part: number): string {
  return part < 1 ? say.shareOf(percent(part)) : say.timesOf(factor(part));
}

/** SAM’s gradient beside the one at θ; unknown where an L2 penalty is between the two, or the step asked more than once. */
function sharpness(
  { task, modifier, explanation }: Facts,
  least: number,
  leastFactor: number,
): string | null {
  if (!modifier('sam') || modifier('weight-decay')?.mode === 'l2' || task.optimizer.id === 'lbfgs')
    return null;
  const { s } = explanation.modifiersAfter.sam;
  const angle = angleBetween(explanation.g, s);
  const times = lengthOf(explanation.g) / lengthOf(s);
  const turned = isTurned(angle) ? angle : null;
  const isTimes = isFactor(times);
  const isEnough =
    (turned !== null && turned >= least) || (isTimes && (times >= leastFactor || times <= 1 / leastFactor));
  return isEnough
    ? say.climbed(turned === null ? null : degrees(turned), isTimes ? factor(times) : null)
    : null;
}

import type { Explanation } from '../../engine/explain.ts';
import { quotient } from '../../linalg/quotient.ts';
import { symmetricEigen } from '../../linalg/eigen.ts';
import { whyMessages as say } from '../../messages/why.ts';
import { MOST_SHRINKINGS } from '../../optimizers/lineSearch.ts';
import { angleBetween, isTurned, lengthOf, scaledBy } from './angles.ts';
import { coordinatesWhere } from './coordinates.ts';
import type { Facts } from './facts.ts';
import { crossesFloor, rises } from './groundRules.ts';
import { degrees, measure, percent, setting } from './numbers.ts';
import type { WhyRules } from './rule.ts';

/** A smaller part would be printed as 0 %. */
const LEAST_PART = 0.01;

/** Gradient descent: η beside the largest rate that is stable across the ravine. */
export const DESCENT_RULES: WhyRules = {
  comparesRate(facts) {
    const { ravine, task, explanation } = facts;
    const { lr } = explanation;
    if (!ravine || task.modifiers.length > 0 || !(lr > 0)) return null;
    const limit = 2 / ravine.steepest;
    if (lr > limit) {
      // A step that overshoots has had its sentence.
      const isShown = !rises(facts) && measure(lr) !== measure(limit);
      return isShown ? say.aboveStable(setting(lr), measure(limit)) : null;
    }
    return lr >= LEAST_PART * limit
      ? say.shareOfStable(setting(lr), percent(lr / limit), measure(limit))
      : null;
  },
};

/** An eigenvalue below this part of the largest has no sign that rounding could not change. */
const NO_CURVATURE = 1e-10;
/** A step within this of η = 1 goes the whole way. */
const WHOLE = 1e-12;

/** Newton. */
export const NEWTON_RULES: WhyRules = {
  /** 0 < η ≤ 1, and none of the eigenvalues of the Hessian that the step used is 0. */
  goesToStationaryPoint(facts) {
    const { explanation } = facts;
    const { after, lr, loss, lossAfter } = explanation;
    const { values } = symmetricEigen(explanation.theta.length, after.H);
    const sizes = values.map(Math.abs);
    if (!values.every(Number.isFinite) || !(Math.min(...sizes) > NO_CURVATURE * Math.max(...sizes)))
      return null;
    if (!(lr > 0) || lr > 1 + WHOLE || lengthOf(explanation.g) === 0) return null;
    const kind = values[0] > 0 ? 'minimizer' : values[values.length - 1] < 0 ? 'maximizer' : 'saddle';
    const what = Math.abs(lr - 1) <= WHOLE ? say.jumps[kind] : say.goes[kind](percent(lr));
    return say.newton(
      what,
      rises(facts) && !crossesFloor(facts) && kind === 'minimizer'
        ? [measure(loss), measure(lossAfter)]
        : null,
    );
  },
};

/** Sophia with its clip. */
export const SOPHIA_RULES: WhyRules = {
  /** γh at most ε where m is not 0: what divides is ε, and the clip makes a sign of it. */
  hasNoCurvature(facts) {
    const { problem, h, explanation } = facts;
    if (!hasClip(facts)) return null;
    const { after } = explanation;
    const coordinates = coordinatesWhere(
      problem,
      (i) => after.h[i] <= 0 && isClipped(facts, i) && Number(h.gamma) > 0,
    );
    return coordinates && say.noCurvature(coordinates);
  },
  clipsAll(facts) {
    const { own, explanation, h } = facts;
    if (!hasClip(facts) || h.weightDecay !== 0 || !own.every((_, i) => isClipped(facts, i))) return null;
    return say.clippedAll(setting(explanation.lr));
  },
  clipsSome(facts) {
    if (!hasClip(facts)) return null;
    const clipped = coordinatesWhere(facts.problem, (i) => isClipped(facts, i));
    const free = coordinatesWhere(facts.problem, (i) => !isClipped(facts, i));
    if (free === null) return null;
    return clipped === null ? say.clippedNone : say.clippedSome(clipped, free);
  },
};

function hasClip({ h }: Facts): boolean {
  return h.curvature !== 'gradient-squared-lecture';
}

/** Whether |m/max(γh, ε)| reaches 1. */
function isClipped({ h, explanation: { after } }: Facts, i: number): boolean {
  return Math.abs(quotient(after.m[i], Math.max(Number(h.gamma) * after.h[i], Number(h.epsilon)))) >= 1;
}

/** What a search lowers: f of the step's samples. */
function lossIn({ batch }: Explanation): string {
  return batch === null ? say.loss : say.batchLoss;
}

/** L-BFGS. */
export const LBFGS_RULES: WhyRules = {
  findsNone({ own, explanation }) {
    const { lr, g } = explanation;
    const isStuck = lr > 0 && lengthOf(g) > 0 && own.every((entry) => entry === 0);
    return isStuck ? say.searchFailed(lossIn(explanation)) : null;
  },
  hasNoPairs({ explanation: { after } }) {
    return after.count[0] === 0 ? say.noPairs(measure(after.alpha[0])) : null;
  },
  usesPairs({ explanation: { after, g } }) {
    const angle = angleBetween(after.direction, scaledBy(-1, g));
    if (angle === null || after.count[0] === 0) return null;
    return say.pairs(after.count[0], isTurned(angle) ? degrees(angle) : null, measure(after.alpha[0]));
  },
};

/** Line search. */
export const SEARCH_RULES: WhyRules = {
  findsNone({ explanation }) {
    const { after, lr, g } = explanation;
    const isStuck = after.alpha[0] === 0 && lr > 0 && lengthOf(g) > 0;
    return isStuck ? say.searchFailed(lossIn(explanation)) : null;
  },
  takesFirst({ explanation }) {
    const { after, lr } = explanation;
    return lr > 0 && after.alpha[0] === lr ? say.firstTry(setting(lr), lossIn(explanation)) : null;
  },
  /** α = ηcᵏ. */
  shortens({ explanation, h }) {
    const { after, lr } = explanation;
    const [alpha] = after.alpha;
    // Not the logarithm of α/η, which may be too small for a number.
    const times = Math.round((Math.log(alpha) - Math.log(lr)) / Math.log(Number(h.shrink)));
    // A factor so near to 1 that rounding hides it does not tell how often.
    const isKnown = times >= 1 && times <= MOST_SHRINKINGS && alpha > 0;
    return isKnown ? say.shortened(times, measure(alpha), lossIn(explanation)) : null;
  },
};

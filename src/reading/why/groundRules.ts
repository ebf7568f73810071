import { hasDiverged } from '../../engine/outcome.ts';
import { whyMessages as say } from '../../messages/why.ts';
import { OPTIMIZERS } from '../../optimizers/registry.ts';
import { DIVERGED_ABOVE } from '../../scene/scene.ts';
import { angleBetween, angleToLine, difference, dot, isTurned, lengthOf } from './angles.ts';
import type { Facts } from './facts.ts';
import { degrees, factor, isFactor, measure, setting } from './numbers.ts';
import type { WhyRules } from './rule.ts';

/** A gradient below this is 0, and a curvature below that none; as outcomes are judged. */
const STATIONARY = 1e-8;
const CURVED = 1e-6;
const AT_MINIMIZER = 1e-6;
/** A step below this part of max(1, ‖θ‖) is 0: it is lost in the digits of θ. */
const NO_STEP = 1e-12;

/** Where one of them holds nothing else is worth saying. */
export const ALONE_RULES: WhyRules = {
  /** θ or f is outside what a run may reach. */
  diverges({ explanation: { thetaAfter, lossAfter } }) {
    if (!hasDiverged(thetaAfter, lossAfter)) return null;
    return Number.isFinite(lossAfter) ? say.divergedPoint(setting(DIVERGED_ABOVE)) : say.divergedLoss;
  },
  /** ‖∇f(θ)‖ ≤ 1e-8 and ‖g‖ likewise, off a kink. */
  isAtRest(facts) {
    const { explanation, slope, taken, problem } = facts;
    const { theta } = explanation;
    const isFlat = lengthOf(slope) <= STATIONARY && lengthOf(explanation.g) <= STATIONARY;
    if (!isFlat || problem.kink(theta)) return null;
    const length = lengthOf(taken);
    const where = say.restAt[restOf(facts)];
    return length <= NO_STEP * Math.max(1, lengthOf(theta))
      ? say.atRest(where)
      : say.passesRest(where, measure(length));
  },
};

function restOf({ curvatures, problem, explanation: { theta } }: Facts): keyof typeof say.restAt {
  const isNear = (point: readonly number[]) =>
    lengthOf(difference(theta, Float64Array.from(point))) <= AT_MINIMIZER;
  if (problem.minimizers.some(({ point }) => isNear(point))) return 'minimizer';
  const least = curvatures[0];
  const greatest = curvatures[curvatures.length - 1];
  if (greatest < -CURVED) return 'curvesDown';
  if (least < -CURVED) return 'saddle';
  return least > CURVED ? 'curvesUp' : 'flat';
}

/** Nearer than this to the line across the ravine is straight across it. */
const STRAIGHT = 10;
/** Nearer than this, or to the line along it, is across, or along. */
const NEAR = 30;

/** Rules on where the gradient points that entered the step; the sentence after may say “it”. */
export const GRADIENT_RULES: WhyRules = {
  /** What the batch's gradient at θ has beside ∇f(θ) is longer than that; for gradients that are taken at θ. */
  isMostlyChance({ noise, slope, modifier, task, explanation: { batch } }) {
    const isElsewhere = OPTIMIZERS[task.optimizer.id].ownGradient || modifier('sam') !== null;
    if (batch === null || isElsewhere) return null;
    const [random, whole] = [lengthOf(noise), lengthOf(slope)];
    if (!(random > whole)) return null;
    if (whole <= STATIONARY) return say.allChance;
    const angle = angleBetween(noise, slope);
    return isFactor(random / whole)
      ? say.mostlyChance(factor(random / whole), isTurned(angle) ? degrees(angle) : null)
      : null;
  },
  /** The noise in the gradient is longer than the rest of it. */
  isMostlyNoise({ noise, explanation: { g, batch } }) {
    if (batch !== null) return null;
    const truth = difference(g, noise);
    const [random, true_] = [lengthOf(noise), lengthOf(truth)];
    if (!(random > true_)) return null;
    if (true_ <= STATIONARY) return say.allNoise;
    const angle = angleBetween(noise, truth);
    return isFactor(random / true_)
      ? say.mostlyNoise(factor(random / true_), isTurned(angle) ? degrees(angle) : null)
      : null;
  },
  /** −g is at most 30° from the line across, in a ravine. */
  pointsAcross(facts) {
    const { ravine, explanation } = facts;
    const angle = ravine && angleToLine(explanation.g, ravine.across);
    if (angle === null || angle > NEAR) return null;
    if (crossesFloor(facts)) return angle <= STRAIGHT ? say.straightAcrossAndOver : say.acrossAndOver;
    return angle <= STRAIGHT ? say.straightAcross : say.across;
  },
  /** −g is at most 30° from the floor’s line. */
  pointsAlong({ ravine, explanation }) {
    const angle = ravine && angleToLine(explanation.g, ravine.along);
    return angle !== null && angle <= NEAR ? say.along : null;
  },
};

/** Whether the slope across the ravine has the other sign after the step: its floor lies between. */
export function crossesFloor({ ravine, slope, slopeAfter }: Facts): boolean {
  return ravine !== null && dot(slope, ravine.across) * dot(slopeAfter, ravine.across) < 0;
}

/** Steps that end higher, and why where that is known. */
export const GROUND_RULES: WhyRules = {
  /** Plain gradient descent with η above 2/λ across a ravine whose floor it crosses, and the loss rises. */
  overshootsFloor(facts) {
    const { ravine, explanation } = facts;
    const { lr } = explanation;
    if (!ravine || !isPlainDescent(facts) || !rises(facts) || !crossesFloor(facts)) return null;
    const limit = 2 / ravine.steepest;
    return lr > limit ? say.overshootsFloor(setting(lr), measure(limit)) : null;
  },
  /** The same with λ = gᵀHg/gᵀg, the curvature along the gradient, anywhere. */
  overshoots(facts) {
    const { explanation } = facts;
    const { lr, loss, lossAfter } = explanation;
    if (!isPlainDescent(facts) || !rises(facts)) return null;
    const limit = 2 / curvatureAlong(facts);
    if (!(limit > 0) || !(lr > limit)) return null;
    return say.overshoots(measure(loss), measure(lossAfter), setting(lr), measure(limit));
  },
  /** Any optimizer’s step from one wall to a higher place on the other. */
  crossesAndRises(facts) {
    const { loss, lossAfter } = facts.explanation;
    return rises(facts) && crossesFloor(facts)
      ? say.crossesAndRises(measure(loss), measure(lossAfter))
      : null;
  },
};

/** What is left to say of a step that ends higher. */
export const LOSS_RULES: WhyRules = {
  rises(facts) {
    const { loss, lossAfter } = facts.explanation;
    return rises(facts) ? say.rises(measure(loss), measure(lossAfter)) : null;
  },
};

/** Whether the loss is higher after the step in digits that are printed. */
export function rises({ explanation: { loss, lossAfter } }: Facts): boolean {
  return lossAfter > loss && measure(lossAfter) !== measure(loss);
}

/** Δθ = −η∇f(θ), nothing else. */
function isPlainDescent({ task, noise }: Facts): boolean {
  return task.optimizer.id === 'sgd' && task.modifiers.length === 0 && noise.every((entry) => entry === 0);
}

function curvatureAlong({ problem, explanation: { theta, g, t } }: Facts): number {
  const n = g.length;
  const hessian = new Float64Array(n * n);
  problem.hessian(theta, hessian, { t, batch: null });
  const product = g.map((_, i) => dot(hessian.subarray(i * n, (i + 1) * n), g));
  return dot(g, product) / dot(g, g);
}

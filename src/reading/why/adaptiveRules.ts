import { quotient } from '../../linalg/quotient.ts';
import type { Vector } from '../../linalg/vector.ts';
import { whyMessages as say } from '../../messages/why.ts';
import type { OptimizerId } from '../../optimizers/registry.ts';
import { angleBetween, difference, dot, isTurned, lengthOf, scaledBy, unit } from './angles.ts';
import { byCoordinate, coordinatesOf } from './coordinates.ts';
import type { Facts } from './facts.ts';
import { degrees, factor, isFactor, measure, percent, setting } from './numbers.ts';
import type { WhyRules } from './rule.ts';

/** Two directions nearer than this to opposite are. */
const OPPOSITE = 178;
/** A coordinate’s step within this part of η is η. */
const SAME_LENGTH = 0.01;
/** From then on the correction changes slowly from step to step. */
const EARLY = 5;
/** Two vectors that differ by less, in parts of their length, are equal but for rounding. */
const ROUNDING = 1e-9;
/** From this angle on, what the present gradient’s own part does is told before the rest. */
const TELLING_MIX = 10;

const CORRECTED = String.raw`\sqrt{\hat v}`;

/** What an optimizer of Adam’s kind divides, and by what root; its step is −η times the quotient, beside a decay. */
interface Division {
  readonly average: Vector;
  /** TeX of the root. */
  readonly root: string;
}

/** They divide m̂ by √v̂. */
const PLAIN: readonly OptimizerId[] = ['adam', 'adamw', 'amsgrad', 'nadam', 'eve'];

/** Null for optimizers that are not Adam’s kin. */
export function divisionOf({ task, explanation: { g, after }, h }: Facts): Division | null {
  const { id } = task.optimizer;
  if (id === 'qhadam') {
    const [nu1, nu2] = [Number(h.nu1), Number(h.nu2)];
    return {
      average: g.map((entry, i) => (1 - nu1) * entry + nu1 * after.mHat[i]),
      root: nu2 === 1 ? CORRECTED : String.raw`\sqrt{(1-\nu_2)\, g \odot g + \nu_2 \hat v}`,
    };
  }
  if (!PLAIN.includes(id)) return null;
  if (h.biasCorrection !== false) return { average: after.mHat, root: CORRECTED };
  return { average: after.m, root: id === 'amsgrad' ? String.raw`\sqrt{\bar v}` : String.raw`\sqrt{v}` };
}

/** Δθ without AdamW’s decay. */
function divided({ own, explanation: { theta, lr }, task, h }: Facts): Vector {
  const lambda = task.optimizer.id === 'adamw' ? Number(h.weightDecay) : 0;
  return own.map((entry, i) => entry + lr * lambda * theta[i]);
}

/** Adam, AdamW, AMSGrad, NAdam, QHAdam, Eve. */
export const ADAM_RULES: WhyRules = {
  /** In step 1 the average is g, and every coordinate that has a gradient moves by η. */
  firstIsSigned(facts) {
    const { lr, t, g } = facts.explanation;
    const division = divisionOf(facts);
    if (t > 1 || !division || !isSigned(facts)) return null;
    const isGradient = lengthOf(difference(division.average, g)) <= ROUNDING * lengthOf(g);
    return isGradient ? say.firstSigned(setting(lr)) : null;
  },
  /** AMSGrad: v̄ above v in the coordinate where it is the most times as large. */
  isHeld({ task, explanation: { after }, problem }) {
    if (task.optimizer.id !== 'amsgrad') return null;
    const times = after.vMax.map((greatest, i) => (greatest > after.v[i] ? greatest / after.v[i] : 1));
    const most = times.indexOf(Math.max(...times));
    return most >= 0 && isFactor(times[most])
      ? say.heldMaximum(coordinatesOf(problem)[most], factor(times[most]))
      : null;
  },
  /** Eve: d away from 1 by a tenth. */
  isPaced({ task, explanation: { after } }) {
    if (task.optimizer.id !== 'eve' || !isFactor(after.d[0])) return null;
    return after.d[0] > 1 ? say.slowed(measure(after.d[0])) : say.speeded(measure(after.d[0]));
  },
  /** In the first steps: the step would be another length without the correction. */
  isCorrectedEarly(facts) {
    return facts.explanation.t <= EARLY ? correction(facts) : null;
  },
  /** QHAdam and NAdam, whose average is mixed with the present gradient: at least 10° away from the average itself. */
  mixesGradient(facts) {
    const { task, explanation, h } = facts;
    const { optimizer } = task;
    const { after } = explanation;
    if (optimizer.id !== 'qhadam' && optimizer.id !== 'nadam') return null;
    const division = divisionOf(facts);
    const angle = division && angleBetween(after.m, division.average);
    if (angle === null || angle < TELLING_MIX) return null;
    return optimizer.id === 'nadam'
      ? say.nesterovMix(degrees(angle))
      : say.quasiMix(percent(1 - Number(h.nu1)), degrees(angle));
  },
  /** Every coordinate that has an average moves by η. */
  isSignLike(facts) {
    return divisionOf(facts) && isSigned(facts) ? say.signLike(setting(facts.explanation.lr)) : null;
  },
  /** The average away from the gradient, or the step away from the average. */
  turns(facts, named) {
    const division = divisionOf(facts);
    if (!division) return null;
    const { g } = facts.explanation;
    const step = scaledBy(-1, divided(facts));
    const [first, second] = [angleBetween(g, division.average), angleBetween(division.average, step)];
    if (first === null || second === null) return null;
    if (!isTurned(first)) {
      if (!isTurned(second)) return null;
      return say.turned(say.averageSame(named), say.divisionTurnsOnly(division.root, degrees(second)));
    }
    const average =
      first >= OPPOSITE
        ? say.averageOpposite(named)
        : say.averageTurned(
            named,
            degrees(first),
            named === 'gradient and ravine' ? wayOf(facts, division.average) : null,
          );
    const sense = senseOf(g, division.average, step);
    const turning = !isTurned(second)
      ? null
      : sense === null
        ? say.divisionTurnsOnly(division.root, degrees(second))
        : say.divisionTurns(division.root, degrees(second), sense);
    return say.turned(average, turning);
  },
  /** Later: the step would be another length without the correction. */
  isCorrected: (facts) => correction(facts),
};

/** Whether |Δθᵢ| is η within a hundredth wherever it is not 0, and not 0 everywhere. */
function isSigned(facts: Facts): boolean {
  const { lr } = facts.explanation;
  const moved = divided(facts).filter((entry) => entry !== 0);
  return (
    lr > 0 && moved.length > 0 && moved.every((entry) => Math.abs(Math.abs(entry) / lr - 1) <= SAME_LENGTH)
  );
}

/** For Adam and AdamW, whose step without the correction is −η m/(√v + ε). */
function correction(facts: Facts): string | null {
  const { task, h, explanation } = facts;
  const { after, lr } = explanation;
  if (task.optimizer.id !== 'adamw' && !(task.optimizer.id === 'adam' && h.biasCorrection === true))
    return null;
  const eps = Number(h.epsilon);
  const plain = after.m.map((m, i) =>
    quotient(
      lr * m,
      h.epsilonPlacement === 'inside' ? Math.sqrt(after.v[i] + eps) : Math.sqrt(after.v[i]) + eps,
    ),
  );
  const times = lengthOf(divided(facts)) / lengthOf(plain);
  if (!isFactor(times)) return null;
  return times > 1 ? say.lengthened(factor(times)) : say.shortenedTo(percent(times));
}

/** A gradient farther from the line across the ravine than this has no way down to turn to. */
const ACROSS = 30;

/** Whether what pointed across a ravine has turned to where its floor falls, or to where it rises. */
function wayOf({ ravine, explanation: { g } }: Facts, average: Vector): 'down' | 'up' | null {
  if (!ravine) return null;
  const turned = angleBetween(g, average);
  const before = angleBetween(scaledBy(-1, g), ravine.along);
  const now = angleBetween(scaledBy(-1, average), ravine.along);
  if (turned === null || before === null || now === null || Math.abs(before - 90) > ACROSS) return null;
  // A turn that ends on the other side of the floor’s line is neither.
  if (now < 90 && now <= before - turned / 2) return 'down';
  return now > 90 && now >= before + turned / 2 ? 'up' : null;
}

/** Whether a second turn goes on in the sense of the first; beyond a plane, whether it leads farther from where both began. */
function senseOf(from: Vector, through: Vector, to: Vector): 'more' | 'back' | null {
  const [a, b, c] = [unit(from), unit(through), unit(to)];
  if (!a || !b || !c) return null;
  if (a.length === 2) return (a[0] * b[1] - a[1] * b[0]) * (b[0] * c[1] - b[1] * c[0]) > 0 ? 'more' : 'back';
  return dot(a, c) < dot(a, b) ? 'more' : 'back';
}

/** AdaGrad, RMSProp, Adadelta. */
export const SCALE_RULES: WhyRules = {
  /** Adadelta as printed: with h = 0 the step is 0. */
  hasNoPastSteps({ task, h, explanation: { before }, own }) {
    if (task.optimizer.id !== 'adadelta' || h.form !== 'as-printed') return null;
    return before.h.every((entry) => entry === 0) && own.every((entry) => entry === 0)
      ? say.noPastSteps
      : null;
  },
  /** The step away from the gradient; with the rates that do it. */
  divisionTurns(facts, named) {
    const { own, explanation, task } = facts;
    if (task.optimizer.id === 'adadelta') return null;
    const step = scaledBy(-1, own);
    const angle = angleBetween(explanation.g, step);
    if (!isTurned(angle)) return null;
    const way = named === 'gradient and ravine' ? wayOf(facts, step) : null;
    const turning = say.divisionTurnsGradient(String.raw`\sqrt{r}`, degrees(angle), way, named);
    return say.turned(turning, ratesOf(facts));
  },
  /** AdaGrad: the rate is below η in every coordinate. */
  hasShrunk(facts) {
    const divisors = divisorsOf(facts);
    if (
      facts.task.optimizer.id !== 'adagrad' ||
      !divisors.every((divisor) => isFactor(divisor) && divisor > 1)
    )
      return null;
    return say.squaresShrink(
      byCoordinate(facts.problem, divisors, (divisor) => say.shrunkRate(factor(divisor))),
    );
  },
  /** Adadelta: Δᵢ/gᵢ, where no gᵢ is 0. */
  hasOwnUnits({ task, problem, explanation: { g, after, lr } }) {
    if (task.optimizer.id !== 'adadelta' || lr === 0) return null;
    const rates = Array.from(after.delta, (entry, i) => (-lr * entry) / g[i]);
    return rates.every((rate) => Number.isFinite(rate) && rate > 0)
      ? say.pastSteps(byCoordinate(problem, rates, measure))
      : null;
  },
};

function divisorsOf({ explanation: { after }, h }: Facts): number[] {
  const eps = Number(h.epsilon);
  return Array.from(after.r, (r) =>
    h.epsilonPlacement === 'inside' ? Math.sqrt(r + eps) : Math.sqrt(r) + eps,
  );
}

/** η over what divides it, coordinate by coordinate; null where that is no number or 0. */
function ratesOf(facts: Facts): string | null {
  const { lr } = facts.explanation;
  const rates = divisorsOf(facts).map((divisor) => lr / divisor);
  if (!rates.every((rate) => Number.isFinite(rate) && rate > 0)) return null;
  return say.rateIs(byCoordinate(facts.problem, rates, measure));
}

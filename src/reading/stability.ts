import type { Explanation } from '../engine/explain.ts';
import { symmetricEigen } from '../linalg/eigen.ts';
import { oneMinusPower } from '../linalg/oneMinusPower.ts';
import type { Vector } from '../linalg/vector.ts';
import type { OptimizerId } from '../optimizers/registry.ts';
import type { Task } from '../scene/scene.ts';
import type { AnyValues } from '../specs/spec.ts';
import type { Curvature } from './curvature.ts';

/** How a largest stable learning rate is computed; each has a formula of its own. */
export type BoundRule =
  'gradient' | 'momentum' | 'averaged' | 'nesterov' | 'newton' | 'preconditioned' | 'preconditioned-momentum';

/** The learning rate below which a run's steps shrink on the local quadratic, and from which on they grow. */
export interface StabilityBound {
  readonly kind: 'bound';
  readonly rule: BoundRule;
  readonly largest: number;
  /** η of this step beside it. */
  readonly learningRate: number;
  readonly compared: 'below' | 'at' | 'above';
  /** The eigenvalue that it comes from: of the Hessian the optimizer sees, or of that under its preconditioner. */
  readonly sharpness: number;
}

/**
 * Why there is none. `nothing-curves-up`: no learning rate is too large; `modifier`: SAM, Lookahead or a decay beside
 * the step changes the iteration; `optimizer`: its iteration is not linear on a quadratic; `unknown`: the curvature is.
 */
export interface NoBound {
  readonly kind: 'none';
  readonly reason: 'nothing-curves-up' | 'modifier' | 'optimizer' | 'unknown';
}

/** η and η_max that differ by less, in parts of them, are equal. */
const SAME = 1e-12;

/**
 * What is added to each eigenvalue of ∇²f in the Hessian that the optimizer sees. An L2 penalty ½λ‖θ‖² adds λ; for
 * gradient descent a decay beside the step does the same: θ − η(∇f + λθ).
 */
export function penaltyOf({ optimizer, modifiers }: Pick<Task, 'optimizer' | 'modifiers'>): number {
  const decay = modifiers.find(({ id }) => id === 'weight-decay');
  if (!decay) return 0;
  const counts = decay.hyperparameters.mode === 'l2' || optimizer.id === 'sgd';
  return counts ? Number(decay.hyperparameters.coefficient) : 0;
}

/** Whether modifiers leave the optimizer's iteration what it is, but for a penalty. */
export function isPlain(task: Pick<Task, 'optimizer' | 'modifiers'>): boolean {
  return task.modifiers.every(
    ({ id, hyperparameters: { mode, coefficient } }) =>
      id === 'weight-decay' && (mode === 'l2' || task.optimizer.id === 'sgd' || coefficient === 0),
  );
}

/**
 * The largest stable learning rate of a run on the local quadratic, where the theory is exact; else why none is stated.
 * Along an axis of curvature λ each of these iterations is linear, and stable as long as both roots of its
 * characteristic polynomial lie within the unit circle:
 *
 * - gradient descent: 2/λ;
 * - heavy ball: 2(1+μ)/λ (Polyak 1964; Goh, “Why Momentum Really Works”, Distill 2017), divided by 1−μ where the
 *   gradients are averaged;
 * - Nesterov: 2(1+μ)/((1+2μ)λ) (Cohen et al., arXiv:2103.00065);
 * - Newton: 2, whatever the curvature;
 * - Adam, RMSProp, AMSGrad, AdaGrad: 2(1+β₁)/((1−β₁)λ), λ of P⁻¹∇²f with P held as it is now, 38/η for β₁ = 0.9
 *   (Cohen et al., arXiv:2207.14484).
 */
export function stabilityOf(
  task: Pick<Task, 'optimizer' | 'modifiers'>,
  curvature: Curvature,
  explanation: Pick<Explanation, 't' | 'lr' | 'after'>,
): StabilityBound | NoBound {
  if (!curvature.values.every(Number.isFinite)) return { kind: 'none', reason: 'unknown' };
  if (!isPlain(task)) return { kind: 'none', reason: 'modifier' };
  const factor = FACTORS[task.optimizer.id]?.(task.optimizer.hyperparameters);
  if (!factor) return { kind: 'none', reason: 'optimizer' };
  const sharpness = sharpnessOf(task, factor.rule, curvature, explanation);
  if (sharpness === null) return { kind: 'none', reason: 'unknown' };
  if (!(sharpness > 0)) return { kind: 'none', reason: 'nothing-curves-up' };
  const largest = factor.times / sharpness;
  const { lr: learningRate } = explanation;
  const compared =
    Math.abs(learningRate - largest) <= SAME * largest ? 'at' : learningRate < largest ? 'below' : 'above';
  return { kind: 'bound', rule: factor.rule, largest, learningRate, compared, sharpness };
}

interface Factor {
  readonly rule: BoundRule;
  /** η_max·λ. */
  readonly times: number;
}

const averagedBy = (beta: number) => (2 * (1 + beta)) / (1 - beta);
const adam = ({ beta1 }: AnyValues): Factor => ({
  rule: 'preconditioned-momentum',
  times: averagedBy(Number(beta1)),
});
const divided = (): Factor => ({ rule: 'preconditioned', times: 2 });

/** The optimizers whose iteration on a quadratic is linear, and their bounds; null for settings with which it is another. */
const FACTORS: Partial<Record<OptimizerId, (hyperparameters: AnyValues) => Factor | null>> = {
  sgd: () => ({ rule: 'gradient', times: 2 }),
  momentum: ({ momentum, form }) =>
    form === 'averaged'
      ? { rule: 'averaged', times: averagedBy(Number(momentum)) }
      : { rule: 'momentum', times: 2 * (1 + Number(momentum)) },
  nesterov({ momentum }) {
    const mu = Number(momentum);
    return { rule: 'nesterov', times: (2 * (1 + mu)) / (1 + 2 * mu) };
  },
  newton: () => ({ rule: 'newton', times: 2 }),
  rmsprop: divided,
  adagrad: divided,
  adam,
  amsgrad: adam,
  adamw: (values) => (values.weightDecay === 0 ? adam(values) : null),
};

/** Divide by the root of `r`; the others by that of `vHat`. */
const BY_R: readonly OptimizerId[] = ['rmsprop', 'adagrad'];

/** The largest eigenvalue of the Hessian as the optimizer's steps meet it. */
function sharpnessOf(
  task: Pick<Task, 'optimizer' | 'modifiers'>,
  rule: BoundRule,
  { values, hessian }: Curvature,
  explanation: Pick<Explanation, 't' | 'after'>,
): number | null {
  const penalty = penaltyOf(task);
  // Newton's step divides by the Hessian itself: what is left is the identity.
  if (rule === 'newton') return values.some((value) => value + penalty === 0) ? null : 1;
  if (!rule.startsWith('preconditioned')) return values[0] + penalty;
  const preconditioner = preconditionerOf(task.optimizer, explanation);
  const n = preconditioner.length;
  // P⁻¹H has the eigenvalues of the symmetric P^{−1/2} H P^{−1/2}.
  const scaled = hessian.map((entry, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    const own = i === j ? entry + penalty : entry;
    return own / Math.sqrt(preconditioner[i] * preconditioner[j]);
  });
  const largest = symmetricEigen(n, scaled).values[n - 1];
  return Number.isFinite(largest) ? largest : null;
}

/** What each coordinate is divided by, Adam's correction of m included. */
function preconditionerOf(
  { id, hyperparameters: { beta1, epsilon, epsilonPlacement, biasCorrection } }: Task['optimizer'],
  { t, after }: Pick<Explanation, 't' | 'after'>,
): Vector {
  const byR = BY_R.includes(id);
  const eps = Number(epsilon);
  const correction = byR || biasCorrection === false ? 1 : oneMinusPower(Number(beta1), t);
  return (byR ? after.r : after.vHat).map(
    (square) =>
      correction * (epsilonPlacement === 'inside' ? Math.sqrt(square + eps) : Math.sqrt(square) + eps),
  );
}

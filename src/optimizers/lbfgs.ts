import { gradientAt } from '../equations/equation.ts';
import type { Vector } from '../linalg/vector.ts';
import { learningRate } from './commonSpecs.ts';
import { defineOptimizer } from './optimizer.ts';

/** c₁ and c₂ of the weak Wolfe conditions. */
const SUFFICIENT = 1e-4;
const CURVATURE = 0.9;
/** A search ends after so many trials. */
const MOST_TRIALS = 60;
/** Pairs with sᵀy no more than this part of ‖s‖‖y‖ are not kept. */
const LEAST_COSINE = 1e-10;

interface Memory {
  /** s and y of each pair that is kept, the oldest first. */
  readonly pairs: Vector;
  /** How many they are. */
  readonly count: Vector;
  readonly s: Vector;
  readonly y: Vector;
  readonly direction: Vector;
  readonly weights: Vector;
}

/**
 * L-BFGS (Nocedal 1980; Liu, Nocedal 1989): −H g, where H is what the last pairs of a step s and the change y of the
 * gradient along it say of the inverse Hessian, H₀ = (sᵀy/yᵀy) I by the newest pair; then a search along it for a step
 * that satisfies the weak Wolfe conditions.
 *
 * The search tries η in every step, and η min(1, 1/‖g‖) where there is no pair yet. It doubles a trial that is too short
 * and halves the interval otherwise. After 60 trials it takes the longest step that brought enough decrease; where none
 * did, the step is 0 and the pairs are forgotten, so that the next step starts again from −g. They are forgotten, too,
 * where −H g does not lead downwards.
 *
 * Value and gradient at the point that is reached are the next step's, and not asked for again unless it would be told
 * something else there. y is measured within one step, so that both its gradients have the same noise.
 */
export const lbfgs = defineOptimizer({
  name: 'L-BFGS',
  idea: 'Guess the inverse Hessian from the last few steps, and search along what it says.',
  cite: [
    { lecture: 'Erlangen', at: 'part 3, “Can’t we get rid of this magic η?”, by second order methods' },
    { lecture: 'Westlake', at: '“Second-Order Optimization Methods”' },
    { paper: 'Nocedal, Wright, Numerical Optimization, 2nd ed.', at: 'Algorithms 7.4 and 7.5, eq. (7.20)' },
    { paper: 'Lewis, Overton, Mathematical Programming 141, 2013', at: 'Algorithm 2.6' },
  ],
  hyperparameters: {
    learningRate: { ...learningRate(1), label: 'first step tried' },
    history: {
      kind: 'number',
      key: 'm',
      symbol: 'm',
      label: 'pairs kept',
      default: 10,
      min: 1,
      max: 100,
      integer: true,
      scale: 'linear',
      slider: [1, 20],
    },
  },
  quantities: {
    direction: { symbol: 'd', label: 'direction of the search', arrow: { role: 'preconditioned', as: 1 } },
    alpha: { symbol: String.raw`\alpha`, label: 'part of the direction that is taken', size: () => 1 },
    s: { symbol: 's', label: 'step', arrow: { role: 'update', as: 1 } },
    y: { symbol: 'y', label: 'change of the gradient along the step' },
    pairs: { size: (n, { history }) => 2 * n * Number(history) },
    count: { size: () => 1 },
    weights: { size: (_n, { history }) => Number(history) },
    point: {},
    pointGradient: {},
    pointLoss: { size: () => 1 },
    loss: { size: () => 1 },
    trialLoss: { size: () => 1 },
    slope: { size: () => 1 },
    trialSlope: { size: () => 1 },
  },
  needs: ['value'],
  ownGradient: true,
  equations: () => [
    gradientAt(),
    { left: 'direction', right: String.raw`-\operatorname{H}_{@history}(@g)` },
    { left: 'alpha', right: String.raw`\operatorname{Wolfe}(@theta, @direction, @lr)` },
    { left: 's', right: String.raw`@alpha\, @direction` },
    { left: 'y', right: String.raw`\nabla f(@theta + @s) - @g` },
    { left: 'update', right: '+@s' },
  ],
  step({ theta, g, t, lr, update, repeatable, gradient, valueInto }, quantities, { history }) {
    const { direction, alpha, s, y, count, point, pointGradient, pointLoss } = quantities;
    const { loss, trialLoss, slope, trialSlope } = quantities;
    const n = theta.length;
    const isKnown = repeatable && t > 1 && isSame(theta, point);
    if (isKnown) g.set(pointGradient);
    else gradient(theta, g);
    if (isKnown) loss[0] = pointLoss[0];
    else valueInto(theta, loss);
    keepPair(quantities, history);
    directionInto(quantities, g);
    dotInto(slope, g, direction);
    if (!(slope[0] < 0)) {
      count[0] = 0;
      directionInto(quantities, g);
      dotInto(slope, g, direction);
    }

    pointGradient.set(g);
    pointLoss[0] = loss[0];
    alpha[0] = 0;
    // Where there is no pair, the slope along −g is −‖g‖².
    let trial = lr * (count[0] === 0 ? Math.min(1, 1 / Math.sqrt(-slope[0])) : 1);
    let tooLong = Number.POSITIVE_INFINITY;
    const trials = trial > 0 && slope[0] < 0 ? MOST_TRIALS : 0;
    for (let k = 0; k < trials; k++) {
      for (let i = 0; i < n; i++) point[i] = theta[i] + trial * direction[i];
      valueInto(point, trialLoss);
      if (trialLoss[0] <= loss[0] + SUFFICIENT * trial * slope[0]) {
        gradient(point, pointGradient);
        pointLoss[0] = trialLoss[0];
        alpha[0] = trial;
        dotInto(trialSlope, pointGradient, direction);
        if (trialSlope[0] >= CURVATURE * slope[0]) break;
      } else tooLong = trial;
      trial = tooLong < Number.POSITIVE_INFINITY ? (alpha[0] + tooLong) / 2 : 2 * trial;
    }

    for (let i = 0; i < n; i++) {
      s[i] = alpha[0] * direction[i];
      y[i] = pointGradient[i] - g[i];
      point[i] = theta[i] + s[i];
      update[i] = s[i];
    }
  },
});

/** Adds the pair of the step before; a step of 0 makes all pairs forgotten. */
function keepPair({ pairs, count, s, y }: Memory, history: number): void {
  const n = s.length;
  // Squares of a tiny step are 0, and the step is not.
  let largest = 0;
  let squares = 0;
  let product = 0;
  let squaresOfY = 0;
  for (let i = 0; i < n; i++) {
    largest = Math.max(largest, Math.abs(s[i]));
    squares += s[i] * s[i];
    product += s[i] * y[i];
    squaresOfY += y[i] * y[i];
  }
  if (!(largest > 0)) count[0] = 0;
  else if (product > LEAST_COSINE * Math.sqrt(squares) * Math.sqrt(squaresOfY)) {
    if (count[0] === history) pairs.copyWithin(0, 2 * n);
    else count[0] += 1;
    const newest = (count[0] - 1) * 2 * n;
    pairs.set(s, newest);
    pairs.set(y, newest + n);
  }
}

/** d = −H g by the two-loop recursion; −g where there is no pair. */
function directionInto({ pairs, count, direction: d, weights }: Memory, g: Vector): void {
  const n = g.length;
  for (let i = 0; i < n; i++) d[i] = -g[i];
  for (let k = count[0] - 1; k >= 0; k--) {
    const at = k * 2 * n;
    let along = 0;
    let product = 0;
    for (let i = 0; i < n; i++) {
      along += pairs[at + i] * d[i];
      product += pairs[at + i] * pairs[at + n + i];
    }
    weights[k] = along / product;
    for (let i = 0; i < n; i++) d[i] -= weights[k] * pairs[at + n + i];
  }
  if (count[0] > 0) {
    const at = (count[0] - 1) * 2 * n;
    let product = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      product += pairs[at + i] * pairs[at + n + i];
      squares += pairs[at + n + i] ** 2;
    }
    const scale = product / squares;
    for (let i = 0; i < n; i++) d[i] *= scale;
  }
  for (let k = 0; k < count[0]; k++) {
    const at = k * 2 * n;
    let along = 0;
    let product = 0;
    for (let i = 0; i < n; i++) {
      along += pairs[at + n + i] * d[i];
      product += pairs[at + i] * pairs[at + n + i];
    }
    const weight = weights[k] - along / product;
    for (let i = 0; i < n; i++) d[i] += weight * pairs[at + i];
  }
}

/** aᵀb, into the first entry. */
function dotInto(out: Vector, a: Vector, b: Vector): void {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  out[0] = sum;
}

function isSame(a: Vector, b: Vector): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

import { gradientAt } from '../equations/equation.ts';
import { oneMinusPower } from '../linalg/oneMinusPower.ts';
import { quotient } from '../linalg/quotient.ts';
import {
  correctedGradientAverage,
  correctedSquareAverage,
  gradientAverage,
  squareAverage,
} from './commonQuantities.ts';
import { decayRate, epsilon, learningRate } from './commonSpecs.ts';
import { defineOptimizer } from './optimizer.ts';

/**
 * AMSGrad (Reddi, Kale, Kumar 2018): Adam that divides by the root of the greatest v so far. The maximum is of v as
 * it is, and is corrected afterwards, as PyTorch has it; the paper corrects nothing, so that η/√v̄ never grows there.
 */
export const amsgrad = defineOptimizer({
  name: 'AMSGrad',
  idea: 'Adam with a memory for steepness: divide by the greatest average square so far.',
  cite: [
    { lecture: 'Memphis', at: '“Other recent optimizers” (named)' },
    { lecture: 'Erlangen', at: 'part 3, “AMSGrad” (the maximum)' },
    { paper: 'Reddi, Kale, Kumar, arXiv:1904.09237', at: 'Algorithm 2 (no correction)' },
  ],
  hyperparameters: {
    learningRate: learningRate(0.001),
    beta1: decayRate('f', String.raw`\beta_1`, 'decay of m', 0.9),
    beta2: decayRate('s', String.raw`\beta_2`, 'decay of v', 0.999),
    epsilon: epsilon(1e-8),
    biasCorrection: {
      kind: 'flag',
      key: 'b',
      symbol: String.raw`\hat m`,
      label: 'bias correction',
      default: true,
    },
  },
  quantities: {
    m: gradientAverage,
    v: squareAverage,
    vMax: { symbol: String.raw`\bar v`, label: 'greatest average of the squared gradients so far' },
    mHat: correctedGradientAverage,
    vHat: correctedSquareAverage,
  },
  equations({ biasCorrection }) {
    const [m, v] = biasCorrection ? ['@mHat', '@vHat'] : ['@m', '@vMax'];
    const corrected = [
      { left: 'mHat', right: String.raw`@m / (1 - @beta1^@t)` },
      { left: 'vHat', right: String.raw`@vMax / (1 - @beta2^@t)` },
    ];
    return [
      gradientAt(),
      { left: 'm', right: String.raw`@beta1 @m + (1 - @beta1)\, @g` },
      { left: 'v', right: String.raw`@beta2 @v + (1 - @beta2)\, @g \odot @g` },
      { left: 'vMax', right: String.raw`\max(@vMax, @v)` },
      ...(biasCorrection ? corrected : []),
      { left: 'update', right: String.raw`-@lr\, \dfrac{${m}}{\sqrt{${v}} + @epsilon}` },
    ];
  },
  step({ g, t, lr, update }, { m, v, vMax, mHat, vHat }, { beta1, beta2, epsilon: eps, biasCorrection }) {
    const correction1 = biasCorrection ? oneMinusPower(beta1, t) : 1;
    const correction2 = biasCorrection ? oneMinusPower(beta2, t) : 1;
    for (let i = 0; i < g.length; i++) {
      m[i] = beta1 * m[i] + (1 - beta1) * g[i];
      v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
      vMax[i] = Math.max(vMax[i], v[i]);
      mHat[i] = m[i] / correction1;
      vHat[i] = vMax[i] / correction2;
      update[i] = -lr * quotient(mHat[i], Math.sqrt(vHat[i]) + eps);
    }
  },
});

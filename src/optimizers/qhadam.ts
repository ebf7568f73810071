import { gradientAt } from '../equations/equation.ts';
import { oneMinusPower } from '../linalg/oneMinusPower.ts';
import { quotient } from '../linalg/quotient.ts';
import type { NumberSpec } from '../specs/spec.ts';
import {
  correctedGradientAverage,
  correctedSquareAverage,
  gradientAverage,
  squareAverage,
} from './commonQuantities.ts';
import { decayRate, epsilon, learningRate } from './commonSpecs.ts';
import { defineOptimizer } from './optimizer.ts';

/** ν: how much of the average is taken, the rest being the present gradient. */
function discount(key: string, symbol: string, label: string, value: number): NumberSpec {
  return { kind: 'number', key, symbol, label, default: value, min: 0, max: 1, scale: 'linear' };
}

/** QHAdam (Ma, Yarats 2019): both averages of Adam, mixed with the present gradient and its square. */
export const qhadam = defineOptimizer({
  name: 'QHAdam',
  idea: 'Adam that gives the present gradient a weight of its own beside the averages.',
  cite: [
    { lecture: 'Memphis', at: '“Other recent optimizers” (named, reference 2)' },
    { paper: 'Ma, Yarats, arXiv:1810.06801', at: 'the update rule of QHAdam' },
  ],
  hyperparameters: {
    learningRate: learningRate(0.001),
    beta1: decayRate('f', String.raw`\beta_1`, 'decay of m', 0.9),
    beta2: decayRate('s', String.raw`\beta_2`, 'decay of v', 0.999),
    epsilon: epsilon(1e-8),
    nu1: discount('n', String.raw`\nu_1`, 'weight of m', 0.7),
    nu2: discount('u', String.raw`\nu_2`, 'weight of v', 1),
  },
  quantities: {
    m: gradientAverage,
    v: squareAverage,
    mHat: correctedGradientAverage,
    vHat: correctedSquareAverage,
  },
  equations: () => [
    gradientAt(),
    { left: 'm', right: String.raw`@beta1 @m + (1 - @beta1)\, @g` },
    { left: 'v', right: String.raw`@beta2 @v + (1 - @beta2)\, @g \odot @g` },
    { left: 'mHat', right: String.raw`@m / (1 - @beta1^@t)` },
    { left: 'vHat', right: String.raw`@v / (1 - @beta2^@t)` },
    {
      left: 'update',
      right: String.raw`-@lr\, \dfrac{(1 - @nu1)\, @g + @nu1 @mHat}{\sqrt{(1 - @nu2)\, @g \odot @g + @nu2 @vHat} + @epsilon}`,
    },
  ],
  step({ g, t, lr, update }, { m, v, mHat, vHat }, { beta1, beta2, epsilon: eps, nu1, nu2 }) {
    const correction1 = oneMinusPower(beta1, t);
    const correction2 = oneMinusPower(beta2, t);
    for (let i = 0; i < g.length; i++) {
      m[i] = beta1 * m[i] + (1 - beta1) * g[i];
      v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
      mHat[i] = m[i] / correction1;
      vHat[i] = v[i] / correction2;
      const mean = (1 - nu1) * g[i] + nu1 * mHat[i];
      const square = (1 - nu2) * g[i] * g[i] + nu2 * vHat[i];
      update[i] = -lr * quotient(mean, Math.sqrt(square) + eps);
    }
  },
});

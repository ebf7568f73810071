import { gradientAt } from '../equations/equation.ts';
import { oneMinusPower } from '../linalg/oneMinusPower.ts';
import { quotient } from '../linalg/quotient.ts';
import {
  correctedGradientAverage,
  correctedSquareAverage,
  gradientAverage,
  squareAverage,
} from './commonQuantities.ts';
import { decayRate, epsilon, learningRate, weightDecay } from './commonSpecs.ts';
import { defineOptimizer } from './optimizer.ts';

/**
 * AdamW (Loshchilov, Hutter 2019): Adam plus a decay of θ itself that the division by √v̂ does not see.
 * As PyTorch writes it, λ = w/α: Memphis's Algorithm 2 has no α before its w, so the same number decays
 * 1/α times as strongly there.
 */
export const adamw = defineOptimizer({
  name: 'AdamW',
  idea: 'Adam, and beside it a pull of every coordinate towards zero.',
  cite: [
    { lecture: 'Memphis', at: '“Why AdamW matters”, Algorithm 2, line 12' },
    { lecture: 'Westlake', at: '“Weight decay in SGD and Adam: why AdamW matters”' },
    { paper: 'Loshchilov, Hutter, arXiv:1711.05101', at: 'Algorithm 2' },
  ],
  hyperparameters: {
    learningRate: learningRate(0.001),
    beta1: decayRate('f', String.raw`\beta_1`, 'decay of m', 0.9),
    beta2: decayRate('s', String.raw`\beta_2`, 'decay of v', 0.999),
    epsilon: epsilon(1e-8),
    weightDecay: weightDecay(0.01),
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
      right: String.raw`-@lr \left( \dfrac{@mHat}{\sqrt{@vHat} + @epsilon} + @weightDecay\, @theta \right)`,
    },
  ],
  step(
    { theta, g, t, lr, update },
    { m, v, mHat, vHat },
    { beta1, beta2, epsilon: eps, weightDecay: lambda },
  ) {
    const correction1 = oneMinusPower(beta1, t);
    const correction2 = oneMinusPower(beta2, t);
    for (let i = 0; i < g.length; i++) {
      m[i] = beta1 * m[i] + (1 - beta1) * g[i];
      v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
      mHat[i] = m[i] / correction1;
      vHat[i] = v[i] / correction2;
      update[i] = -lr * (quotient(mHat[i], Math.sqrt(vHat[i]) + eps) + lambda * theta[i]);
    }
  },
});

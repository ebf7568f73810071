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
 * Eve (Hayashi, Koushik, Neubig 2016): Adam with η divided by d, a moving average of how much the loss changes in
 * proportion to its height above f*. The average begins with d = 1 at t = 1, where there is no change yet; it is kept
 * as δ = d − 1, which is 0 there.
 */
export const eve = defineOptimizer({
  name: 'Eve',
  idea: 'Adam that slows down while the loss jumps, and speeds up while it hardly changes.',
  cite: [
    { lecture: 'Memphis', at: '“Other recent optimizers” (named)' },
    { paper: 'Hayashi, Koushik, Neubig, arXiv:1611.01505', at: 'Algorithm 1' },
  ],
  hyperparameters: {
    learningRate: learningRate(0.001),
    beta1: decayRate('f', String.raw`\beta_1`, 'decay of m', 0.9),
    beta2: decayRate('s', String.raw`\beta_2`, 'decay of v', 0.999),
    epsilon: epsilon(1e-8),
    beta3: decayRate('d', String.raw`\beta_3`, 'decay of d', 0.999),
    clip: {
      kind: 'number',
      key: 'c',
      symbol: 'c',
      label: 'clip',
      default: 10,
      min: 1,
      scale: 'log',
      slider: [1, 100],
    },
    minimum: {
      kind: 'number',
      key: 'm',
      symbol: 'f^*',
      label: 'minimum',
      default: 0,
      scale: 'linear',
      slider: [-10, 10],
    },
  },
  quantities: {
    m: gradientAverage,
    v: squareAverage,
    mHat: correctedGradientAverage,
    vHat: correctedSquareAverage,
    fPrevious: { symbol: 'f_{t-1}', label: 'loss one step before', size: () => 1 },
    f: { symbol: 'f_t', label: 'loss', size: () => 1 },
    r: { symbol: 'r', label: 'change of the loss, beside its height', size: () => 1 },
    delta: { symbol: String.raw`\delta`, label: 'how far d is from 1', size: () => 1 },
    d: { symbol: 'd', label: 'average change of the loss', size: () => 1 },
  },
  needs: ['value'],
  equations: () => [
    gradientAt(),
    { left: 'm', right: String.raw`@beta1 @m + (1 - @beta1)\, @g` },
    { left: 'v', right: String.raw`@beta2 @v + (1 - @beta2)\, @g \odot @g` },
    { left: 'mHat', right: String.raw`@m / (1 - @beta1^@t)` },
    { left: 'vHat', right: String.raw`@v / (1 - @beta2^@t)` },
    { left: 'fPrevious', right: '@f' },
    { left: 'f', right: 'f(@theta)' },
    {
      left: 'r',
      right: String.raw`\dfrac{\lvert @f - @fPrevious \rvert}{\min(@f, @fPrevious) - @minimum}`,
      when: '@t > 1',
    },
    {
      left: 'delta',
      right: String.raw`@beta3 @delta + (1 - @beta3) \left( \operatorname{clip}(@r, 1 / @clip, @clip) - 1 \right)`,
      when: '@t > 1',
    },
    { left: 'd', right: '1 + @delta' },
    { left: 'update', right: String.raw`-\dfrac{@lr}{@d} \cdot \dfrac{@mHat}{\sqrt{@vHat} + @epsilon}` },
  ],
  step(
    { theta, g, t, lr, update, valueInto },
    { m, v, mHat, vHat, fPrevious, f, r, delta, d },
    { beta1, beta2, epsilon: eps, beta3, clip, minimum },
  ) {
    fPrevious[0] = f[0];
    valueInto(theta, f);
    if (t > 1) {
      r[0] = quotient(Math.abs(f[0] - fPrevious[0]), Math.min(f[0], fPrevious[0]) - minimum);
      const clipped = Math.max(1 / clip, Math.min(r[0], clip));
      delta[0] = beta3 * delta[0] + (1 - beta3) * (clipped - 1);
    }
    d[0] = 1 + delta[0];
    const correction1 = oneMinusPower(beta1, t);
    const correction2 = oneMinusPower(beta2, t);
    for (let i = 0; i < g.length; i++) {
      m[i] = beta1 * m[i] + (1 - beta1) * g[i];
      v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
      mHat[i] = m[i] / correction1;
      vHat[i] = v[i] / correction2;
      update[i] = (-lr / d[0]) * quotient(mHat[i], Math.sqrt(vHat[i]) + eps);
    }
  },
});

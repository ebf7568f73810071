import { gradientAt } from '../equations/equation.ts';
import { oneMinusPower } from '../linalg/oneMinusPower.ts';
import { quotient } from '../linalg/quotient.ts';
import {
  correctedGradientAverage,
  correctedSquareAverage,
  gradientAverage,
  squareAverage,
} from './commonQuantities.ts';
import { decayRate, epsilon, epsilonPlacement, learningRate } from './commonSpecs.ts';
import { defineOptimizer } from './optimizer.ts';

/** Adam (Kingma, Ba 2015): momentum over RMSProp's scale, both corrected for having started at zero. */
export const adam = defineOptimizer({
  name: 'Adam',
  idea: 'Average the gradient, and divide by the root of its average square.',
  cite: [
    {
      lecture: 'Memphis',
      at: '“Adam optimizer” (inside, no correction); “Why AdamW matters”, Algorithm 2 (outside)',
    },
    { lecture: 'Erlangen', at: 'part 3, “Adam” (inside)' },
    { lecture: 'Optimizers', at: 'Algorithm 8.7 (outside)' },
    { lecture: 'Westlake', at: '“Adam: combining momentum and RMSProp” (inside, no correction)' },
    { paper: 'Kingma, Ba, arXiv:1412.6980', at: 'Algorithm 1' },
  ],
  hyperparameters: {
    learningRate: learningRate(0.001),
    beta1: decayRate('f', String.raw`\beta_1`, 'decay of m', 0.9),
    beta2: decayRate('s', String.raw`\beta_2`, 'decay of v', 0.999),
    epsilon: epsilon(1e-8),
    epsilonPlacement,
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
    mHat: correctedGradientAverage,
    vHat: correctedSquareAverage,
  },
  equations({ epsilonPlacement: place, biasCorrection }) {
    const [m, v] = biasCorrection ? ['@mHat', '@vHat'] : ['@m', '@v'];
    const scale =
      place === 'inside' ? String.raw`\sqrt{${v} + @epsilon}` : String.raw`\sqrt{${v}} + @epsilon`;
    const corrected = [
      { left: 'mHat', right: String.raw`@m / (1 - @beta1^@t)` },
      { left: 'vHat', right: String.raw`@v / (1 - @beta2^@t)` },
    ];
    return [
      gradientAt(),
      { left: 'm', right: String.raw`@beta1 @m + (1 - @beta1)\, @g` },
      { left: 'v', right: String.raw`@beta2 @v + (1 - @beta2)\, @g \odot @g` },
      ...(biasCorrection ? corrected : []),
      { left: 'update', right: String.raw`-@lr\, \dfrac{${m}}{${scale}}` },
    ];
  },
  step(
    { g, t, lr, update },
    { m, v, mHat, vHat },
    { beta1, beta2, epsilon: eps, epsilonPlacement: place, biasCorrection },
  ) {
    const inside = place === 'inside';
    const correction1 = biasCorrection ? oneMinusPower(beta1, t) : 1;
    const correction2 = biasCorrection ? oneMinusPower(beta2, t) : 1;
    for (let i = 0; i < g.length; i++) {
      m[i] = beta1 * m[i] + (1 - beta1) * g[i];
      v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
      mHat[i] = m[i] / correction1;
      vHat[i] = v[i] / correction2;
      update[i] = -lr * quotient(mHat[i], inside ? Math.sqrt(vHat[i] + eps) : Math.sqrt(vHat[i]) + eps);
    }
  },
});

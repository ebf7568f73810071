import { gradientAt } from '../equations/equation.ts';
import { oneMinusPower } from '../linalg/oneMinusPower.ts';
import { quotient } from '../linalg/quotient.ts';
import { correctedSquareAverage, gradientAverage, squareAverage } from './commonQuantities.ts';
import { decayRate, epsilon, learningRate } from './commonSpecs.ts';
import { defineOptimizer } from './optimizer.ts';

/**
 * NAdam (Dozat 2016): Adam whose momentum is Nesterov's, with a momentum μₜ that grows from β₁/2 to β₁. What corrects
 * the start is cₜ = 1 − μ₁⋯μₜ, kept in this form because it is 0 before the first step.
 * PyTorch 1.13 multiplied μₜ into the product twice; this is the definition, as PyTorch has it now.
 */
export const nadam = defineOptimizer({
  name: 'NAdam',
  idea: 'Adam that applies the momentum of the next step already in this one.',
  cite: [
    { lecture: 'Erlangen', at: 'part 3, “Adam” (named)' },
    {
      paper: 'Dozat, “Incorporating Nesterov Momentum into Adam”, ICLR workshop 2016',
      at: 'the algorithm Nadam, in PyTorch’s terms (torch.optim.NAdam)',
    },
  ],
  hyperparameters: {
    learningRate: learningRate(0.002),
    beta1: decayRate('f', String.raw`\beta_1`, 'decay of m', 0.9),
    beta2: decayRate('s', String.raw`\beta_2`, 'decay of v', 0.999),
    epsilon: epsilon(1e-8),
    momentumDecay: {
      kind: 'number',
      key: 'p',
      symbol: String.raw`\psi`,
      label: 'momentum decay',
      default: 0.004,
      min: 0,
      scale: 'log',
      slider: [1e-4, 10],
    },
  },
  quantities: {
    m: gradientAverage,
    v: squareAverage,
    mu: { symbol: String.raw`\mu_t`, label: 'momentum of this step', size: () => 1 },
    muNext: { symbol: String.raw`\mu_{t+1}`, label: 'momentum of the next step', size: () => 1 },
    c: { symbol: 'c_t', label: 'correction of the gradient', size: () => 1 },
    cNext: { symbol: 'c_{t+1}', label: 'correction of the average', size: () => 1 },
    mHat: {
      symbol: String.raw`\hat m`,
      label: 'gradient and average, weighed and corrected',
      arrow: { role: 'momentum', as: -1 },
    },
    vHat: correctedSquareAverage,
  },
  equations: () => [
    gradientAt(),
    { left: 'm', right: String.raw`@beta1 @m + (1 - @beta1)\, @g` },
    { left: 'v', right: String.raw`@beta2 @v + (1 - @beta2)\, @g \odot @g` },
    { left: 'mu', right: String.raw`@beta1 (1 - \tfrac12 \cdot 0.96^{@t \cdot @momentumDecay})` },
    { left: 'muNext', right: String.raw`@beta1 (1 - \tfrac12 \cdot 0.96^{(@t + 1) \cdot @momentumDecay})` },
    { left: 'c', right: String.raw`1 - (1 - @c)\, @mu` },
    { left: 'cNext', right: String.raw`1 - (1 - @c)\, @muNext` },
    {
      left: 'mHat',
      right: String.raw`\dfrac{(1 - @mu)\, @g}{@c} + \dfrac{@muNext\, @m}{@cNext}`,
    },
    { left: 'vHat', right: String.raw`@v / (1 - @beta2^@t)` },
    { left: 'update', right: String.raw`-@lr\, \dfrac{@mHat}{\sqrt{@vHat} + @epsilon}` },
  ],
  step(
    { g, t, lr, update },
    { m, v, mu, muNext, c, cNext, mHat, vHat },
    { beta1, beta2, epsilon: eps, momentumDecay: psi },
  ) {
    mu[0] = beta1 * (1 - 0.5 * 0.96 ** (t * psi));
    muNext[0] = beta1 * (1 - 0.5 * 0.96 ** ((t + 1) * psi));
    c[0] = 1 - (1 - c[0]) * mu[0];
    cNext[0] = 1 - (1 - c[0]) * muNext[0];
    const correction = oneMinusPower(beta2, t);
    for (let i = 0; i < g.length; i++) {
      m[i] = beta1 * m[i] + (1 - beta1) * g[i];
      v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
      mHat[i] = ((1 - mu[0]) * g[i]) / c[0] + (muNext[0] * m[i]) / cNext[0];
      vHat[i] = v[i] / correction;
      update[i] = -lr * quotient(mHat[i], Math.sqrt(vHat[i]) + eps);
    }
  },
});

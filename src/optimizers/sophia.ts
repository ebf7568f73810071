import { gradientAt, type Equation } from '../equations/equation.ts';
import { quotient } from '../linalg/quotient.ts';
import { gradientAverage } from './commonQuantities.ts';
import { decayRate, epsilon, learningRate, weightDecay } from './commonSpecs.ts';
import { defineOptimizer } from './optimizer.ts';

/** The steps in which curvature is estimated: 1, 1 + k, 1 + 2k, … */
const ESTIMATED = String.raw`(@t - 1) \bmod @interval = 0`;

/**
 * Sophia (Liu et al. 2023): momentum over an average of the Hessian's diagonal, each coordinate clipped to ±1. The
 * diagonal is exact, or Hutchinson's estimate with random signs. `gradient-squared-lecture` is the rule as Memphis
 * prints it, with squared gradients in the Hessian's place, in every step and without the clip: multiply the loss by c,
 * and its step shrinks by c.
 */
export const sophia = defineOptimizer({
  name: 'Sophia',
  idea: 'Divide the averaged gradient by the averaged curvature, and clip what comes out too long.',
  cite: [
    { lecture: 'Memphis', at: '“Sophia Update Rule” (gradient squared); “Sophia’s Key Approximation”' },
    { paper: 'Liu, Li, Hall, Liang, Ma, arXiv:2305.14342', at: 'Algorithms 1 and 3' },
  ],
  hyperparameters: {
    learningRate: learningRate(0.001),
    beta1: decayRate('f', String.raw`\beta_1`, 'decay of m', 0.965),
    beta2: decayRate('s', String.raw`\beta_2`, 'decay of h', 0.99),
    gamma: {
      kind: 'number',
      key: 'g',
      symbol: String.raw`\gamma`,
      label: 'share of curvature',
      default: 0.05,
      min: 0,
      scale: 'log',
      slider: [1e-3, 1],
    },
    epsilon: epsilon(1e-12),
    interval: {
      kind: 'number',
      key: 'k',
      symbol: 'k',
      label: 'steps between estimates',
      default: 10,
      min: 1,
      integer: true,
      scale: 'linear',
      slider: [1, 20],
    },
    curvature: {
      kind: 'choice',
      key: 'c',
      symbol: 'h',
      label: 'curvature',
      options: ['exact-diagonal', 'hutchinson', 'gradient-squared-lecture'],
      default: 'exact-diagonal',
    },
    weightDecay: weightDecay(0),
  },
  quantities: {
    m: gradientAverage,
    u: { symbol: 'u', label: 'random signs' },
    hHat: { symbol: String.raw`\hat h`, label: 'estimate of the curvature' },
    h: { symbol: 'h', label: 'average of the curvature' },
    hessianNow: { size: (n) => n * n },
  },
  needs: ['hessian'],
  equations({ curvature, weightDecay: lambda }) {
    const lines: Equation[] = [gradientAt(), { left: 'm', right: String.raw`@beta1 @m + (1 - @beta1)\, @g` }];
    if (curvature === 'gradient-squared-lecture')
      lines.push({ left: 'h', right: String.raw`@beta2 @h + (1 - @beta2)\, @g \odot @g` });
    else {
      if (curvature === 'hutchinson')
        lines.push(
          { left: 'u', right: String.raw`\operatorname{Rademacher}(@t)`, when: ESTIMATED },
          { left: 'hHat', right: String.raw`@u \odot \nabla^2 f(@theta)\, @u`, when: ESTIMATED },
        );
      else
        lines.push({
          left: 'hHat',
          right: String.raw`\operatorname{diag}(\nabla^2 f(@theta))`,
          when: ESTIMATED,
        });
      lines.push({ left: 'h', right: String.raw`@beta2 @h + (1 - @beta2)\, @hHat`, when: ESTIMATED });
    }
    const step =
      curvature === 'gradient-squared-lecture'
        ? String.raw`\dfrac{@m}{\max(@h, @epsilon)}`
        : String.raw`\operatorname{clip}\left(\dfrac{@m}{\max(@gamma @h, @epsilon)}, -1, 1\right)`;
    lines.push({
      left: 'update',
      right: lambda === 0 ? `-@lr\\, ${step}` : String.raw`-@lr \left(${step} + @weightDecay\, @theta\right)`,
    });
    return lines;
  },
  step({ theta, g, t, lr, update, hessian, randomSign }, { m, u, hHat, h, hessianNow }, values) {
    const { beta1, beta2, gamma, epsilon: eps, interval, curvature, weightDecay: lambda } = values;
    const n = g.length;
    const isPrinted = curvature === 'gradient-squared-lecture';
    const isEstimated = !isPrinted && (t - 1) % interval === 0;
    if (isEstimated) {
      hessian(theta, hessianNow);
      if (curvature === 'exact-diagonal') for (let i = 0; i < n; i++) hHat[i] = hessianNow[i * n + i];
      else {
        for (let i = 0; i < n; i++) u[i] = randomSign(i);
        for (let i = 0; i < n; i++) {
          let product = 0;
          for (let j = 0; j < n; j++) product += hessianNow[i * n + j] * u[j];
          hHat[i] = u[i] * product;
        }
      }
    }
    for (let i = 0; i < n; i++) {
      m[i] = beta1 * m[i] + (1 - beta1) * g[i];
      if (isPrinted) h[i] = beta2 * h[i] + (1 - beta2) * g[i] * g[i];
      else if (isEstimated) h[i] = beta2 * h[i] + (1 - beta2) * hHat[i];
      const step = isPrinted
        ? quotient(m[i], Math.max(h[i], eps))
        : Math.max(-1, Math.min(1, quotient(m[i], Math.max(gamma * h[i], eps))));
      update[i] = -lr * (step + lambda * theta[i]);
    }
  },
});

import { quotient } from '../linalg/quotient.ts';
import type { Vector } from '../linalg/vector.ts';
import { defineModifier } from './modifier.ts';

/**
 * Sharpness-aware minimization (Foret et al. 2021): the gradient is taken at θ + ε̂, the worst point within ρ.
 * ε̂ = ρ sign(s) |s|^{q−1} / ‖s‖_q^{q−1}, s = ∇f(θ), 1/p + 1/q = 1; for p = 2 that is ρ s/‖s‖.
 */
export const sam = defineModifier({
  name: 'SAM',
  idea: 'Climb to the worst point nearby, and descend with its gradient.',
  cite: [
    { lecture: 'Westlake', at: '“Sharpness-Aware Minimization (SAM)”, eq. (18)' },
    { paper: 'Foret, Kleiner, Mobahi, Neyshabur, ICLR 2021', at: 'eq. (2)' },
  ],
  hyperparameters: {
    rho: {
      kind: 'number',
      key: 'r',
      symbol: String.raw`\rho`,
      label: 'radius of the climb',
      default: 0.05,
      min: 0,
      scale: 'log',
      slider: [1e-3, 1],
    },
    p: {
      kind: 'number',
      key: 'p',
      symbol: 'p',
      label: 'norm of the climb',
      default: 2,
      above: 1,
      scale: 'log',
      slider: [1.1, 100],
    },
  },
  quantities: {
    s: { symbol: 's', label: 'gradient before the climb', arrow: { role: 'gradient', as: -1 } },
    q: { symbol: 'q', label: 'order of the dual norm', size: () => 1 },
    climb: { symbol: String.raw`\hat\epsilon`, label: 'climb', arrow: { role: 'climb', as: 1 } },
    point: {},
  },
  wrap(inner, { quantities: { s, q, climb, point } }, { rho, p }) {
    q[0] = p / (p - 1);
    // Powers cost more than the rest of a step; a Euclidean norm needs none.
    const isEuclidean = p === 2;
    return {
      ...inner,
      gradient(theta, out) {
        inner.gradient(theta, s);
        const norm = dualNorm(s, q[0]);
        for (let i = 0; i < s.length; i++) {
          const relative = quotient(Math.abs(s[i]), norm);
          const height = isEuclidean ? relative : relative ** (q[0] - 1);
          climb[i] = s[i] === 0 ? 0 : rho * Math.sign(s[i]) * height;
          point[i] = theta[i] + climb[i];
        }
        inner.gradient(point, out);
      },
    };
  },
  rewrite(inner, compute, { p }) {
    return {
      ...inner,
      gradient(point) {
        compute({ left: 'sam.s', right: inner.gradient(point) });
        if (p !== 2) compute({ left: 'sam.q', right: String.raw`\dfrac{@sam.p}{@sam.p - 1}` });
        compute({
          left: 'sam.climb',
          right:
            p === 2
              ? String.raw`@sam.rho\, \dfrac{@sam.s}{\lVert @sam.s \rVert}`
              : String.raw`@sam.rho\, \operatorname{sign}(@sam.s) \odot \left(\dfrac{\lvert @sam.s \rvert}{\lVert @sam.s \rVert_{@sam.q}}\right)^{@sam.q - 1}`,
        });
        return inner.gradient(`${point} + @sam.climb`);
      },
    };
  },
});

/** ‖s‖_q, by way of the largest entry, so that no power of it is too large or too small. */
function dualNorm(s: Vector, q: number): number {
  let largest = 0;
  for (let i = 0; i < s.length; i++) largest = Math.max(largest, Math.abs(s[i]));
  let sum = 0;
  for (let i = 0; i < s.length; i++) {
    const relative = quotient(Math.abs(s[i]), largest);
    sum += q === 2 ? relative * relative : relative ** q;
  }
  return largest * (q === 2 ? Math.sqrt(sum) : sum ** (1 / q));
}

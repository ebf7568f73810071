import { gradientAt } from '../equations/equation.ts';
import type { AnyValues } from '../specs/spec.ts';
import { learningRate } from './commonSpecs.ts';
import { defineOptimizer, type QuantitySpec } from './optimizer.ts';

/** The velocities' names; a list of betas has at most as many entries. */
const VELOCITIES = ['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8'] as const;

/** vᵢ, which takes no room if there is no βᵢ. */
function velocity(i: number): QuantitySpec {
  return {
    symbol: `v_${i}`,
    label: `velocity ${i}`,
    arrow: { role: 'momentum', as: -1 },
    size: (n, { betas }: AnyValues) => ((betas as readonly number[]).length < i ? 0 : n),
  };
}

/**
 * Aggregated momentum (Lucas, Sun, Zemel, Grosse 2019): several velocities with dampings of their own, and a step along
 * their mean. With one β it is momentum in PyTorch's form, `accumulated`.
 */
export const aggmo = defineOptimizer({
  name: 'AggMo',
  idea: 'Keep several momenta, from forgetful to persistent, and step along their mean.',
  cite: [
    { lecture: 'Memphis', at: '“Other recent optimizers” (named, reference 3)' },
    { paper: 'Lucas, Sun, Zemel, Grosse, arXiv:1804.00325', at: 'section 3, with v of the opposite sign' },
  ],
  hyperparameters: {
    learningRate: learningRate(0.001),
    betas: {
      kind: 'numbers',
      key: 'b',
      symbol: String.raw`\beta`,
      label: 'dampings',
      default: [0, 0.9, 0.99],
      each: { min: 0, below: 1 },
      minLength: 1,
      maxLength: VELOCITIES.length,
    },
  },
  quantities: {
    v1: velocity(1),
    v2: velocity(2),
    v3: velocity(3),
    v4: velocity(4),
    v5: velocity(5),
    v6: velocity(6),
    v7: velocity(7),
    v8: velocity(8),
  },
  equations({ betas }) {
    const names = VELOCITIES.slice(0, betas.length);
    const sum = names.map((name) => `@${name}`).join(' + ');
    return [
      gradientAt(),
      ...names.map((name, k) => ({ left: name, right: `@betas_${k + 1} @${name} + @g` })),
      {
        left: 'update',
        right: betas.length === 1 ? `-@lr\\, ${sum}` : String.raw`-\dfrac{@lr}{${betas.length}} (${sum})`,
      },
    ];
  },
  step({ g, lr, update }, velocities, { betas }) {
    update.fill(0);
    for (let k = 0; k < betas.length; k++) {
      const beta = betas[k];
      const v = velocities[VELOCITIES[k]];
      for (let i = 0; i < g.length; i++) {
        v[i] = beta * v[i] + g[i];
        update[i] += v[i];
      }
    }
    for (let i = 0; i < g.length; i++) update[i] *= -lr / betas.length;
  },
});

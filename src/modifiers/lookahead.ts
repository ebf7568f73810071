import { defineModifier } from './modifier.ts';

/**
 * Lookahead (Zhang et al. 2019): k steps forward, one step back. Every k steps φ ← (1 − α)φ + αθ and θ ← φ,
 * written as a change of Δθ; the optimizer's own state goes on.
 */
export const lookahead = defineModifier({
  name: 'Lookahead',
  idea: 'Every k steps, go back part of the way to where they began.',
  cite: [
    { lecture: 'Westlake', at: '“Lookahead Optimizer: k steps forward, 1 step back”' },
    { paper: 'Zhang, Lucas, Hinton, Ba, NeurIPS 2019', at: 'Algorithm 1' },
  ],
  hyperparameters: {
    k: {
      kind: 'number',
      key: 'k',
      symbol: 'k',
      label: 'steps forward',
      default: 5,
      min: 1,
      max: 1000,
      integer: true,
      scale: 'linear',
      slider: [1, 20],
    },
    alpha: {
      kind: 'number',
      key: 'a',
      symbol: String.raw`\alpha`,
      label: 'part kept',
      default: 0.5,
      min: 0,
      max: 1,
      scale: 'linear',
    },
  },
  quantities: {
    phi: { symbol: String.raw`\phi`, label: 'slow weights', arrow: { role: 'slow', as: 'point' } },
  },
  start(theta, { phi }) {
    phi.set(theta);
  },
  changeUpdate(update, { t, before, quantities: { phi } }, { k, alpha }) {
    if (t % k !== 0) return;
    for (let i = 0; i < update.length; i++) {
      phi[i] = (1 - alpha) * phi[i] + alpha * (before[i] + update[i]);
      if (alpha !== 1) update[i] = phi[i] - before[i];
    }
  },
  changes({ k, alpha }) {
    const when = k === 1 ? {} : { when: String.raw`@t \bmod @lookahead.k = 0` };
    const back = String.raw`(1 - @lookahead.alpha)\, @lookahead.phi + @lookahead.alpha\, (@theta + @update)`;
    const slow = { left: 'lookahead.phi', right: back, ...when };
    return alpha === 1 ? [slow] : [slow, { left: 'update', right: '@lookahead.phi - @theta', ...when }];
  },
});

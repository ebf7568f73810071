import { defineSchedule } from './schedule.ts';

/** Exponential decay: e^{−k(t−1)}. */
export const exponential = defineSchedule({
  name: 'Exponential',
  idea: 'Let the learning rate decay at a constant rate.',
  cite: [
    { lecture: 'Optimizers', at: '“Learning Rate Scheduling”, exponential decay' },
    { lecture: 'Westlake', at: '“Learning Rate Schedules: Guiding the Descent”' },
  ],
  hyperparameters: {
    rate: {
      kind: 'number',
      key: 'k',
      symbol: 'k',
      label: 'rate of decay',
      default: 0.01,
      min: 0,
      scale: 'log',
      slider: [1e-4, 1],
    },
  },
  formula: () => 'e^{-@rate (@t - 1)}',
  factorInto(out, t, _steps, { rate }) {
    out[0] = Math.exp(-rate * (t - 1));
  },
});

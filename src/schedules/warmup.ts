import { defineSchedule } from './schedule.ts';

/** Linear warm-up: min(1, t/steps). It multiplies whatever schedule stands beside it. */
export const warmup = defineSchedule({
  name: 'Warm-up',
  idea: 'Let the learning rate grow over the first steps.',
  cite: [{ lecture: 'Westlake', at: '“Learning Rate Schedules: Guiding the Descent”' }],
  hyperparameters: {
    steps: {
      kind: 'number',
      key: 'n',
      symbol: 'n',
      label: 'steps of warm-up',
      default: 20,
      min: 1,
      integer: true,
      scale: 'log',
      slider: [1, 1000],
    },
  },
  formula: () => String.raw`\min(1, @t / @steps)`,
  factorInto(out, t, _steps, { steps }) {
    out[0] = Math.min(1, t / steps);
  },
});

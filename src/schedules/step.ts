import { defineSchedule } from './schedule.ts';

/** Step decay: factor^⌊(t−1)/every⌋. */
export const step = defineSchedule({
  name: 'Step',
  idea: 'Cut the learning rate every so many steps.',
  cite: [
    { lecture: 'Erlangen', at: 'part 3, “SGD – Learning Rate Choice”' },
    { lecture: 'Optimizers', at: '“Learning Rate Scheduling”, step decay' },
    { lecture: 'Westlake', at: '“Learning Rate Schedules: Guiding the Descent”' },
  ],
  hyperparameters: {
    every: {
      kind: 'number',
      key: 'n',
      symbol: 'n',
      label: 'steps between cuts',
      default: 30,
      min: 1,
      integer: true,
      scale: 'log',
      slider: [1, 1000],
    },
    factor: {
      kind: 'number',
      key: 'f',
      symbol: 'q',
      label: 'factor of each cut',
      default: 0.5,
      min: 0,
      max: 1,
      scale: 'linear',
    },
  },
  formula: () => String.raw`@factor^{\lfloor (@t - 1) / @every \rfloor}`,
  factorInto(out, t, _steps, { every, factor }) {
    out[0] = factor ** Math.floor((t - 1) / every);
  },
});

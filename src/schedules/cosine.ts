import { floor } from './floor.ts';
import { defineSchedule } from './schedule.ts';

/** Half a cosine from 1 towards the floor: floor + ½(1 − floor)(1 + cos(π(t−1)/T)). */
export const cosine = defineSchedule({
  name: 'Cosine',
  idea: 'Let the learning rate sink along half a cosine.',
  cite: [
    { lecture: 'Westlake', at: '“Learning Rate Schedules: Guiding the Descent”' },
    { paper: 'Loshchilov, Hutter, ICLR 2017', at: 'eq. (5)' },
  ],
  hyperparameters: { floor },
  formula: () => String.raw`@floor + \tfrac12 (1 - @floor)(1 + \cos(\pi (@t - 1) / @T))`,
  factorInto(out, t, steps, { floor: least }) {
    out[0] = least + 0.5 * (1 - least) * (1 + Math.cos((Math.PI * (t - 1)) / steps));
  },
});

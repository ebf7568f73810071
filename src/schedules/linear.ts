import { floor } from './floor.ts';
import { defineSchedule } from './schedule.ts';

/** A straight line from 1 towards the floor: 1 + (floor − 1)(t−1)/T. */
export const linear = defineSchedule({
  name: 'Linear',
  idea: 'Let the learning rate sink along a line.',
  cite: [{ lecture: 'Westlake', at: '“Learning Rate Schedules: Guiding the Descent”' }],
  hyperparameters: { floor },
  formula: () => '1 + (@floor - 1)(@t - 1) / @T',
  factorInto(out, t, steps, { floor: least }) {
    out[0] = 1 + ((least - 1) * (t - 1)) / steps;
  },
});

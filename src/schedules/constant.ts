import { defineSchedule } from './schedule.ts';

/** The learning rate as it is. */
export const constant = defineSchedule({
  name: 'Constant',
  idea: 'Keep the learning rate.',
  cite: [{ lecture: 'Optimizers', at: '“Learning Rate Scheduling”' }],
  hyperparameters: {},
  formula: () => '1',
  factorInto(out) {
    out[0] = 1;
  },
});

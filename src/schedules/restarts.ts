import { floor } from './floor.ts';
import { defineSchedule } from './schedule.ts';

// How far an update lies in its period, in steps, and that period; so many periods together, and what they grow by. Whole
// numbers stay exact. In arrays, because a variable that a loop changes may be an object, a new one each time.
const left = new Float64Array(1);
const length = new Float64Array(1);
const span = new Float64Array(1);
const factor = new Float64Array(1);

/**
 * Warm restarts (SGDR): the cosine over one period after another, each `growth` times as long as the one before.
 * Periods are real numbers, nᵢ = period · growthⁱ, and none is rounded: the first update at or after the end of a
 * period is the next one's, as far into it as it lies behind that end.
 */
export const restarts = defineSchedule({
  name: 'Restarts',
  idea: 'Let the learning rate sink along half a cosine, and begin again.',
  cite: [
    { lecture: 'Memphis', at: '“Why AdamW matters”, Algorithm 2 line 11' },
    { paper: 'Loshchilov, Hutter, ICLR 2017', at: 'eq. (5) and §3' },
  ],
  hyperparameters: {
    period: {
      kind: 'number',
      key: 'n',
      symbol: 'n_0',
      label: 'steps of the first period',
      default: 50,
      min: 1,
      integer: true,
      scale: 'log',
      slider: [1, 1000],
    },
    growth: {
      kind: 'number',
      key: 'g',
      symbol: 'c',
      label: 'growth of the periods',
      default: 1,
      min: 1,
      scale: 'linear',
      slider: [1, 3],
    },
    floor,
  },
  formula: () =>
    String.raw`@floor + \tfrac12 (1 - @floor)(1 + \cos(\pi \tau / n_i)),\quad ` +
    String.raw`\tau = @t - 1 - \textstyle\sum_{j<i} n_j \in [0, n_i),\quad n_i = @period \, @growth^i`,
  factorInto(out, t, _steps, { period, growth, floor: least }) {
    left[0] = t - 1;
    length[0] = period;
    while (left[0] >= length[0]) {
      // As many periods at once as a doubling finds, so that a million short ones take twenty rounds.
      span[0] = length[0];
      factor[0] = growth;
      while (left[0] >= span[0] * (1 + factor[0])) {
        span[0] *= 1 + factor[0];
        factor[0] *= factor[0];
      }
      left[0] -= span[0];
      length[0] *= factor[0];
    }
    out[0] = least + 0.5 * (1 - least) * (1 + Math.cos(Math.PI * (left[0] / length[0])));
  },
});

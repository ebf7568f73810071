import { defineSchedule } from './schedule.ts';

const size = () => 1;

/**
 * Start high, and cut by half whenever the run diverges: the learning rate halves for good after each update whose
 * loss is not finite or above f(θ₀). It has the run compute f at the start and after each update.
 */
export const halveOnDivergence = defineSchedule({
  name: 'Halve on divergence',
  idea: 'Start high, and halve the learning rate whenever the loss rises above where it began.',
  cite: [{ lecture: 'Memphis', at: '“Start from a high value and keep cutting by half if model diverges”' }],
  hyperparameters: {},
  quantities: {
    startLoss: { symbol: 'f_0', size },
    halvings: { symbol: 'h', size },
  },
  formula: () =>
    String.raw`2^{-@halvings},\quad @halvings = \#\{1 \le s < @t : f(\theta_s) > @startLoss\},\quad ` +
    String.raw`@startLoss = f(\theta_0)`,
  factorInto(out, _t, _steps, _hyperparameters, { halvings }) {
    out[0] = 0.5 ** halvings[0];
  },
  observe(loss, t, { startLoss, halvings }) {
    if (t === 0) startLoss[0] = loss[0];
    else if (!Number.isFinite(loss[0]) || loss[0] > startLoss[0]) halvings[0] += 1;
  },
});

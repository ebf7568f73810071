import { pair, type PrintedForm } from '../printedForm.ts';

// Schedules, as the lectures print or describe them.

const raw = String.raw;
const asIs = { hyperparameters: {} };
const GUIDING = '“Learning Rate Schedules: Guiding the Descent”';
const SCHEDULING = '“Learning Rate Scheduling”';
const stepDecay = { lines: [raw`\eta_t = \eta\, q^{\lfloor (t-1)/n \rfloor}`] };

export const constant: readonly PrintedForm[] = [
  {
    lecture: 'Optimizers',
    at: SCHEDULING,
    lines: [],
    quote: 'Constant learning rate often prevents convergence.',
    usual: { lines: [raw`\eta_t = \eta`] },
    symbols: [],
    follow: asIs,
  },
];

export const step: readonly PrintedForm[] = [
  {
    lecture: 'Erlangen',
    at: 'part 3, “SGD – Learning Rate Choice”',
    lines: [],
    quote:
      '“learning rate decay”: adapt η gradually (e.g.: start with η = 0.01 and divide every x epoch by 10)',
    usual: stepDecay,
    symbols: [pair('x', 'n', 'steps between cuts'), pair('1/10', 'q', 'factor of each cut')],
    follow: { hyperparameters: { factor: 0.1 } },
  },
  {
    lecture: 'Optimizers',
    at: `${SCHEDULING}, step decay`,
    lines: [],
    quote: 'Step decay',
    usual: stepDecay,
    symbols: [],
    follow: asIs,
  },
  {
    lecture: 'Westlake',
    at: `${GUIDING}, step decay`,
    lines: [],
    quote: 'Step Decay: Reduce η by a factor (e.g., 0.1) at predefined epochs.',
    usual: stepDecay,
    symbols: [],
    follow: asIs,
  },
];

export const exponential: readonly PrintedForm[] = [
  {
    lecture: 'Optimizers',
    at: `${SCHEDULING}, exponential decay`,
    lines: [],
    quote: 'Exponential decay',
    usual: { lines: [raw`\eta_t = \eta\, e^{-k(t-1)}`] },
    symbols: [],
    follow: asIs,
  },
  {
    lecture: 'Westlake',
    at: `${GUIDING}, exponential decay`,
    lines: [raw`\eta_t = \eta_0 e^{-kt}`],
    symbols: [
      pair(raw`\eta_0`, raw`\eta`, 'learning rate'),
      pair('t', 't - 1', 'steps before this one'),
      pair('k', 'k', 'rate of decay'),
    ],
    follow: asIs,
  },
];

export const cosine: readonly PrintedForm[] = [
  {
    lecture: 'Westlake',
    at: `${GUIDING}, cosine annealing`,
    lines: [
      raw`\eta_t = \eta_{min} + \frac12 (\eta_{max} - \eta_{min}) \left(1 + \cos\left(\frac{t_{curr}}{T_{total}} \pi\right)\right)`,
    ],
    symbols: [
      pair(raw`\eta_{max}`, raw`\eta`, 'learning rate'),
      pair(raw`\eta_{min} / \eta_{max}`, 'b', 'floor, a part of η'),
      pair(raw`t_{curr}`, 't - 1', 'steps before this one'),
      pair(raw`T_{total}`, 'T', 'steps of the scene'),
    ],
    follow: asIs,
  },
];

export const linear: readonly PrintedForm[] = [
  {
    lecture: 'Westlake',
    at: `${GUIDING}, linear decay`,
    lines: [],
    quote: 'Linear Decay: Decrease η linearly over epochs.',
    usual: { lines: [raw`\eta_t = \eta \left(1 + (b - 1)(t-1)/T\right)`] },
    symbols: [],
    follow: asIs,
  },
];

export const warmup: readonly PrintedForm[] = [
  {
    lecture: 'Westlake',
    at: `${GUIDING}, warmup`,
    lines: [],
    quote:
      'Warmup: Start with a very small η for a few initial epochs and gradually increase it to the target η.',
    usual: { lines: [raw`\eta_t = \eta \min(1, t/n)`] },
    symbols: [],
    follow: asIs,
  },
];

export const restarts: readonly PrintedForm[] = [
  {
    lecture: 'Memphis',
    at: '“Why AdamW matters”, Algorithm 2, line 11',
    lines: [['11:', raw`\eta_t \leftarrow \text{SetScheduleMultiplier}(t)`]],
    quote: 'can be fixed, decay, or also be used for warm restarts',
    usual: {
      lines: [raw`\eta_t / \eta = b + \tfrac12 (1 - b)(1 + \cos(\pi\tau / n_i))`],
      from: 'Loshchilov, Hutter, ICLR 2017',
    },
    symbols: [pair(raw`\eta_t`, raw`\eta_t / \eta`, 'factor of the schedule')],
    follow: asIs,
  },
];

export const halveOnDivergence: readonly PrintedForm[] = [
  {
    lecture: 'Memphis',
    at: '“How to pick the learning rate?”',
    lines: [],
    quote: 'Start from a high value and keep cutting by half if model diverges',
    usual: { lines: [raw`\eta_t = \eta\, 2^{-\#\{1 \le s < t \,:\, f(\theta_s) > f(\theta_0)\}}`] },
    symbols: [],
    follow: asIs,
  },
];

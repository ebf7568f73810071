import type { LossForm } from '../../lossForm.ts';
import { pair } from '../../printedForm.ts';

// Losses of numbers, as the lectures print them.

const raw = String.raw;
const prediction = pair(raw`\hat y(\mathbf x_m, \mathbf w)`, raw`\hat y`, 'prediction');
const target = pair('y_m', 'y', 'number that is to be predicted');

export const squaredError: readonly LossForm[] = [
  {
    lecture: 'Erlangen',
    at: 'part 1, “L²-loss”',
    lines: [
      [
        'When optimizing for w - eliminate constants and factors:',
        raw`\frac12 \sum_{m=1}^M (y_m - \hat y(\mathbf x_m, \mathbf w))^2`,
      ],
      [
        'This can be generalized to vectors:',
        raw`\frac12 \sum_{m=1}^M \|\mathbf y_m - \hat{\mathbf y}(\mathbf x_m, \mathbf w)\|_2^2`,
      ],
    ],
    symbols: [prediction, target],
  },
  {
    lecture: 'Optimizers',
    at: '“Review. Backpropagation”, output activation and loss function',
    lines: [
      ['None', raw`\hat y_i = z_i`],
      ['Mean squared error', raw`L(y, \hat y) = \frac12 \sum_{i=1}^k (\hat y_i - y_i)^2`],
    ],
    symbols: [
      pair(raw`\hat y_i`, raw`\hat y`, 'prediction, entry by entry'),
      pair('y_i', 'y', 'number that is to be predicted'),
    ],
    remark: 'The table calls it a mean; it is half of a sum.',
  },
];

export const absoluteError: readonly LossForm[] = [
  {
    lecture: 'Erlangen',
    at: 'part 1, “Classification using an L-norm”',
    lines: [],
    quote:
      'L2-loss and L1-loss can be applied for classification. They might be advantageous in situations with extreme label noise.',
    usual: { lines: [raw`\lVert y - \hat y \rVert_1`] },
    symbols: [],
  },
];

export const gaussianNll: readonly LossForm[] = [
  {
    lecture: 'Erlangen',
    at: 'part 1, “Regression”',
    title: 'the density',
    lines: [
      raw`p(y|\mathbf x, \mathbf w, \beta) = \mathcal N(\underbrace{\hat y(\mathbf x, \mathbf w)}_{\mu}, \underbrace{\frac1\beta}_{\sigma^2})`,
      raw`= \frac{\sqrt\beta}{\sqrt{2\pi}} e^{\beta \frac{(y_m - \hat y(\mathbf x_m, \mathbf w))^2}{2}}`,
    ],
    symbols: [prediction, target, pair(raw`\beta`, raw`\beta`, 'precision')],
    remark: 'The exponent lacks its minus sign; the loss that the lecture draws from it has the right one.',
  },
  {
    lecture: 'Erlangen',
    at: 'part 1, “Log Likelihood Function Regression”',
    lines: [
      raw`-\ln(L(\mathbf w)) = \sum_{m=1}^M -\ln\left(\frac{\sqrt\beta}{\sqrt{2\pi}} e^{\beta \frac{-(y_m - \hat y(\mathbf x_m, \mathbf w))^2}{2}}\right)`,
      raw`= \sum_{m=1}^M -\ln\left(\frac{\sqrt\beta}{\sqrt{2\pi}}\right) + \frac\beta2 (y_m - \hat y(\mathbf x_m, \mathbf w))^2`,
      raw`= \sum_{m=1}^M \frac12 (\ln(2\pi) - \ln(\beta)) + \frac\beta2 (y_m - \hat y(\mathbf x_m, \mathbf w))^2`,
      raw`= \frac M2 \ln(2\pi) - \frac M2 \ln(\beta) + \frac\beta2 \sum_{m=1}^M (y_m - \hat y(\mathbf x_m, \mathbf w))^2`,
    ],
    symbols: [
      prediction,
      target,
      pair(raw`\beta`, raw`\beta`, 'precision'),
      pair('M', 'N', 'number of samples'),
    ],
    remark: 'So print the first two builds of the slide; in the last two the exponent loses its minus sign.',
  },
];

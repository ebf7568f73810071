import type { LossForm } from '../../lossForm.ts';
import { pair } from '../../printedForm.ts';

// Losses of a margin, as the lectures print them: zero-one to the SVM.

const raw = String.raw;
const score = pair(raw`\hat y(\mathbf x_m, \mathbf w)`, 's', 'score');
const linearScore = pair(raw`\mathbf w^T \mathbf x_m`, 's', 'score of a linear model');
const sign = pair('y_m', 'y', 'class, −1 or 1');
const count = pair('M', 'N', 'number of samples');

export const zeroOne: readonly LossForm[] = [
  {
    lecture: 'Memphis',
    at: '“What is an appropriate loss?”',
    lines: [raw`L(\hat y, y) = I(\hat y \neq y)`],
    quote:
      'Is it good? Nope – it’s a step function. We need to compute the gradient of the loss. This loss is not differentiable, and ‘flips’ easily.',
    symbols: [pair(raw`\hat y`, raw`\hat y`, 'predicted class'), pair('I', 'I', '1 where it holds, else 0')],
  },
  {
    lecture: 'Erlangen',
    at: 'part 2, “Back to the Perceptron - again!”',
    lines: [],
    quote:
      'Note that the sign function does not appear in the criterion. What if it was in? Then we would just count the number of misclassifications ... and the gradient would vanish almost everywhere.',
    symbols: [],
  },
];

export const perceptron: readonly LossForm[] = [
  {
    lecture: 'Erlangen',
    at: 'part 2, “Back to the Perceptron - again!”',
    lines: [
      raw`\text{minimize} \left\{ L(\mathbf w) = -\sum_{\mathbf x_m \in \mathcal M} y_m \cdot (\mathbf w^T \mathbf x_m) \right\}`,
    ],
    symbols: [
      linearScore,
      sign,
      pair(raw`\mathcal M`, raw`\{i : y_i s_i < 0\}`, 'samples on the wrong side'),
    ],
    remark: 'Of a sample on the wrong side −ys is above 0, so the sum over all of max(0, −ys) is the same.',
  },
];

export const hinge: readonly LossForm[] = [
  {
    lecture: 'Erlangen',
    at: 'part 2, “Hinge loss”',
    lines: [raw`L(\mathbf w) = \sum_{m=1}^M \max(0, 1 - y_m \hat y(\mathbf x_m, \mathbf w))`],
    symbols: [score, sign, count],
  },
];

export const squaredHinge: readonly LossForm[] = [
  {
    lecture: 'Erlangen',
    at: 'part 2, “Open points”, outliers are punished linearly',
    lines: [raw`L(\mathbf w) = \sum_{m=1}^M (\max(0, 1 - y_m \hat y(\mathbf x_m, \mathbf w)))^2`],
    symbols: [score, sign, count],
  },
];

export const multiclassHinge: readonly LossForm[] = [
  {
    lecture: 'Erlangen',
    at: 'part 2, “Open points”, how to apply SVMs to multi-class problems',
    lines: [
      raw`L(\mathbf w) = \sum_{m=1}^M \sum_{k \neq c}^K \max(0, 1 - \hat y_c(\mathbf x_m, \mathbf w) + \hat y_k(\mathbf x_m, \mathbf w))`,
    ],
    symbols: [
      pair(raw`\hat y_k(\mathbf x_m, \mathbf w)`, 's_k', 'score of class k'),
      pair('c', 'c', 'the right class'),
      count,
    ],
  },
];

export const svm: readonly LossForm[] = [
  {
    lecture: 'Erlangen',
    at: 'part 2, “Isn’t an SVM far more desirable?”, SVM reminder',
    title: 'with slack',
    lines: [
      raw`\min \quad \frac12 \|\mathbf w\|_2^2 + \gamma \sum_m \xi_m`,
      raw`\text{s.t.} \quad \forall m : -(y_m \cdot (\mathbf w^T \mathbf x_m) - 1 + \xi_m) \leq 0`,
      raw`\forall m : -\xi_m \leq 0`,
    ],
    symbols: [
      linearScore,
      sign,
      pair(raw`\xi_m`, raw`\max(0, 1 - y_i s_i)`, 'slack'),
      pair(raw`\gamma`, raw`\gamma`, 'weight of the hinges'),
    ],
  },
  {
    lecture: 'Erlangen',
    at: 'part 2, “Isn’t an SVM far more desirable?”, the Lagrangian dual function',
    title: 'as hinge and L2',
    lines: [
      raw`L(\mathbf w) = \frac12 \|\mathbf w\|_2^2 + \gamma \sum_{m=1}^M \xi_m + \sum_{m=1}^M \lambda_m (-y_m \cdot (\mathbf w^T \mathbf x_m) + 1 - \xi_m) - \sum_{m=1}^M \nu_m \xi_m`,
      raw`= \frac12 \|\mathbf w\|_2^2 + \sum_{m=1}^M (\gamma \xi_m - \nu_m \xi_m - \lambda_m \xi_m) + \sum_{m=1}^M \lambda_m (1 - y_m \cdot (\mathbf w^T \mathbf x_m))`,
      raw`\approx \underbrace{\frac12 \|\mathbf w\|_2^2}_{\text{L2 regularizer}} + \gamma \sum_{m=1}^M \underbrace{\max(0, 1 - y_m \cdot (\mathbf w^T \mathbf x_m))}_{\text{Hinge loss}}`,
    ],
    symbols: [linearScore, sign, pair(raw`\gamma`, raw`\gamma`, 'weight of the hinges'), count],
    remark: 'The slide calls the last line equivalent “up to an overall multiplicative constant”.',
  },
];

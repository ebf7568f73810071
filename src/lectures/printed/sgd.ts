import { pair, type PrintedForm } from '../printedForm.ts';
import { ERLANGEN, MEMPHIS, OPTIMIZERS_LECTURE } from '../symbols.ts';

// Gradient descent, as the lectures print it.

const raw = String.raw;
const asIs = { hyperparameters: {} };

export const sgd: readonly PrintedForm[] = [
  {
    lecture: 'Memphis',
    at: '“Stochastic Gradient Descent”',
    lines: [raw`\theta_t = \theta_{t-1} - \alpha \nabla_{\theta_{t-1}} f(\theta_{t-1})`],
    symbols: [MEMPHIS.point, MEMPHIS.rate, pair(raw`\nabla_{\theta_{t-1}} f(\theta_{t-1})`, 'g', 'gradient')],
    follow: asIs,
  },
  {
    lecture: 'Memphis',
    at: '“DNN optimization methods”',
    title: 'the program',
    lines: [],
    code: `# Vanilla Gradient Descent
while True:
    weights_grad = evaluate_gradient(loss_fun, data, weights)
    weights += - step_size * weights_grad # perform parameter update`,
    symbols: [
      pair(raw`\texttt{weights}`, raw`\theta`, 'the point'),
      pair(raw`\texttt{weights\_grad}`, 'g', 'gradient'),
      pair(raw`\texttt{step\_size}`, raw`\eta`, 'learning rate'),
    ],
    follow: asIs,
  },
  {
    lecture: 'Erlangen',
    at: 'part 3, “Gradient Descent revisited”',
    lines: [raw`\mathbf w^{(k+1)} = \mathbf w^{(k)} - \eta \nabla L(\mathbf w^{(k)}, \mathbf x, \mathbf y)`],
    symbols: [
      ERLANGEN.point,
      ERLANGEN.count,
      pair(raw`\nabla L(\mathbf w^{(k)}, \mathbf x, \mathbf y)`, 'g', 'gradient'),
    ],
    follow: asIs,
    remark:
      'Where the loss has a kink, the slides “Subgradients” of part 2 put a subgradient in the gradient’s place; so does the product.',
  },
  {
    lecture: 'Erlangen',
    at: 'part 3, “Rethinking Gradient Descent”',
    title: 'mini-batch',
    lines: [
      [
        'Use B ≪ M random samples:',
        raw`\mathbf g^{(k)} := \nabla L(\mathbf w^{(k)}) = \frac1B \nabla \sum_{b=1}^B L(\mathbf w^{(k)}, \mathbf x_b)`,
      ],
    ],
    symbols: [
      ERLANGEN.point,
      pair(raw`\mathbf g^{(k)}`, 'g', 'gradient'),
      pair('B', 'B', 'batch size, a setting of the scene’s noise'),
    ],
    follow: asIs,
  },
  {
    lecture: 'Optimizers',
    at: '“Basic Gradient Descent Algorithms”, Algorithm 1',
    title: 'batch',
    lines: [
      [
        'Compute gradient estimate over N examples:',
        raw`\hat{\mathbf g} \leftarrow +\frac1N \nabla_\theta \sum_i L(f(\mathbf x^{(i)}; \theta), \mathbf y^{(i)})`,
      ],
      ['Apply Update:', raw`\theta \leftarrow \theta - \epsilon \hat{\mathbf g}`],
    ],
    symbols: [OPTIMIZERS_LECTURE.rate, pair(raw`\hat{\mathbf g}`, 'g', 'gradient')],
    follow: asIs,
  },
  {
    lecture: 'Optimizers',
    at: '“Basic Gradient Descent Algorithms”, Algorithm 8.1',
    title: 'stochastic',
    lines: [
      [
        'Sample a minibatch of m examples. Compute gradient estimate:',
        raw`\hat{\mathbf g} \leftarrow \frac1m \nabla_\theta \sum_i L(f(\mathbf x^{(i)}; \theta), \mathbf y^{(i)})`,
      ],
      ['Apply update:', raw`\theta \leftarrow \theta - \epsilon_k \hat{\mathbf g}`],
      raw`k \leftarrow k + 1`,
    ],
    symbols: [
      pair(raw`\epsilon_k`, raw`\eta_t`, 'learning rate of this step, by the schedule'),
      pair(raw`\hat{\mathbf g}`, 'g', 'gradient'),
      pair('m', 'B', 'batch size'),
      pair('k', 't', 'number of the step'),
    ],
    follow: asIs,
  },
  {
    lecture: 'Westlake',
    at: '“Background”, eq. (4)',
    lines: [raw`\mathbf x^{(t+1)} = \mathbf x^{(t)} - \eta \nabla F(\mathbf x^{(t)}, \xi_i)`],
    symbols: [
      pair(raw`\mathbf x^{(t)}`, raw`\theta`, 'the point before the step'),
      pair(raw`\nabla F(\mathbf x^{(t)}, \xi_i)`, 'g', 'gradient of the sample drawn'),
    ],
    follow: asIs,
  },
  {
    lecture: 'Westlake',
    at: '“Background”, using mini-batching',
    title: 'mini-batch',
    lines: [
      raw`\mathbf x^{(t+1)} = \mathbf x^{(t)} - \frac1B \sum_{i \in \mathcal B} \eta \nabla f_i(\mathbf x)`,
    ],
    symbols: [
      pair(raw`\mathbf x^{(t)}`, raw`\theta`, 'the point before the step'),
      pair(raw`\tfrac1B \textstyle\sum_{i \in \mathcal B} \nabla f_i(\mathbf x)`, 'g', 'gradient'),
    ],
    follow: asIs,
  },
];

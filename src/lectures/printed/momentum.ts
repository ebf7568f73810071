import { pair, type PrintedForm } from '../printedForm.ts';
import { ERLANGEN, MEMPHIS, OPTIMIZERS_LECTURE, WESTLAKE } from '../symbols.ts';

// Momentum and Nesterov's, as the lectures print them.

const raw = String.raw;

export const momentum: readonly PrintedForm[] = [
  {
    lecture: 'Memphis',
    at: '“SGD with Momentum”',
    lines: [raw`v_t = \mu v_{t-1} - \alpha \nabla f(\theta_{t-1})`, raw`\theta_t = \theta_{t-1} + v_t`],
    symbols: [
      MEMPHIS.point,
      MEMPHIS.rate,
      MEMPHIS.gradient,
      pair('v_t', 'v', 'velocity'),
      pair(raw`\mu`, raw`\mu`, 'momentum'),
    ],
    follow: { hyperparameters: { form: 'velocity' } },
  },
  {
    lecture: 'Erlangen',
    at: 'part 3, “Momentum”',
    lines: [
      raw`\mathbf v^{(k)} = \underbrace{\mu}_{\text{momentum}} \mathbf v^{(k-1)} - \eta \nabla L(\mathbf w^{(k)})`,
      raw`\mathbf w^{(k+1)} = \mathbf w^{(k)} + \mathbf v^{(k)}`,
    ],
    symbols: [
      ERLANGEN.point,
      ERLANGEN.count,
      pair(raw`\nabla L(\mathbf w^{(k)})`, 'g', 'gradient'),
      pair(raw`\mathbf v^{(k)}`, 'v', 'velocity'),
    ],
    follow: { hyperparameters: { form: 'velocity' } },
  },
  {
    lecture: 'Optimizers',
    at: '“Basic Gradient Descent Algorithms”, Algorithm 8.2',
    lines: [
      [
        'Compute gradient estimate:',
        raw`\mathbf g \leftarrow \frac1m \nabla_{\boldsymbol\theta} \sum_i L(f(\mathbf x^{(i)}; \boldsymbol\theta), \mathbf y^{(i)})`,
      ],
      ['Compute velocity update:', raw`\boldsymbol v \leftarrow \alpha \boldsymbol v - \epsilon \mathbf g`],
      ['Apply update:', raw`\boldsymbol\theta \leftarrow \boldsymbol\theta + \boldsymbol v`],
    ],
    symbols: [
      OPTIMIZERS_LECTURE.rate,
      OPTIMIZERS_LECTURE.gradient,
      pair(raw`\boldsymbol v`, 'v', 'velocity'),
      pair(raw`\alpha`, raw`\mu`, 'momentum'),
    ],
    follow: { hyperparameters: { form: 'velocity' } },
  },
  {
    lecture: 'Westlake',
    at: '“Momentum method”',
    title: 'accumulated',
    lines: [
      raw`\mathbf m_t = \beta \mathbf m_{t-1} + \nabla F(\mathbf x_t, \boldsymbol\xi_t), \quad \mathbf x_{t+1} = \mathbf x_t - \eta \mathbf m_t`,
    ],
    symbols: [
      WESTLAKE.point,
      WESTLAKE.gradient,
      pair(raw`\mathbf m_t`, 'm', 'accumulated gradient'),
      pair(raw`\beta`, raw`\mu`, 'momentum'),
    ],
    follow: { hyperparameters: { form: 'accumulated' } },
    remark: 'The path is that of the velocity form as long as η stays the same.',
  },
  {
    lecture: 'Westlake',
    at: '“Weight decay in SGD and Adam: why AdamW matters”, the second eqs. (10) and (11)',
    title: 'averaged',
    lines: [
      raw`\mathbf m_{t+1} = \beta \mathbf m_t + (1 - \beta) \big( \underbrace{\nabla F(\mathbf x_t, \boldsymbol\xi_t) + \lambda \mathbf x_t}_{\text{gradient of loss with } L_2 \text{ penalty}} \big)`,
      raw`\mathbf x_{t+1} = \mathbf x_t - \mathbf m_t - \underbrace{2\eta\lambda\mathbf x_t}_{\text{weight decay}}`,
    ],
    symbols: [
      WESTLAKE.point,
      WESTLAKE.gradient,
      pair(raw`\mathbf m_{t+1}`, 'm', 'averaged gradient'),
      pair(raw`\beta`, raw`\mu`, 'momentum'),
      pair(raw`\lambda`, raw`\lambda \text{ or } \tfrac12\lambda`, 'of the modifier Weight decay'),
    ],
    follow: { hyperparameters: { form: 'averaged' } },
    remark:
      'In (11) m stands without η and with the index t; the run subtracts ηm of the same step. Both terms with λ belong to the modifier Weight decay: the first is its L2 mode, the second its decoupled mode.',
  },
];

export const nesterov: readonly PrintedForm[] = [
  {
    lecture: 'Memphis',
    at: '“Nesterov’s Accelerated Gradient (NAG)”',
    lines: [
      raw`v_t = \gamma v_{t-1} + \eta \nabla_\theta J(\theta - \gamma v_{t-1})`,
      raw`\theta = \theta - v_t`,
    ],
    symbols: [
      pair('v_t', '-v', 'velocity, with the opposite sign'),
      pair(raw`\gamma`, raw`\mu`, 'momentum'),
      pair('J', 'f', 'loss'),
      pair(raw`\theta - \gamma v_{t-1}`, raw`\tilde\theta`, 'the point looked at'),
    ],
    follow: { hyperparameters: { form: 'lookahead' } },
  },
  {
    lecture: 'Erlangen',
    at: 'part 3, “Nesterov Accelerated Gradient (NAG) / Nesterov Momentum”',
    title: 'look ahead',
    lines: [
      raw`\mathbf v^{(k)} = \mu \mathbf v^{(k-1)} - \eta \nabla L(\underbrace{\mathbf w^{(k)} + \mu \mathbf v^{(k-1)}}_{\text{approx. of next parameters}})`,
      raw`\mathbf w^{(k+1)} = \mathbf w^{(k)} + \mathbf v^{(k)}`,
    ],
    symbols: [
      ERLANGEN.point,
      ERLANGEN.count,
      pair(raw`\mathbf v^{(k)}`, 'v', 'velocity'),
      pair(raw`\mathbf w^{(k)} + \mu \mathbf v^{(k-1)}`, raw`\tilde\theta`, 'the point looked at'),
    ],
    follow: { hyperparameters: { form: 'lookahead' } },
  },
  {
    lecture: 'Erlangen',
    at: 'part 3, “Nesterov Accelerated Gradient (NAG) / Nesterov Momentum”, rewritten',
    title: 'rewritten',
    lines: [
      raw`\mathbf v^{(k)} = \mu \mathbf v^{(k-1)} - \eta \nabla L(\mathbf w^{(k)})`,
      raw`\mathbf w^{(k+1)} = \mathbf w^{(k)} - \mu \mathbf v^{(k-1)} + (1 + \mu) \mathbf v^{(k)}`,
    ],
    symbols: [
      ERLANGEN.point,
      ERLANGEN.count,
      pair(raw`\mathbf v^{(k)}`, 'v', 'velocity'),
      pair(raw`\mathbf v^{(k-1)}`, 'v_{t-1}', 'velocity before the step'),
    ],
    follow: { hyperparameters: { form: 'rewritten' } },
    remark: 'Its path is that of the points at which the other form looks.',
  },
  {
    lecture: 'Optimizers',
    at: '“Basic Gradient Descent Algorithms”, Algorithm 8.3',
    lines: [
      [
        'Apply interim update:',
        raw`\tilde{\boldsymbol\theta} \leftarrow \boldsymbol\theta + \alpha \boldsymbol v`,
      ],
      [
        'Compute gradient (at interim point):',
        raw`\mathbf g \leftarrow \frac1m \nabla_{\tilde{\boldsymbol\theta}} \sum_i L(f(\mathbf x^{(i)}; \tilde{\boldsymbol\theta}), \mathbf y^{(i)})`,
      ],
      ['Compute velocity update:', raw`\boldsymbol v \leftarrow \alpha \boldsymbol v - \epsilon \mathbf g`],
      ['Apply update:', raw`\boldsymbol\theta \leftarrow \boldsymbol\theta + \boldsymbol v`],
    ],
    symbols: [
      OPTIMIZERS_LECTURE.rate,
      OPTIMIZERS_LECTURE.gradient,
      pair(raw`\tilde{\boldsymbol\theta}`, raw`\tilde\theta`, 'the point looked at'),
      pair(raw`\boldsymbol v`, 'v', 'velocity'),
      pair(raw`\alpha`, raw`\mu`, 'momentum'),
    ],
    follow: { hyperparameters: { form: 'lookahead' } },
  },
];

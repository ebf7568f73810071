import { pair, type PrintedForm } from '../printedForm.ts';
import { ERLANGEN } from '../symbols.ts';

// Newton’s method, what stands in for it, and the line search, as the lectures print or name them.

const raw = String.raw;
const asIs = { hyperparameters: {} };
const MAGIC = 'part 3, “Can’t we get rid of this magic η?”';
/** None of the lectures shortens Newton’s step. */
const fullStep = { hyperparameters: { learningRate: 1 } };
const hessian = 'Hessian';

export const newton: readonly PrintedForm[] = [
  {
    lecture: 'Memphis',
    at: '“Mathematical Foundation” of Sophia, Newton step',
    lines: [raw`\Delta = -H^{-1} g`],
    symbols: [
      pair(raw`\Delta`, raw`\Delta\theta`, 'what the step adds'),
      pair('H', 'H', hessian),
      pair('g', 'g', 'gradient'),
    ],
    follow: fullStep,
  },
  {
    lecture: 'Erlangen',
    at: `${MAGIC}, by second order methods`,
    lines: [
      raw`\mathbf w^{k+1} = \mathbf w^{(k)} - H\left(L(\mathbf w^{(k)})\right)^{-1} \nabla L(\mathbf w^{(k)})`,
    ],
    symbols: [
      ERLANGEN.point,
      ERLANGEN.count,
      pair(raw`H(L(\mathbf w^{(k)}))`, 'H', hessian),
      pair(raw`\nabla L(\mathbf w^{(k)})`, 'g', 'gradient'),
    ],
    follow: fullStep,
  },
  {
    lecture: 'Westlake',
    at: '“Improvement directions: leveraging the curvature information”, eq. (9)',
    lines: [
      raw`\mathbf x^* \leftarrow \mathbf x_0 - (\nabla_{\mathbf x}^2 f(\mathbf x_0))^{-1} \nabla_{\mathbf x} f(\mathbf x_0)`,
    ],
    symbols: [
      pair(raw`\mathbf x_0`, raw`\theta`, 'the point before the step'),
      pair(raw`\nabla_{\mathbf x}^2 f(\mathbf x_0)`, 'H', hessian),
      pair(raw`\nabla_{\mathbf x} f(\mathbf x_0)`, 'g', 'gradient'),
    ],
    follow: fullStep,
  },
  {
    lecture: 'Westlake',
    at: '“Second-Order Optimization Methods”',
    title: 'as a step',
    lines: [raw`\mathbf x_{t+1} = \mathbf x_t - \mathbf H_t^{-1} \nabla_{\mathbf x} F(\mathbf x_t)`],
    symbols: [
      pair(raw`\mathbf x_t`, raw`\theta`, 'the point before the step'),
      pair(raw`\mathbf H_t`, 'H', hessian),
      pair(raw`\nabla_{\mathbf x} F(\mathbf x_t)`, 'g', 'gradient'),
    ],
    follow: fullStep,
  },
];

export const sophia: readonly PrintedForm[] = [
  {
    lecture: 'Memphis',
    at: '“Sophia Update Rule”',
    lines: [
      ['Hessian estimate', raw`h_t = \beta h_{t-1} + (1 - \beta) g_t^2`],
      ['Parameter update', raw`\theta_{t+1} = \theta_t - \eta \cdot \frac{m_t}{\max(h_t, \epsilon)}`],
    ],
    symbols: [
      pair(raw`\theta_t`, raw`\theta`, 'the point before the step'),
      pair('g_t', 'g', 'gradient'),
      pair('h_t', 'h', 'running estimate of Hessian diagonal'),
      pair('m_t', 'm', 'momentum, here the average with β₁'),
      pair(raw`\beta`, raw`\beta_2`, 'decay of h'),
      pair(raw`\epsilon`, raw`\epsilon`, 'stabilizer'),
    ],
    follow: { hyperparameters: { curvature: 'gradient-squared-lecture', weightDecay: 0 } },
    remark: 'The slide calls m “momentum” and prints no formula for it; the run takes the paper’s average.',
  },
];

const quasiNewton = {
  lines: [
    raw`d = -H_k\, g, \quad H_k \text{ from the last pairs } s,\ y = \nabla f(\theta + s) - g`,
    raw`\theta \leftarrow \theta + \alpha\, d, \quad \alpha \text{ by the weak Wolfe conditions}`,
  ],
  from: 'Nocedal, Wright, Numerical Optimization, 2nd ed., Algorithms 7.4 and 7.5',
};

export const lbfgs: readonly PrintedForm[] = [
  {
    lecture: 'Erlangen',
    at: `${MAGIC}, by second order methods`,
    lines: [],
    quote: 'L-BFGS doesn’t perform well outside of batch settings',
    usual: quasiNewton,
    symbols: [],
    follow: asIs,
  },
  {
    lecture: 'Westlake',
    at: '“Second-Order Optimization Methods”',
    lines: [],
    quote: 'Quasi-Newton methods (e.g., L-BFGS which approximates Hₜ⁻¹)',
    usual: quasiNewton,
    symbols: [],
    follow: asIs,
  },
];

export const lineSearch: readonly PrintedForm[] = [
  {
    lecture: 'Erlangen',
    at: `${MAGIC}, by performing line search`,
    lines: [],
    quote: 'Multiple evaluations necessary, while we could take multiple steps',
    usual: {
      lines: [
        raw`\alpha = \text{the first of } \eta, \eta c, \eta c^2, \dots \text{ with } f(\theta - \alpha g) \le f(\theta) - 10^{-4} \alpha \lVert g \rVert^2`,
        raw`\theta \leftarrow \theta - \alpha\, g`,
      ],
      from: 'Nocedal, Wright, Numerical Optimization, 2nd ed., Algorithm 3.1',
    },
    symbols: [],
    follow: asIs,
  },
];

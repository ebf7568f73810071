import { pair, type PrintedForm } from '../printedForm.ts';
import { ALGORITHM_2, ALGORITHM_2_SYMBOLS } from './memphisAlgorithm2.ts';

// Weight decay, SAM, Lookahead and the hybrid of two optimizers, as the lectures print them.

const raw = String.raw;
const DISCREPANCY = '“Weight decay in SGD and Adam: why AdamW matters”';
const l2 = { hyperparameters: { mode: 'l2' } };
const decoupled = { hyperparameters: { mode: 'decoupled' } };
const westlakePoint = pair(raw`\mathbf x`, raw`\theta`, 'the point before the step');

export const weightDecay: readonly PrintedForm[] = [
  {
    lecture: 'Memphis',
    at: '“Why AdamW matters”, Algorithm 2, line 6',
    title: 'L2, line 6',
    lines: ALGORITHM_2,
    symbols: ALGORITHM_2_SYMBOLS,
    follow: l2,
  },
  {
    lecture: 'Memphis',
    at: '“Why AdamW matters”, Algorithm 2, line 12',
    title: 'decoupled, line 12',
    lines: ALGORITHM_2,
    symbols: ALGORITHM_2_SYMBOLS,
    follow: decoupled,
  },
  {
    lecture: 'Westlake',
    at: `${DISCREPANCY}, the first eqs. (10) and (11)`,
    title: 'L2, for SGD',
    lines: [
      raw`\tilde f(\mathbf x) = f(\mathbf x) + \lambda \lVert \mathbf x \rVert_2^2`,
      raw`\underbrace{\mathbf x - \eta \nabla_{\mathbf x} \left( f(\mathbf x) + \lambda \lVert \mathbf x \rVert_2^2 \right)}_{\text{SGD on } L_2\text{-norm penalty}} \xleftrightarrow{\nabla_{\mathbf x} \lVert \mathbf x \rVert_2^2 = 2\mathbf x} \underbrace{(1 - 2\eta\lambda)\mathbf x - \eta \nabla_{\mathbf x} f(\mathbf x)}_{\text{weight decay}}`,
    ],
    symbols: [
      westlakePoint,
      pair(raw`2\lambda`, raw`\lambda`, 'weight decay: the product’s penalty is ½λ‖θ‖²'),
    ],
    follow: l2,
  },
  {
    lecture: 'Westlake',
    at: `${DISCREPANCY}, the second eqs. (10) and (11)`,
    title: 'decoupled, with momentum',
    lines: [
      raw`\mathbf m_{t+1} = \beta \mathbf m_t + (1 - \beta) \big( \underbrace{\nabla F(\mathbf x_t, \boldsymbol\xi_t) + \lambda \mathbf x_t}_{\text{gradient of loss with } L_2 \text{ penalty}} \big)`,
      raw`\mathbf x_{t+1} = \mathbf x_t - \mathbf m_t - \underbrace{2\eta\lambda\mathbf x_t}_{\text{weight decay}}`,
    ],
    symbols: [
      pair(raw`\mathbf x_t`, raw`\theta`, 'the point before the step'),
      pair(raw`2\lambda \text{ in (11)}`, raw`\lambda`, 'weight decay'),
    ],
    follow: decoupled,
    remark: 'In this mode a run has the decay of (11) and not the penalty of (10).',
  },
];

export const sam: readonly PrintedForm[] = [
  {
    lecture: 'Westlake',
    at: '“Sharpness-Aware Minimization (SAM)”, eqs. (17), (18) and (20)',
    lines: [
      raw`\boldsymbol\theta^* := \arg\min_{\boldsymbol\theta} \mathcal L_{\mathcal D}(\boldsymbol\theta) = \arg\min_{\boldsymbol\theta} \max_{\lVert \boldsymbol\epsilon \rVert_2 \le \rho} \mathcal L_{\mathcal S}(\boldsymbol\theta + \boldsymbol\epsilon)`,
      raw`\hat{\boldsymbol\epsilon} = \arg\max_{\lVert \boldsymbol\epsilon \rVert_p \le \rho} \boldsymbol\epsilon^\top \nabla_{\boldsymbol\theta} \mathcal L_{\mathcal S}(\boldsymbol\theta) = \rho \cdot \operatorname{sign}(\nabla_{\boldsymbol\theta} \mathcal L_{\mathcal S}(\boldsymbol\theta)) \frac{\lvert \nabla_{\boldsymbol\theta} \mathcal L_{\mathcal S}(\boldsymbol\theta) \rvert^{q-1}}{\left( \lVert \nabla_{\boldsymbol\theta} \mathcal L_{\mathcal S}(\boldsymbol\theta) \rVert_q^q \right)^{1/p}}`,
      raw`\nabla_{\boldsymbol\theta} \mathcal L_{\mathcal S}^{\text{SAM}}(\boldsymbol\theta) \approx \nabla_{\boldsymbol\theta} \mathcal L_{\mathcal S}(\boldsymbol\theta)|_{\boldsymbol\theta + \hat{\boldsymbol\epsilon}}`,
    ],
    quote: 'Set p = 2-norm and neighborhood-size ρ = 0.05 as a default setup.',
    symbols: [
      pair(
        raw`\nabla_{\boldsymbol\theta} \mathcal L_{\mathcal S}(\boldsymbol\theta)`,
        's',
        'gradient before the climb',
      ),
      pair(raw`\hat{\boldsymbol\epsilon}`, raw`\hat\epsilon`, 'the climb'),
      pair(
        raw`\nabla_{\boldsymbol\theta} \mathcal L_{\mathcal S}^{\text{SAM}}(\boldsymbol\theta)`,
        'g',
        'gradient that the optimizer sees',
      ),
      pair('q', 'q', 'dual exponent, 1/p + 1/q = 1'),
    ],
    follow: { hyperparameters: {} },
  },
];

export const lookahead: readonly PrintedForm[] = [
  {
    lecture: 'Westlake',
    at: '“Lookahead Optimizer: k steps forward, 1 step back”, Algorithm 2',
    lines: [
      raw`\mathbf v_0^{(t)} = \theta_{t-1}`,
      [
        'for τ = 1, 2, …, k do:',
        raw`\mathbf v_\tau^{(t)} = \mathcal A(F_{\mathcal S}(\theta), \mathbf v_{\tau-1}^{(t)}, \eta_{\tau-1}^{(t)}, \mathcal S) = \mathbf v_{\tau-1}^{(t)} - \eta_{\tau-1}^{(t)} \mathbf g_{\tau-1}^{(t)}`,
      ],
      ['end', raw`\theta_t = (1 - \alpha) \theta_{t-1} + \alpha \mathbf v_k^{(t)}`],
    ],
    symbols: [
      pair(raw`\theta_t`, raw`\phi`, 'the slow weights'),
      pair(raw`\mathbf v_\tau^{(t)}`, raw`\theta`, 'the fast weights: the point of the run'),
      pair(raw`\mathcal A`, raw`\Delta\theta`, 'the optimizer that is wrapped'),
    ],
    follow: { hyperparameters: {} },
  },
];

/** Two optimizers for two groups of parameters. No run of one surface has groups. */
export const hybrid: readonly PrintedForm[] = [
  {
    lecture: 'Memphis',
    at: '“Sophia vs Muon (Comparison)”',
    lines: [],
    quote: 'Sophia + Muon hybrid: Sophia for encoder weights, Muon for fusion & attention layers',
    symbols: [],
    follow: { hyperparameters: {} },
  },
];

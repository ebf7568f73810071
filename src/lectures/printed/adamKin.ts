import { pair, type PrintedForm } from '../printedForm.ts';
import { ALGORITHM_2, ALGORITHM_2_SYMBOLS } from './memphisAlgorithm2.ts';

// What came after Adam, as the lectures print or name it.

const raw = String.raw;
const asIs = { hyperparameters: {} };

/** What AdamW's kin share with Adam, in the product's notation. */
const AVERAGES = [
  raw`m \leftarrow \beta_1 m + (1 - \beta_1)\, g`,
  raw`v \leftarrow \beta_2 v + (1 - \beta_2)\, g \odot g`,
] as const;
const CORRECTED = raw`\hat m \leftarrow m / (1 - \beta_1^t), \quad \hat v \leftarrow v / (1 - \beta_2^t)`;
const OTHERS = '“Other recent optimizers”';

export const adamw: readonly PrintedForm[] = [
  {
    lecture: 'Memphis',
    at: '“Why AdamW matters”, Algorithm 2, line 12',
    lines: ALGORITHM_2,
    symbols: ALGORITHM_2_SYMBOLS,
    follow: asIs,
    remark:
      'AdamW has the w of line 12 and not that of line 6. No α stands before it, so the run decays as line 12 with w = ηλ.',
  },
  {
    lecture: 'Westlake',
    at: '“Weight decay in SGD and Adam: why AdamW matters”, the second eqs. (10) and (11)',
    lines: [
      [
        'Decoupled SGD with momentum (same trick applies to Adam):',
        raw`\mathbf m_{t+1} = \beta \mathbf m_t + (1 - \beta) \big( \underbrace{\nabla F(\mathbf x_t, \boldsymbol\xi_t) + \lambda \mathbf x_t}_{\text{gradient of loss with } L_2 \text{ penalty}} \big)`,
      ],
      raw`\mathbf x_{t+1} = \mathbf x_t - \mathbf m_t - \underbrace{2\eta\lambda\mathbf x_t}_{\text{weight decay}}`,
    ],
    symbols: [
      pair(raw`\mathbf x_t`, raw`\theta`, 'the point before the step'),
      pair(raw`\mathbf m_t`, raw`\hat m / (\sqrt{\hat v} + \epsilon)`, 'what is subtracted, for Adam'),
      pair(raw`2\lambda \text{ in (11)}`, raw`\lambda`, 'weight decay'),
    ],
    follow: asIs,
    remark:
      'The slide prints it for momentum and says that Adam is treated alike. AdamW has the decay of (11) and not the penalty of (10).',
  },
];

export const amsgrad: readonly PrintedForm[] = [
  {
    lecture: 'Memphis',
    at: OTHERS,
    lines: [],
    usual: {
      lines: [
        ...AVERAGES,
        raw`\bar v \leftarrow \max(\bar v, v)`,
        raw`\theta \leftarrow \theta - \eta\, \frac{m}{\sqrt{\bar v} + \epsilon}`,
      ],
      from: 'Reddi, Kale, Kumar, arXiv:1904.09237, Algorithm 2',
    },
    symbols: [],
    follow: { hyperparameters: { biasCorrection: false } },
  },
  {
    lecture: 'Erlangen',
    at: 'part 3, “AMSGrad”',
    lines: [raw`\hat{\mathbf v}^{(k)} = \max(\hat{\mathbf v}^{(k-1)}, \mathbf v^{(k)})`],
    symbols: [
      pair(raw`\mathbf v^{(k)}`, 'v', 'average of squared gradients; r on the slide of Adam'),
      pair(raw`\hat{\mathbf v}^{(k)}`, raw`\bar v`, 'the greatest of them so far'),
      pair('k', 't', 'number of the step'),
    ],
    follow: { hyperparameters: { biasCorrection: false } },
    remark:
      'The slide prints this line alone, in the letters of the paper it cites, [5], which corrects no bias.',
  },
];

export const nadam: readonly PrintedForm[] = [
  {
    lecture: 'Erlangen',
    at: 'part 3, “Adam”',
    lines: [],
    quote: 'Combination w. NAG exists (“Nadam”)',
    usual: {
      lines: [
        ...AVERAGES,
        raw`\mu_t = \beta_1 \left(1 - \tfrac12\, 0.96^{t\psi}\right)`,
        raw`\theta \leftarrow \theta - \eta \left[\frac{(1 - \mu_t)\, g}{1 - \prod_1^t \mu} + \frac{\mu_{t+1}\, m}{1 - \prod_1^{t+1} \mu}\right] \Big/ \left(\sqrt{\hat v} + \epsilon\right)`,
      ],
      from: 'Dozat, “Incorporating Nesterov Momentum into Adam”, 2016',
    },
    symbols: [],
    follow: asIs,
  },
];

export const qhadam: readonly PrintedForm[] = [
  {
    lecture: 'Memphis',
    at: `${OTHERS}, reference 2`,
    lines: [],
    usual: {
      lines: [
        ...AVERAGES,
        CORRECTED,
        raw`\theta \leftarrow \theta - \eta\, \frac{(1 - \nu_1)\, g + \nu_1 \hat m}{\sqrt{(1 - \nu_2)\, g \odot g + \nu_2 \hat v} + \epsilon}`,
      ],
      from: 'Ma, Yarats, arXiv:1810.06801',
    },
    symbols: [],
    follow: asIs,
  },
];

export const aggmo: readonly PrintedForm[] = [
  {
    lecture: 'Memphis',
    at: `${OTHERS}, reference 3`,
    lines: [],
    usual: {
      lines: [
        raw`v_i \leftarrow \beta_i v_i + g`,
        raw`\theta \leftarrow \theta - \frac{\eta}{K} \sum_{i=1}^K v_i`,
      ],
      from: 'Lucas, Sun, Zemel, Grosse, arXiv:1804.00325',
    },
    symbols: [],
    follow: asIs,
  },
];

export const eve: readonly PrintedForm[] = [
  {
    lecture: 'Memphis',
    at: OTHERS,
    lines: [],
    usual: {
      lines: [
        ...AVERAGES,
        raw`d_t = \beta_3 d_{t-1} + (1 - \beta_3)\, \operatorname{clip}\left(\frac{\lvert f_t - f_{t-1} \rvert}{\min(f_t, f_{t-1}) - f^*}, \tfrac1c, c\right), \quad d_1 = 1`,
        CORRECTED,
        raw`\theta \leftarrow \theta - \frac{\eta}{d_t}\, \frac{\hat m}{\sqrt{\hat v} + \epsilon}`,
      ],
      from: 'Hayashi, Koushik, Neubig, arXiv:1611.01505',
    },
    symbols: [],
    follow: asIs,
  },
];

import { pair, type PrintedForm } from '../printedForm.ts';
import { ERLANGEN, MEMPHIS, OPTIMIZERS_LECTURE, PROGRAM, WESTLAKE } from '../symbols.ts';
import { ALGORITHM_2, ALGORITHM_2_SYMBOLS } from './memphisAlgorithm2.ts';

// Adam, as the lectures print it.

const raw = String.raw;
const epsilon = pair(raw`\epsilon`, raw`\epsilon`, 'stabilizer');

export const adam: readonly PrintedForm[] = [
  {
    lecture: 'Memphis',
    at: '“Adam optimizer”',
    lines: [
      raw`m_t = \beta_1 m_{t-1} + (1 - \beta_1) \nabla f(\theta_{t-1})`,
      raw`v_t = \beta_2 v_{t-1} + (1 - \beta_2) (\nabla f(\theta_{t-1}))^2`,
      raw`\theta_t = \theta_{t-1} - \frac{\alpha}{\sqrt{v_t + \epsilon}} \odot m_t`,
    ],
    symbols: [
      MEMPHIS.point,
      MEMPHIS.rate,
      MEMPHIS.gradient,
      pair('m_t', 'm', 'average of gradients'),
      pair('v_t', 'v', 'average of squared gradients'),
      epsilon,
    ],
    follow: { hyperparameters: { epsilonPlacement: 'inside', biasCorrection: false } },
    remark: 'The slide says that Adam “includes bias correction term”; its formula is without it.',
  },
  {
    lecture: 'Memphis',
    at: '“Why AdamW matters”, Algorithm 2, lines 5–12 with w = 0',
    title: 'Algorithm 2',
    lines: ALGORITHM_2,
    symbols: ALGORITHM_2_SYMBOLS,
    follow: { hyperparameters: { epsilonPlacement: 'outside', biasCorrection: true } },
    remark:
      'With w = 0 this is Adam. The decay is that of AdamW, or of the modifier Weight decay; both lines with w together decay twice.',
  },
  {
    lecture: 'Erlangen',
    at: 'part 3, “Adam”',
    lines: [
      raw`\mathbf g^{(k)} = \nabla L(\mathbf w^{(k)})`,
      raw`\mathbf v^{(k)} = \mu \mathbf v^{(k-1)} + (1 - \mu) \mathbf g^{(k)}`,
      raw`\mathbf r^{(k)} = \rho \mathbf r^{(k-1)} + (1 - \rho) \mathbf g^{(k)} \odot \mathbf g^{(k)}`,
      [
        'Bias correction:',
        raw`\hat{\mathbf v}^{(k)} = \frac{\mathbf v^{(k)}}{1 - \mu^k} \quad \hat{\mathbf r}^{(k)} = \frac{\mathbf r^{(k)}}{1 - \rho^k}`,
      ],
      raw`\mathbf w^{(k+1)} = \mathbf w^{(k)} - \eta \frac{\hat{\mathbf v}^{(k)}}{\sqrt{\hat{\mathbf r}^{(k)} + \epsilon}}`,
    ],
    symbols: [
      ERLANGEN.point,
      ERLANGEN.count,
      ERLANGEN.gradient,
      pair(raw`\mathbf v^{(k)}`, 'm', 'average of gradients'),
      pair(raw`\mathbf r^{(k)}`, 'v', 'average of squared gradients'),
      pair(raw`\mu`, raw`\beta_1`, 'decay of the average of gradients'),
      pair(raw`\rho`, raw`\beta_2`, 'decay of the average of squares'),
      epsilon,
    ],
    follow: { hyperparameters: { epsilonPlacement: 'inside', biasCorrection: true } },
  },
  {
    lecture: 'Optimizers',
    at: '“Algorithms with Adaptive Learning Rates”, Algorithm 8.7',
    lines: [
      [
        'Compute gradient:',
        raw`\mathbf g \leftarrow \frac1m \nabla_\theta \sum_i L(f(x^{(i)}; \theta), y^{(i)})`,
      ],
      raw`t \leftarrow t + 1`,
      ['Update biased first moment estimate:', raw`s \leftarrow \rho_1 s + (1 - \rho_1) \mathbf g`],
      [
        'Update biased second moment estimate:',
        raw`r \leftarrow \rho_2 r + (1 - \rho_2) \mathbf g \odot \mathbf g`,
      ],
      ['Correct bias in first moment:', raw`\hat s \leftarrow \frac{s}{1 - \rho_1^t}`],
      ['Correct bias in second moment:', raw`\hat r \leftarrow \frac{r}{1 - \rho_2^t}`],
      [
        'Compute update (operations applied element-wise):',
        raw`\Delta\theta = -\epsilon \frac{\hat s}{\sqrt{\hat r} + \delta}`,
      ],
      ['Apply update:', raw`\theta \leftarrow \theta + \Delta\theta`],
    ],
    symbols: [
      OPTIMIZERS_LECTURE.rate,
      OPTIMIZERS_LECTURE.stabilizer,
      OPTIMIZERS_LECTURE.gradient,
      pair('s', 'm', 'average of gradients'),
      pair('r', 'v', 'average of squared gradients'),
      pair(raw`\rho_1, \rho_2`, raw`\beta_1, \beta_2`, 'decays of the averages'),
    ],
    follow: { hyperparameters: { epsilonPlacement: 'outside', biasCorrection: true } },
  },
  {
    lecture: 'Optimizers',
    at: '“Algorithms with Adaptive Learning Rates”, Adam (2015), code snippet',
    title: 'the program',
    lines: [],
    code: `m = beta1*m + (1-beta1)*dx
v = beta2*v + (1-beta2)*(dx**2)
x += - learning_rate * m / (np.sqrt(v) + eps)`,
    symbols: [
      PROGRAM.point,
      PROGRAM.gradient,
      pair(raw`\texttt{m}, \texttt{v}`, 'm, v', 'averages of gradients and of their squares'),
      PROGRAM.rate,
      PROGRAM.stabilizer,
    ],
    follow: { hyperparameters: { epsilonPlacement: 'outside', biasCorrection: false } },
    remark: 'Algorithm 8.7 of the same lecture corrects the bias.',
  },
  {
    lecture: 'Westlake',
    at: '“Adam: combining momentum and RMSProp”',
    lines: [
      raw`\mathbf m_t = \beta_1 \mathbf m_{t-1} + (1 - \beta_1) \nabla F(\mathbf x_t, \boldsymbol\xi_t)`,
      raw`\mathbf v_t = \beta_2 \mathbf v_{t-1} + (1 - \beta_2) (\nabla F(\mathbf x_t, \boldsymbol\xi_t))^2`,
      raw`\mathbf x_{t+1} = \mathbf x_t - \eta \frac{\mathbf m_t}{\sqrt{\mathbf v_t + \epsilon}} = \mathbf x_t - \underbrace{\frac{\eta}{\sqrt{\mathbf v_t + \epsilon}}}_{\text{element-wise stepsize}} \mathbf m_t`,
    ],
    symbols: [
      WESTLAKE.point,
      WESTLAKE.gradient,
      pair(raw`\mathbf m_t`, 'm', 'first moment estimate'),
      pair(raw`\mathbf v_t`, 'v', 'second moment estimate'),
      epsilon,
    ],
    follow: { hyperparameters: { epsilonPlacement: 'inside', biasCorrection: false } },
    remark: 'The slide says that it leaves the bias correction out of the expression.',
  },
  {
    lecture: 'Westlake',
    at: '“Muon vs Other Optimizers”, the table',
    title: 'in the table',
    lines: [raw`-\eta \frac{M}{\sqrt V}`],
    symbols: [pair('M', 'm', 'average of gradients'), pair('V', 'v', 'average of squared gradients')],
    follow: { hyperparameters: { biasCorrection: false, epsilon: 0 } },
    remark: 'It is a row of a comparison, without correction and stabilizer.',
  },
];

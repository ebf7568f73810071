import { pair, type PrintedForm } from '../printedForm.ts';
import { ERLANGEN, MEMPHIS, OPTIMIZERS_LECTURE, PROGRAM, WESTLAKE } from '../symbols.ts';

// AdaGrad, RMSProp and Adadelta, as the lectures print them.

const raw = String.raw;
const epsilon = pair(raw`\epsilon`, raw`\epsilon`, 'stabilizer');
const erlangenScale = pair(raw`\mathbf r^{(k)}`, 'r', 'squared gradients so far');
const westlakeScale = pair(raw`\mathbf v_t`, 'r', 'squared gradients so far');
const cache = pair(raw`\texttt{cache}`, 'r', 'squared gradients so far');
const withoutStabilizer = 'There is no ε on the slide; where it divides 0 by 0 the run takes 0.';

export const adagrad: readonly PrintedForm[] = [
  {
    lecture: 'Memphis',
    at: '“Adagrad”',
    lines: [
      raw`g_t = \sum_{\tau=1}^{t-1} (\nabla f(\theta_\tau))^2 = g_{t-1} + (\nabla f(\theta_{t-1}))^2`,
      raw`\theta_t = \theta_{t-1} - \frac{\alpha}{\sqrt{g_t} + \epsilon} \odot \nabla f(\theta_{t-1})`,
    ],
    symbols: [
      MEMPHIS.point,
      MEMPHIS.rate,
      MEMPHIS.gradient,
      pair('g_t', 'r', 'sum of squared gradients, not the gradient'),
      epsilon,
    ],
    follow: { hyperparameters: { epsilonPlacement: 'outside' } },
  },
  {
    lecture: 'Memphis',
    at: '“Adadelta”, what and where to replace (left)',
    title: 'on the slide of Adadelta',
    lines: [raw`\Delta\theta_t = -\frac{\eta}{\sqrt{G_t + \epsilon}} \odot g_t`],
    symbols: [
      pair('G_t', 'r', 'sum of squared gradients'),
      pair('g_t', 'g', 'gradient'),
      pair(raw`\Delta\theta_t`, raw`\Delta\theta`, 'what the step adds'),
      epsilon,
    ],
    follow: { hyperparameters: { epsilonPlacement: 'inside' } },
  },
  {
    lecture: 'Erlangen',
    at: 'part 3, “AdaGrad”',
    lines: [
      raw`\mathbf g^{(k)} = \nabla L(\mathbf w^{(k)})`,
      raw`\mathbf r^{(k)} = \mathbf r^{(k-1)} + \mathbf g^{(k)} \odot \mathbf g^{(k)}`,
      raw`\mathbf w^{(k+1)} = \mathbf w^{(k)} - \frac{\eta}{\sqrt{\mathbf r^{(k)}} + \epsilon} \odot \mathbf g^{(k)}`,
    ],
    symbols: [ERLANGEN.point, ERLANGEN.count, ERLANGEN.gradient, erlangenScale, epsilon],
    follow: { hyperparameters: { epsilonPlacement: 'outside' } },
  },
  {
    lecture: 'Optimizers',
    at: '“Algorithms with Adaptive Learning Rates”, Algorithm 8.4',
    lines: [
      [
        'Compute gradient:',
        raw`\mathbf g \leftarrow \frac1m \nabla_\theta \sum_i L(f(\mathbf x^{(i)}; \theta), \mathbf y^{(i)})`,
      ],
      ['Accumulate squared gradient:', raw`\mathbf r \leftarrow \mathbf r + \mathbf g \odot \mathbf g`],
      [
        'Compute update (division and square root applied element-wise):',
        raw`\Delta\theta \leftarrow -\frac{\epsilon}{\delta + \sqrt r} \odot \mathbf g`,
      ],
      ['Apply update:', raw`\theta \leftarrow \theta + \Delta\theta`],
    ],
    symbols: [
      OPTIMIZERS_LECTURE.rate,
      OPTIMIZERS_LECTURE.stabilizer,
      OPTIMIZERS_LECTURE.gradient,
      pair(raw`\mathbf r`, 'r', 'sum of squared gradients'),
    ],
    follow: { hyperparameters: { epsilonPlacement: 'outside' } },
  },
  {
    lecture: 'Optimizers',
    at: '“Algorithms with Adaptive Learning Rates”, AdaGrad (2011), code snippet',
    title: 'the program',
    lines: [],
    code: `# Assume the gradient dx and parameter vector x
cache += dx**2
x += - learning_rate * dx / (np.sqrt(cache) + eps)`,
    symbols: [PROGRAM.point, PROGRAM.gradient, cache, PROGRAM.rate, PROGRAM.stabilizer],
    follow: { hyperparameters: { epsilonPlacement: 'outside' } },
  },
  {
    lecture: 'Westlake',
    at: '“Methods that manipulate gradient scale: RMSProp, AdaGrad, and their differences”',
    lines: [
      raw`\mathbf v_t = \mathbf v_{t-1} + (\nabla F(\mathbf x_t, \boldsymbol\xi_t))^2`,
      raw`\mathbf x_{t+1} = \mathbf x_t - \eta \frac{\nabla F(\mathbf x_t, \boldsymbol\xi_t)}{\sqrt{\mathbf v_t}}`,
    ],
    symbols: [WESTLAKE.point, WESTLAKE.gradient, westlakeScale],
    follow: { hyperparameters: { epsilon: 0 } },
    remark: withoutStabilizer,
  },
];

export const rmsprop: readonly PrintedForm[] = [
  {
    lecture: 'Memphis',
    at: '“RMSProp”',
    lines: [
      raw`\begin{aligned} g_t &= (1 - \gamma) \sum_{\tau=1}^{t-1} \gamma^{t-1-\tau} (\nabla f(\theta_\tau))^2 \\ &= \gamma g_{t-1} + (1 - \gamma) \nabla(f(\theta_{t-1}))^2 \end{aligned}`,
      raw`\theta_t = \theta_{t-1} - \frac{\alpha}{\sqrt{g_t} + \epsilon} \odot \nabla f(\theta_{t-1})`,
    ],
    symbols: [
      MEMPHIS.point,
      MEMPHIS.rate,
      MEMPHIS.gradient,
      pair('g_t', 'r', 'average of squared gradients, not the gradient'),
      pair(raw`\gamma`, raw`\rho`, 'decay'),
      epsilon,
    ],
    follow: { hyperparameters: { epsilonPlacement: 'outside' } },
    remark:
      'In the second line of g the square is printed at f; as in the line above, it is that of the gradient.',
  },
  {
    lecture: 'Erlangen',
    at: 'part 3, “RMSProp”',
    lines: [
      raw`\mathbf g^{(k)} = \nabla L(\mathbf w^{(k)})`,
      raw`\mathbf r^{(k)} = \rho \mathbf r^{(k-1)} + (1 - \rho) \mathbf g^{(k)} \odot \mathbf g^{(k)}`,
      raw`\mathbf w^{(k+1)} = \mathbf w^{(k)} - \frac{\eta}{\sqrt{\mathbf r^{(k)}} + \epsilon} \odot \mathbf g^{(k)}`,
    ],
    symbols: [ERLANGEN.point, ERLANGEN.count, ERLANGEN.gradient, erlangenScale, epsilon],
    follow: { hyperparameters: { epsilonPlacement: 'outside' } },
  },
  {
    lecture: 'Optimizers',
    at: '“Algorithms with Adaptive Learning Rates”, Algorithm 8.5',
    lines: [
      [
        'Compute gradient:',
        raw`\mathbf g \leftarrow \frac1m \nabla_\theta \sum_i L(f(\mathbf x^{(i)}; \theta), \mathbf y^{(i)})`,
      ],
      [
        'Accumulate squared gradient:',
        raw`\mathbf r \leftarrow \rho \mathbf r + (1 - \rho) \mathbf g \odot \mathbf g`,
      ],
      [
        'Compute parameter update (applied element-wise):',
        raw`\Delta\theta = -\frac{\epsilon}{\sqrt{\delta + \mathbf r}} \odot \mathbf g`,
      ],
      ['Apply update:', raw`\theta \leftarrow \theta + \Delta\theta`],
    ],
    symbols: [
      OPTIMIZERS_LECTURE.rate,
      OPTIMIZERS_LECTURE.stabilizer,
      OPTIMIZERS_LECTURE.gradient,
      pair(raw`\mathbf r`, 'r', 'average of squared gradients'),
      pair(raw`\rho`, raw`\rho`, 'decay'),
    ],
    follow: { hyperparameters: { epsilonPlacement: 'inside' } },
  },
  {
    lecture: 'Optimizers',
    at: '“Algorithms with Adaptive Learning Rates”, RMSProp (2012), code snippet',
    title: 'the program',
    lines: [],
    code: `cache = decay_rate * cache + (1 - decay_rate) * dx**2
x += - learning_rate * dx / (np.sqrt(cache) + eps)`,
    symbols: [
      PROGRAM.point,
      PROGRAM.gradient,
      cache,
      pair(raw`\texttt{decay\_rate}`, raw`\rho`, 'decay'),
      PROGRAM.rate,
      PROGRAM.stabilizer,
    ],
    follow: { hyperparameters: { epsilonPlacement: 'outside' } },
    remark: 'Algorithm 8.5 of the same lecture has the stabilizer inside the root.',
  },
  {
    lecture: 'Westlake',
    at: '“Methods that manipulate gradient scale: RMSProp, AdaGrad, and their differences”',
    lines: [
      raw`\mathbf v_t = \beta \mathbf v_{t-1} + (1 - \beta) (\nabla F(\mathbf x_t, \boldsymbol\xi_t))^2`,
      raw`\mathbf x_{t+1} = \mathbf x_t - \eta \frac{\nabla F(\mathbf x_t, \boldsymbol\xi_t)}{\sqrt{\mathbf v_t}}`,
    ],
    symbols: [WESTLAKE.point, WESTLAKE.gradient, westlakeScale, pair(raw`\beta`, raw`\rho`, 'decay')],
    follow: { hyperparameters: { epsilon: 0 } },
    remark: withoutStabilizer,
  },
];

export const adadelta: readonly PrintedForm[] = [
  {
    lecture: 'Memphis',
    at: '“Adadelta”, what and where to replace (right)',
    lines: [
      raw`E[g^2]_t = \gamma E[g^2]_{t-1} + (1 - \gamma) g_t^2`,
      raw`\Delta\theta_t = -\frac{\eta}{\sqrt{E[g^2]_t + \epsilon}} g_t = -\frac{\eta}{RMS[g]_t} g_t`,
    ],
    symbols: [
      pair('g_t', 'g', 'gradient'),
      pair('E[g^2]_t', 'r', 'average of squared gradients'),
      pair(raw`\gamma`, raw`\rho`, 'decay'),
      pair(raw`\Delta\theta_t`, raw`\Delta\theta`, 'what the step adds'),
      epsilon,
    ],
    follow: {
      optimizer: 'rmsprop',
      hyperparameters: { learningRate: 0.001, epsilonPlacement: 'inside' },
    },
    remark:
      'The slides stop here: this is RMSProp with ε inside the root. A run that follows them is one of RMSProp, with the η = 0.001 that the slide “RMSProp” suggests.',
  },
  {
    lecture: 'Erlangen',
    at: 'part 3, “Adadelta”',
    lines: [
      raw`\mathbf g^{(k)} = \nabla L(\mathbf w^{(k)})`,
      raw`\mathbf r^{(k)} = \rho \mathbf r^{(k-1)} + (1 - \rho) \mathbf g^{(k)} \odot \mathbf g^{(k)}`,
      raw`\Delta_x = -\frac{\sqrt{\mathbf h^{(k-1)}}}{\sqrt{\mathbf r^{(k)}} + \epsilon} \odot \mathbf g^{(k)}`,
      raw`\mathbf h^{(k)} = \rho \mathbf h^{(k-1)} + (1 - \rho) \Delta_x \odot \Delta_x`,
      raw`\mathbf w^{(k+1)} = \mathbf w^{(k)} + \Delta_x`,
    ],
    symbols: [
      ERLANGEN.point,
      ERLANGEN.count,
      ERLANGEN.gradient,
      pair(raw`\mathbf r^{(k)}`, 'r', 'average of squared gradients'),
      pair(raw`\Delta_x`, raw`\Delta`, 'what the step adds, at η = 1'),
      pair(raw`\mathbf h^{(k)}`, 'h', 'average of squared steps'),
      epsilon,
    ],
    follow: { hyperparameters: { form: 'as-printed', learningRate: 1 } },
  },
];

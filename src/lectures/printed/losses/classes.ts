import type { LossForm } from '../../lossForm.ts';
import { pair } from '../../printedForm.ts';

// Losses of several classes, and of distributions, as the lectures print them.

const raw = String.raw;
const logarithm = pair(raw`\log`, raw`\ln`, 'natural logarithm');

export const softmaxCrossEntropy: readonly LossForm[] = [
  {
    lecture: 'Memphis',
    at: '“Softmax Classifier (Multinomial Logistic Regression)”',
    lines: [
      raw`P(Y = k | X = x_i) = \frac{e^{s_k}}{\sum_j e^{s_j}} \quad \text{Softmax Function}`,
      ['Maximize probability of correct class', raw`L_i = -\log P(Y = y_i | X = x_i)`],
      ['Putting it all together:', raw`L_i = -\log\left(\frac{e^{s_{y_i}}}{\sum_j e^{s_j}}\right)`],
    ],
    quote:
      'Q2: At initialization all s will be approximately equal; what is the loss? A: log(C), eg log(10) ≈ 2.3',
    symbols: [pair('s_k', 's_k', 'score of class k'), pair('y_i', 'c', 'the right class'), logarithm],
  },
  {
    lecture: 'Memphis',
    at: '“Types of Cross-Entropy Loss”',
    title: 'with labels',
    lines: [raw`CE = -\sum_i^C t_i \log(f(s)_i)`],
    symbols: [
      pair(raw`f(s)_i`, raw`\frac{e^{s_i}}{\sum_j e^{s_j}}`, 'softmax'),
      pair('t_i', '1', 'label, 1 for the right class and else 0'),
      logarithm,
    ],
  },
  {
    lecture: 'Memphis',
    at: '“Categorical Cross-Entropy Loss”, the two examples',
    title: 'the examples',
    lines: [
      raw`L_{CE} = -\sum_{i=1} T_i \log(S_i)`,
      raw`= -[1 \log_2(0.775) + 0 \log_2(0.126) + 0 \log_2(0.039) + 0 \log_2(0.070)]`,
      raw`= -\log_2(0.775)`,
      raw`= 0.3677`,
      raw`L_{CE} = -1 \log_2(0.936) + 0 + 0 + 0`,
      raw`= 0.095`,
    ],
    symbols: [
      pair('S_i', raw`\frac{e^{s_i}}{\sum_j e^{s_j}}`, 'softmax'),
      pair('T_i', '1', 'label, 1 for the right class and else 0'),
      pair(raw`\log_2`, raw`\ln / \ln 2`, 'logarithm to base 2'),
    ],
    remark: 'The examples take the logarithm to base 2; the natural one gives 0.255 and 0.066.',
  },
  {
    lecture: 'Erlangen',
    at: 'part 1, “Maximum Likelihood Estimation for Classification”',
    lines: [
      raw`p(\mathbf y | \hat{\mathbf y}(\mathbf x, \mathbf w)) = \mathcal C(\mathbf y, \hat{\mathbf y}(\mathbf x, \mathbf w))`,
      raw`L(\mathbf w) = -\sum_{m=1}^M \ln p(\mathbf y_m | \hat{\mathbf y}(\mathbf x_m, \mathbf w)) = -\sum_{m=1}^M \ln \prod_{k=0}^K \hat y_k(\mathbf x_m, \mathbf w)^{y_{k,m}}`,
      raw`= -\sum_{m=1}^M \sum_{k=0}^K \ln(\hat y_{k,m}^{y_{k,m}}) = -\underbrace{\sum_{m=1}^M \sum_{k=0}^K y_{k,m} \ln(\hat y_{k,m})}_{\text{Crossentropy}}`,
      raw`= -\sum_{m=1}^M \ln(\hat{\mathbf y}_k(\mathbf x_m, \mathbf w))|_{y_{k,m}=1}`,
    ],
    quote: 'We convert the scores ŷ to probabilistic vectors using the Softmax function.',
    symbols: [
      pair(raw`\hat y_{k,m}`, raw`\frac{e^{s_k}}{\sum_j e^{s_j}}`, 'softmax'),
      pair(raw`y_{k,m}`, '1', 'label, one-hot'),
      pair('M', 'N', 'number of samples'),
    ],
    remark: 'Classes are counted from 0 to K, so there are K + 1 of them.',
  },
  {
    lecture: 'Optimizers',
    at: '“Review. Backpropagation”, output activation and loss function',
    lines: [
      ['Softmax', raw`\hat y_i = \frac{\exp\{z_i\}}{\sum_{i=1}^k \exp\{z_i\}}`],
      ['Cross-entropy', raw`L(y, \hat y) = -\sum_{i=1}^k y_i \log(\hat y_i)`],
    ],
    symbols: [
      pair('z_i', 's_i', 'score of class i'),
      pair('y_i', '1', 'label, one-hot'),
      pair('k', 'C', 'number of classes'),
      logarithm,
    ],
    remark: 'The sum below the line has an index of its own, though it is called i as well.',
  },
];

export const categoricalLikelihood: readonly LossForm[] = [
  {
    lecture: 'Memphis',
    at: '“Categorical Cross Entropy Loss/Cost function”',
    lines: [
      raw`\mathcal L(\hat p^{(1)}, \hat p^{(2)}, \dots, \hat p^{(m)} \mid (x^{(1)}, y^{(1)}), (x^{(2)}, y^{(2)}), \dots, (x^{(m)}, y^{(m)})) = \prod_{i=1}^m \hat p^{(i)^{y^{(i)}}} (1 - \hat p^{(i)})^{1-y^{(i)}}`,
    ],
    symbols: [
      pair(raw`\hat p^{(i)}`, raw`p_2, \ 1 - p_1`, 'probability of class 1, example i'),
      pair(raw`y^{(i)}`, 'y_2', 'label, 0 or 1'),
    ],
    remark:
      'The slide is headed “Categorical”; what it prints is the likelihood of m examples of two classes.',
  },
  {
    lecture: 'Erlangen',
    at: 'part 1, “Classification”, Multinoulli (Categorical) distribution, and “Example for C”',
    lines: [
      raw`\mathfrak C(\mathbf y|\mathbf p) = \begin{cases} \prod_{k=0}^K p_k^{y_k} & \text{if } y_k \in \{0, 1\} \\ 0 & \text{otherwise} \end{cases}`,
      ['Coin example', raw`\mathfrak C(\mathbf y|\mathbf p) = p_0^0 \cdot p_1^1 = 1 \cdot 0.7 = 0.7`],
    ],
    symbols: [
      pair(raw`\mathbf p`, 'p', 'probabilities of the classes'),
      pair(raw`\mathbf y`, 'y', 'label, one-hot'),
    ],
  },
];

export const klDivergence: readonly LossForm[] = [
  {
    lecture: 'Erlangen',
    at: 'part 1, “Relation to the Kullback Leibler Divergence”',
    lines: [
      raw`\text{KL}(p, q) = \int_{-\infty}^{+\infty} p(x) \ln \frac{p(x)}{q(x)} dx`,
      raw`= \underbrace{\int_{-\infty}^{+\infty} p(x) \ln p(x) dx}_{-\text{Entropy } H(p)} - \underbrace{\int_{-\infty}^{+\infty} p(x) \ln q(x) dx}_{\text{Cross Entropy } H(p, q)}`,
    ],
    symbols: [pair('p', 'p', 'the truth'), pair('q', 'q', 'what is taken for it')],
    remark:
      'The slide has densities, the product distributions over a few classes: sums stand for the integrals. The second brace holds −H(p, q), its minus stands before it: KL = H(p, q) − H(p).',
  },
];

export const entropy: readonly LossForm[] = [
  {
    lecture: 'Memphis',
    at: '“Why cross-entropy loss function?”',
    lines: [
      raw`H(X) = \begin{cases} -\int_x p(x) \log p(x), & \text{if } X \text{ is continuous} \\ -\sum_x p(x) \log p(x), & \text{if } X \text{ is discrete} \end{cases}`,
    ],
    symbols: [pair('p(x)', 'p_k', 'probability of class k'), logarithm],
  },
  {
    lecture: 'Erlangen',
    at: 'part 1, “Relation to the Kullback Leibler Divergence”',
    lines: [raw`\underbrace{\int_{-\infty}^{+\infty} p(x) \ln p(x) dx}_{-\text{Entropy } H(p)}`],
    symbols: [pair('p(x)', 'p_k', 'probability of class k')],
  },
];

export const crossEntropy: readonly LossForm[] = [
  {
    lecture: 'Memphis',
    at: '“Why cross-entropy loss function?”',
    lines: [raw`L_{\text{CE}} = -\sum_{i=1}^n t_i \log(p_i), \text{ for } n \text{ classes,}`],
    quote: 'where t_i is the truth label and p_i is the Softmax probability for the i^{th} class.',
    symbols: [
      pair('t_i', 'p_k', 'probability in truth'),
      pair('p_i', 'q_k', 'probability predicted'),
      logarithm,
    ],
  },
  {
    lecture: 'Erlangen',
    at: 'part 1, “Relation to the Kullback Leibler Divergence”',
    lines: [raw`-\sum_{k=0}^K \ln(\hat y_k^{y_k}) = H(\mathbf y, \hat{\mathbf y})`],
    quote:
      'We know that our ML estimation for a single sample has the form of cross-entropy and therefore is equal to minimizing the KL-divergence.',
    symbols: [
      pair(raw`\mathbf y`, 'p', 'distribution in truth'),
      pair(raw`\hat{\mathbf y}`, 'q', 'distribution predicted'),
    ],
  },
];

import type { LossForm } from '../../lossForm.ts';
import { pair } from '../../printedForm.ts';

// Losses of two classes with a probability or a score, as the lectures print them.

const raw = String.raw;
const probability = pair(raw`\hat p`, 'p', 'probability of class 1');
const logarithm = pair(raw`\log`, raw`\ln`, 'natural logarithm');

export const binaryCrossEntropy: readonly LossForm[] = [
  {
    lecture: 'Memphis',
    at: '“Entropy Loss function”',
    lines: [
      raw`\text{Binary Cross Entropy Loss}(y, \hat p) = -\log(P(y | x))`,
      raw`= -(y \log(\hat p) + (1 - y) \log(1 - \hat p))`,
      raw`= -y \log(\hat p) - (1 - y) \log(1 - \hat p)`,
    ],
    symbols: [probability, logarithm],
  },
  {
    lecture: 'Memphis',
    at: '“Binary Cross Entropy Loss/Cost function”',
    title: 'of m examples',
    lines: [
      raw`\text{Binary Cross-Entropy Cost} = \frac1m \left( -\log \left( \mathcal L(\hat p^{(1)}, \hat p^{(2)}, \dots, \hat p^{(m)}) \right) \right)`,
      raw`= \frac1m \sum_{i=1}^m -y^{(i)} \log(\hat p^{(i)}) - (1 - y^{(i)}) \log(1 - \hat p^{(i)})`,
    ],
    symbols: [pair(raw`\hat p^{(i)}`, 'p_i', 'probability of class 1, example i'), logarithm],
  },
  {
    lecture: 'Memphis',
    at: '“Categorical Cross-Entropy Loss”',
    title: 'of N examples',
    lines: [raw`L = -\frac1N \left[ \sum_{j=1}^N [t_j \log(p_j) + (1 - t_j) \log(1 - p_j)] \right]`],
    symbols: [pair('t_j', 'y_i', 'label, 0 or 1'), pair('p_j', 'p_i', 'probability of class 1'), logarithm],
    remark: 'The slide is headed “Categorical”; what it prints is the binary loss, averaged.',
  },
  {
    lecture: 'Erlangen',
    at: 'part 1, “Maximum Likelihood Estimation for Classification”, negative log likelihood',
    lines: [
      raw`L(\mathbf w) = -\sum_{m=1}^M \ln p(\mathbf y_m | \hat{\mathbf y}(\mathbf x_m, \mathbf w)) = -\underbrace{\sum_{m=1}^M \sum_{k=0}^K y_{k,m} \ln(\hat y_{k,m})}_{\text{Crossentropy}}`,
    ],
    symbols: [
      pair(raw`\hat y_{1,m}`, 'p', 'probability of class 1, with K = 1'),
      pair(raw`y_{1,m}`, 'y', 'label, one-hot'),
    ],
    remark: 'Classes are counted from 0 to K: with K = 1 there are two, and it is the binary loss.',
  },
  {
    lecture: 'Optimizers',
    at: '“Review. Backpropagation”, output activation and loss function',
    lines: [
      ['Sigmoid', raw`\hat y = 1/(1 + \exp(-z))`],
      ['Binary cross-entropy', raw`L(y, \hat y) = -y \log \hat y - (1 - y) \log(1 - \hat y)`],
    ],
    symbols: [pair(raw`\hat y`, 'p', 'probability of class 1'), pair('z', 's', 'score'), logarithm],
  },
];

export const sigmoidCrossEntropy: readonly LossForm[] = [
  {
    lecture: 'Memphis',
    at: '“Binary Cross-Entropy Loss”',
    lines: [
      raw`CE = -t_1 \log(f(s_1)) - (1 - t_1) \log(1 - f(s_1))`,
      raw`L = -\sum_{i=1}^2 t_i \log(p_i)`,
      raw`= -[t_1 \log(p_1) + t_2 \log(p_2)]`,
      raw`= -[t \log(p) + (1 - t) \log(1 - p)]`,
      raw`P = f(s_i) = \frac{1}{1 + e^{-s_i}}`,
    ],
    quote: 'Also called Sigmoid Cross-Entropy loss. It is a Sigmoid activation plus a Cross-Entropy loss.',
    symbols: [
      pair('s_1', 's', 'score'),
      pair('t_1', 'y', 'label, 0 or 1'),
      pair('f', raw`\sigma`, 'sigmoid'),
      logarithm,
    ],
    remark:
      'Computed as it is printed, f(s₁) rounds to 1 at s₁ = 37 and the loss to 0; the product computes ln(1 + e^−s) without that.',
  },
  {
    lecture: 'Memphis',
    at: '“Types of Cross-Entropy Loss”',
    title: 'as a sum of two',
    lines: [raw`CE = -\sum_{i=1}^{C'=2} t_i \log(f(s_i)) = -t_1 \log(f(s_1)) - (1 - t_1) \log(1 - f(s_1))`],
    symbols: [
      pair('s_1', 's', 'score'),
      pair('t_1', 'y', 'label, 0 or 1'),
      pair('f', raw`\sigma`, 'sigmoid'),
      logarithm,
    ],
  },
];

export const focal: readonly LossForm[] = [
  {
    lecture: 'Memphis',
    at: '“Focal Loss”',
    lines: [raw`FL = -\sum_{i=1}^{C=2} (1 - s_i)^\gamma t_i \log(s_i) \quad \gamma \geq 0`],
    quote: 'γ=0, Focal Loss is equivalent to Binary Cross Entropy Loss.',
    symbols: [
      pair('s_i', 'p_t', 'probability of class i, after the sigmoid'),
      pair('t_i', 'y', 'label, 1 for the class that is true'),
      pair(raw`\gamma`, raw`\gamma`, 'focusing'),
      logarithm,
    ],
    remark: 'Elsewhere in the lecture s is a score; under this logarithm it must be a probability.',
  },
];

export const bernoulliLikelihood: readonly LossForm[] = [
  {
    lecture: 'Memphis',
    at: '“Entropy Loss function”',
    lines: [
      raw`P(y | x) = \begin{cases} \hat p & \text{if } y = 1 \\ 1 - \hat p & \text{if } y = 0 \end{cases}`,
      ['We can combine this as follows:', raw`P(y | x) = \hat p^y (1 - \hat p)^{1-y}`],
    ],
    symbols: [probability],
  },
  {
    lecture: 'Erlangen',
    at: 'part 1, “Classification”, Bernoulli distribution',
    lines: [
      raw`\mathfrak B(y|p) = \begin{cases} p^y(1-p)^{1-y} & \text{if } y \in \{0, 1\} \\ 0 & \text{otherwise} \end{cases}`,
    ],
    symbols: [pair('p', 'p', 'probability of class 1'), pair('y', 'y', 'label, 0 or 1')],
  },
];

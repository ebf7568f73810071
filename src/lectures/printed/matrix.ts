import { pair, type PrintedForm } from '../printedForm.ts';

// Muon and sign descent, as the lectures print them.

const raw = String.raw;
const momentumMatrix = pair(raw`\mathbf M_t`, 'M', 'momentum');
const beta = pair(raw`\beta`, raw`\mu`, 'momentum parameter');
const matrixSymbols = [
  pair('W', raw`\theta`, 'the parameters, a matrix'),
  pair('G', 'g', 'gradient'),
  pair(raw`\operatorname{msign}(M)`, 'O', 'matrix sign'),
];
/** Muon without what the lectures leave out. */
const plain = { nesterov: false, scaleByShape: false } as const;

export const signsgd: readonly PrintedForm[] = [
  {
    lecture: 'Westlake',
    at: '“Muon vs Other Optimizers”, the table',
    lines: [raw`-\eta\, \text{sign}(M)`],
    symbols: [pair('M', 'm', 'accumulated gradient; at μ = 0 the gradient')],
    follow: { hyperparameters: {} },
  },
];

export const muon: readonly PrintedForm[] = [
  {
    lecture: 'Memphis',
    at: '“Muon is an optimizer for 2D parameters of neural network hidden layers”, Algorithm 2 and “Pytorch code”',
    title: 'Algorithm 2',
    lines: [
      ['3: Compute gradient', raw`G_t \leftarrow \nabla_\theta \mathcal L_t(\theta_{t-1})`],
      ['4:', raw`B_t \leftarrow \mu B_{t-1} + G_t`],
      ['5:', raw`O_t \leftarrow \text{NewtonSchulz5}(B_t)`],
      ['6: Update parameters', raw`\theta_t \leftarrow \theta_{t-1} - \eta O_t`],
    ],
    code: `def newtonschulz5(G, steps=5, eps=1e-7):
    assert G.ndim == 2
    a, b, c = (3.4445, -4.7750, 2.0315)
    X = G.bfloat16()
    X /= (X.norm() + eps)
    if G.size(0) > G.size(1):
        X = X.T
    for _ in range(steps):
        A = X @ X.T
        B = b * A + c * A @ A
        X = a * X + B @ X
    if G.size(0) > G.size(1):
        X = X.T
    return X`,
    symbols: [
      pair('G_t', 'g', 'gradient'),
      pair('B_t', 'M', 'momentum'),
      pair('O_t', 'O', 'orthogonalized momentum'),
    ],
    follow: {
      hyperparameters: {
        ...plain,
        orthogonalization: 'newton-schulz',
        coefficients: 'jordan',
        newtonSchulzSteps: 5,
        weightDecay: 0,
      },
    },
    remark: 'The program rounds to bfloat16; a run computes with all digits.',
  },
  {
    lecture: 'Memphis',
    at: '“Mathematical Intuition and update rule”',
    title: 'the simplest form',
    lines: [
      ['Step 1: Normalize gradient direction', raw`\hat g = \frac{g}{\lVert g \rVert}`],
      ['Step 2: Apply momentum and geometry correction', raw`\theta_{t+1} = \theta_t - \eta \cdot \hat g`],
    ],
    symbols: [pair('g', 'g', 'gradient'), pair(raw`\hat g`, 'O', 'gradient of length 1')],
    follow: {
      hyperparameters: {
        ...plain,
        orthogonalization: 'exact',
        shape: 'column',
        momentum: 0,
        weightDecay: 0,
      },
    },
    remark:
      'It is Muon of a column, whose msign is g/‖g‖. The same slide writes G̃ = Proj(G) with G̃ᵀG̃ ≈ I, which is msign of a matrix.',
  },
  {
    lecture: 'Westlake',
    at: '“Muon Update Rule”',
    lines: [
      raw`\mathbf M_t = \beta \mathbf M_{t-1} + \mathbf G_t`,
      raw`\mathbf W_t = \mathbf W_{t-1} - \eta_t [\operatorname{msign}(\mathbf M_t) + \lambda \mathbf W_{t-1}]`,
    ],
    symbols: [
      pair(raw`\mathbf W_{t-1}`, raw`\theta`, 'the parameters before the step'),
      pair(raw`\mathbf G_t`, 'g', 'gradient'),
      momentumMatrix,
      beta,
      pair(raw`\operatorname{msign}(\mathbf M_t)`, 'O', 'matrix sign'),
      pair(raw`\lambda`, raw`\lambda`, 'weight decay'),
    ],
    follow: { hyperparameters: { ...plain, orthogonalization: 'exact' } },
  },
  {
    lecture: 'Westlake',
    at: '“From Spectral Norm to Matrix Sign Function”',
    title: 'without momentum',
    lines: [
      raw`\Delta W^* = -\eta \cdot \frac{G}{\lVert G \rVert_2} = -\eta \cdot \operatorname{msign}(G)`,
      ['Add weight decay:', raw`W_{t+1} = W_t + \Delta W^* - \eta \lambda W_t`],
    ],
    symbols: matrixSymbols,
    follow: { hyperparameters: { ...plain, orthogonalization: 'exact', momentum: 0 } },
  },
  {
    lecture: 'Westlake',
    at: '“Efficient Implementation via Newton-Schulz”',
    title: 'Newton–Schulz',
    lines: [
      raw`X_0 = M`,
      raw`X_{t+1} = \frac{15}{8} X_t - \frac54 X_t (X_t^\top X_t) + \frac38 X_t (X_t^\top X_t)^2`,
    ],
    quote: 'Converges to msign(M) in 5 iterations',
    symbols: [pair('M', 'M', 'momentum'), pair('X_5', 'O', 'orthogonalized momentum')],
    follow: {
      hyperparameters: {
        ...plain,
        orthogonalization: 'newton-schulz',
        coefficients: 'taylor',
        newtonSchulzSteps: 5,
      },
    },
    remark: 'The run divides M by its norm before it begins.',
  },
  {
    lecture: 'Westlake',
    at: '“Understanding the Matrix Sign Function”, the vector',
    title: 'a column',
    lines: [raw`\operatorname{msign}(\mathbf m) = \frac{\mathbf m}{\lVert \mathbf m \rVert_2}`],
    symbols: [pair(raw`\mathbf m`, 'M', 'momentum')],
    follow: { hyperparameters: { ...plain, orthogonalization: 'exact', shape: 'column' } },
  },
  {
    lecture: 'Westlake',
    at: '“Understanding the Matrix Sign Function”, the diagonal matrix',
    title: 'a diagonal',
    lines: [
      raw`\operatorname{msign}(\operatorname{diag}(\mathbf m)) = \operatorname{diag}(\operatorname{sign}(\mathbf m))`,
    ],
    symbols: [pair(raw`\mathbf m`, 'M', 'momentum, as a diagonal')],
    follow: { hyperparameters: { ...plain, orthogonalization: 'exact', shape: 'diagonal' } },
  },
];

import type { ModifierId } from '../modifiers/registry.ts';
import type { OptimizerId } from '../optimizers/registry.ts';
import type { Run } from '../scene/scene.ts';
import type { Lecture } from '../specs/citation.ts';
import * as scenes from './errataScenes.ts';

/** Where a printed formula, or a sentence beside it, does not hold as it stands. */
export interface Erratum {
  readonly id: string;
  /** What it is about, in a few words. */
  readonly title: string;
  readonly lectures: readonly Lecture[];
  /** The slide. */
  readonly at: string;
  readonly concerns: {
    readonly optimizers?: readonly OptimizerId[];
    readonly modifiers?: readonly ModifierId[];
    /** Of these it stands in what the lecture prints, and not in the product's own rule. */
    readonly printedOf?: Readonly<Partial<Record<Lecture, readonly OptimizerId[]>>>;
  };
  /** What is to be said, in one sentence. */
  readonly sentence: string;
  /** TeX. */
  readonly printed: string;
  /** TeX. */
  readonly corrected: string;
  /** A scene, as JSON, that shows the difference. */
  readonly scene: unknown;
  /** What to look at in the scene, in one sentence. */
  readonly caption: string;
}

const raw = String.raw;

export const ERRATA: readonly Erratum[] = [
  {
    id: 'adadelta-start',
    title: 'Adadelta’s first step',
    lectures: ['Erlangen'],
    at: 'part 3, “Adadelta”',
    concerns: { optimizers: ['adadelta'] },
    sentence:
      'Since h begins at 0 and no ε stands above, the first step is 0 and so is every later one; Zeiler’s paper has ε under both roots.',
    printed: raw`\Delta_x = -\frac{\sqrt{\mathbf h^{(k-1)}}}{\sqrt{\mathbf r^{(k)}} + \epsilon} \odot \mathbf g^{(k)}, \quad \mathbf h^{(0)} = 0`,
    corrected: raw`\Delta_x = -\frac{\sqrt{\mathbf h^{(k-1)} + \epsilon}}{\sqrt{\mathbf r^{(k)} + \epsilon}} \odot \mathbf g^{(k)}`,
    scene: scenes.adadeltaStandsStill,
    caption: 'The run as printed stays at the start for all 150 steps; the paper’s walks to the minimizer.',
  },
  {
    id: 'sophia-scale',
    title: 'Sophia and the scale of the loss',
    lectures: ['Memphis'],
    at: '“Sophia Update Rule”',
    concerns: { optimizers: ['sophia'] },
    sentence:
      'With squared gradients in h the step has the scale 1/g, so a loss multiplied by c makes it c times shorter; the paper averages an estimate of the Hessian’s diagonal, and clips each coordinate to ±1.',
    printed: raw`h_t = \beta h_{t-1} + (1 - \beta) g_t^2, \quad \theta_{t+1} = \theta_t - \eta \cdot \frac{m_t}{\max(h_t, \epsilon)}`,
    corrected: raw`h_t = \beta_2 h_{t-1} + (1 - \beta_2) \operatorname{diag} \nabla^2 \mathcal L, \quad \theta_{t+1} = \theta_t - \eta \operatorname{clip}\left(\frac{m_t}{\max(\gamma h_t, \epsilon)}, -1, 1\right)`,
    scene: scenes.sophiaAndScale,
    caption:
      'Up and down the loss is that to the side times 100: the paper’s run moves equally far in both, the printed one 100 times less up and down.',
  },
  {
    id: 'norm-and-sign',
    title: 'G/‖G‖ and the matrix sign',
    lectures: ['Westlake'],
    at: '“From Spectral Norm to Matrix Sign Function”',
    concerns: { optimizers: ['muon'] },
    sentence:
      'G/‖G‖ and msign(G) are the same only where all singular values of G that are not 0 are equal, as they are for a vector; the minimizer under the spectral norm is msign.',
    printed: raw`\Delta W^* = -\eta \cdot \frac{G}{\lVert G \rVert_2} = -\eta \cdot \operatorname{msign}(G)`,
    corrected: raw`\Delta W^* = -\eta \cdot \operatorname{msign}(G) = -\eta\, U_{[:,:r]} V_{[:,:r]}^\top`,
    scene: scenes.normAndSign,
    caption:
      'G/‖G‖ goes where the gradient points and first loses the steep direction; msign(G) goes equally far in both.',
  },
  {
    id: 'five-iterations',
    title: 'five iterations of Newton–Schulz',
    lectures: ['Westlake'],
    at: '“Efficient Implementation via Newton-Schulz”',
    concerns: { optimizers: ['muon'] },
    sentence:
      'M must first be divided by its norm, for a singular value above √(7/3) ≈ 1.53 diverges; and five iterations do not bring a small one to 1: one of 0.01 is then at 0.23, with Memphis’s coefficients at 0.70 in a band from 0.68 to 1.13.',
    printed: raw`\mathbf X_0 = \mathbf M, \quad \text{Converges to } \operatorname{msign}(\mathbf M) \text{ in 5 iterations}`,
    corrected: raw`\mathbf X_0 = \mathbf M / \lVert \mathbf M \rVert_F, \quad \lim_{t \to \infty} \mathbf X_t = \operatorname{msign}(\mathbf M)`,
    scene: scenes.fiveIterations,
    caption:
      'The exact matrix sign goes straight; with Westlake’s coefficients five iterations leave the weak direction short, with Memphis’s both directions lie near 1 and not at it.',
  },
  {
    id: 'unrolled-momentum',
    title: 'momentum, unrolled',
    lectures: ['Westlake'],
    at: '“Momentum method”, unroll SGD with momentum',
    concerns: { optimizers: ['momentum'] },
    sentence:
      'The weights are divided by 1 − β; with β − 1, as printed, each would be negative and the sum would climb (and a sum from i = 1 begins at x₁, not x₀).',
    printed: raw`\mathbf x_{t+1} = \mathbf x_0 - \eta \sum_{i=1}^t \frac{1 - \beta^{t+1-i}}{\beta - 1} \nabla F(\mathbf x_i, \boldsymbol\xi_i)`,
    corrected: raw`\mathbf x_{t+1} = \mathbf x_1 - \eta \sum_{i=1}^t \frac{1 - \beta^{t+1-i}}{1 - \beta} \nabla F(\mathbf x_i, \boldsymbol\xi_i)`,
    scene: scenes.unrolledMomentum,
    caption:
      'With β = 0.9 each gradient comes to weigh 1/(1 − β) = 10: momentum goes downhill about as fast as SGD with ten times its η.',
  },
  {
    id: 'decay-twice',
    title: 'decay, once or twice',
    lectures: ['Westlake', 'Memphis'],
    at: 'Westlake, “Weight decay in SGD and Adam: why AdamW matters”, the second eqs. (10) and (11); Memphis, Algorithm 2, lines 6 and 12',
    concerns: {
      optimizers: ['adamw'],
      modifiers: ['weight-decay'],
      printedOf: { Westlake: ['momentum'], Memphis: ['adam'] },
    },
    sentence:
      'The penalty and the decay are alternatives, which colours on the slide may say; read together, as they stand in the text, they decay twice (and in Westlake’s (11) m lacks its η).',
    printed: raw`\mathbf m_{t+1} = \beta \mathbf m_t + (1 - \beta)(\nabla F + \lambda \mathbf x_t), \quad \mathbf x_{t+1} = \mathbf x_t - \mathbf m_t - 2\eta\lambda \mathbf x_t`,
    corrected: raw`\mathbf m_{t+1} = \beta \mathbf m_t + (1 - \beta) \nabla F, \quad \mathbf x_{t+1} = \mathbf x_t - \eta \mathbf m_{t+1} - 2\eta\lambda \mathbf x_t`,
    scene: scenes.decayedTwice,
    caption:
      'With both, the run is held nearer to zero, and further from the minimizer, than with either alone.',
  },
  {
    id: 'sgd-scale',
    title: 'SGD and the scale of the loss',
    lectures: ['Westlake'],
    at: '“Muon vs Other Optimizers”, the table',
    concerns: { optimizers: ['sgd', 'momentum'] },
    sentence:
      'The table ticks “scale invariant” for SGD, but a loss multiplied by c makes its steps c times longer, as it does those of momentum; Adam (as ε goes to 0), SignSGD and Muon do not change.',
    printed: raw`\text{SGD} \quad {-\eta G} \quad \text{Scale Inv. } \checkmark`,
    corrected: raw`-\eta\, (cG) \ne -\eta\, G, \quad -\eta \operatorname{sign}(cM) = -\eta \operatorname{sign}(M)`,
    scene: scenes.scaleOfSgd,
    caption:
      'Up and down the loss is that to the side times 20: Adam, SignSGD and Muon move equally far in both and keep to the diagonal, SGD and momentum do not.',
  },
  {
    id: 'guaranteed-descent',
    title: 'what is guaranteed',
    lectures: ['Erlangen'],
    at: 'part 3, “Gradient Descent revisited”, “Rethinking Gradient Descent”',
    concerns: { optimizers: ['sgd'] },
    sentence:
      'Updates are guaranteed to decrease the error only for η below 2/L, L the greatest curvature; and from a saddle’s axis gradient descent comes to the saddle and not to a local minimum.',
    printed: raw`\begin{array}{l} \text{Updates are guaranteed to decrease the error} \\ \text{Guaranteed to converge to a local minimum} \end{array}`,
    corrected: raw`L(\mathbf w^{(k+1)}) < L(\mathbf w^{(k)}) \text{ for } 0 < \eta < \tfrac2L,\ \nabla L(\mathbf w^{(k)}) \ne 0`,
    scene: scenes.descentGuaranteed,
    caption:
      'Both start on the saddle’s axis, where 2/L = 1: with η = 0.1 the run ends at the saddle, with η = 1.02 its loss rises in every step.',
  },
  {
    id: 'adadelta-numerator',
    title: 'Adadelta’s numerator',
    lectures: ['Memphis'],
    at: '“Adadelta”, what and where to replace',
    concerns: { optimizers: ['adadelta'] },
    sentence:
      'The slides stop before the last replacement, so what they print is RMSProp with ε inside the root; in Adadelta the average of past steps takes the place of η.',
    printed: raw`\Delta\theta_t = -\frac{\eta}{RMS[g]_t} g_t`,
    corrected: raw`\Delta\theta_t = -\frac{RMS[\Delta\theta]_{t-1}}{RMS[g]_t} g_t`,
    scene: scenes.adadeltaWithoutNumerator,
    caption: 'How far the printed rule comes depends on its η; the paper’s has none.',
  },
  {
    id: 'full-rank',
    title: 'the rank of M',
    lectures: ['Westlake'],
    at: '“Understanding the Matrix Sign Function”, alternative form',
    concerns: { optimizers: ['muon'] },
    sentence:
      'The alternative form needs an M of full column rank, for else MᵀM has no inverse; the form by the SVD, which keeps the r singular values that are not 0, needs none.',
    printed: raw`\operatorname{msign}(M) = M(M^\top M)^{-1/2}`,
    corrected: raw`\operatorname{msign}(M) = U_{[:,:r]} V_{[:,:r]}^\top = M \big((M^\top M)^{1/2}\big)^{+}`,
    scene: scenes.rankOne,
    caption:
      'M has rank 1 in every step and MᵀM no inverse, yet the run by the SVD goes straight to the minimizer.',
  },
  {
    id: 'mini-batch-bound',
    title: 'what the mini-batch theorem bounds',
    lectures: ['Westlake'],
    at: '“The convergence of mini-batch SGD”, Theorem 1',
    concerns: { optimizers: ['sgd'] },
    sentence:
      'The theorem bounds the average of E‖∇f‖² over the whole run, for an η that is chosen for T; it does not by itself say that the sequence converges.',
    printed: raw`T \to \infty: \quad \mathbb E\left[\lVert \nabla f(\mathbf x^{(t)}) \rVert^2\right] \to 0 \text{ implies the sequence converges to a stationary solution}`,
    corrected: raw`T \to \infty: \quad \min_{t < T} \mathbb E\left[\lVert \nabla f(\mathbf x^{(t)}) \rVert^2\right] \le \frac1T \sum_{t=0}^{T-1} \mathbb E\left[\lVert \nabla f(\mathbf x^{(t)}) \rVert^2\right] \to 0`,
    scene: scenes.noiseStays,
    caption:
      'At constant η the run goes on wandering around the minimizer, however long it is; it comes to rest only as η decays.',
  },
];

/**
 * What is to be said of a run's rule.
 * @param lecture the one whose form is shown; null for all of them
 */
export function errataOf({ optimizer, modifiers }: Run, lecture: Lecture | null): Erratum[] {
  return ERRATA.filter(
    ({ lectures, concerns }) =>
      (lecture === null || lectures.includes(lecture)) &&
      (concerns.optimizers?.includes(optimizer.id) ||
        (lecture !== null && concerns.printedOf?.[lecture]?.includes(optimizer.id)) ||
        modifiers.some(({ id }) => concerns.modifiers?.includes(id))),
  );
}

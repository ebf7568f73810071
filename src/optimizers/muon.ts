import { gradientAt, type Equation } from '../equations/equation.ts';
import { msignInto, msignScratchSize } from '../linalg/msign.ts';
import {
  NEWTON_SCHULZ_COEFFICIENTS,
  newtonSchulzDiagonalInto,
  newtonSchulzInto,
  newtonSchulzScratchSize,
} from '../linalg/newtonSchulz.ts';
import type { Vector } from '../linalg/vector.ts';
import type { AnyValues, Shape } from '../specs/spec.ts';
import { carriedGradients } from './commonQuantities.ts';
import { decayRate, learningRate, weightDecay } from './commonSpecs.ts';
import { defineOptimizer } from './optimizer.ts';

/** a, b, c of Newton–Schulz as the lectures print them. */
const PRINTED = { jordan: '3.4445, -4.7750, 2.0315', taylor: '15/8, -5/4, 3/8' } as const;

function scratchSize(_n: number, { shape }: AnyValues): number {
  if (shape === 'diagonal') return 0;
  const [rows, cols] = shape as readonly [number, number];
  return Math.max(msignScratchSize(rows, cols), newtonSchulzScratchSize(rows, cols));
}

/** Element-wise sign, with sign(0) = 0: the matrix sign of a diagonal matrix. */
function signInto(m: Vector, out: Vector): void {
  for (let i = 0; i < m.length; i++) out[i] = Math.sign(m[i]);
}

/** The lines of the factor √max(1, rows/cols), which the author's code applies; a diagonal matrix is square. */
function scaleOf(shape: Shape): readonly Equation[] {
  if (shape === 'diagonal') return [{ left: 's', right: '1' }];
  return [
    { left: 'rows', right: String(shape[0]) },
    { left: 'cols', right: String(shape[1]) },
    { left: 's', right: String.raw`\sqrt{\max(1, @rows / @cols)}` },
  ];
}

/**
 * Muon (Jordan et al. 2024): momentum, orthogonalized. A point of two parameters has no matrix, so Westlake's
 * special cases stand in: a column, whose exact msign is m/‖m‖, or a diagonal, whose exact msign is the
 * element-wise sign.
 */
export const muon = defineOptimizer({
  name: 'Muon',
  idea: 'Keep the momentum’s directions, and make all of them equally long.',
  cite: [
    {
      lecture: 'Memphis',
      at: '“Muon is an optimizer for 2D parameters of neural network hidden layers”, Algorithm 2 and newtonschulz5; “Mathematical Intuition and update rule” (the simplest form)',
    },
    {
      lecture: 'Westlake',
      at: '“Muon Update Rule”; “Understanding the Matrix Sign Function” (column, diagonal); “Efficient Implementation via Newton-Schulz”',
    },
    {
      paper: 'Jordan et al., “Muon: An optimizer for hidden layers in neural networks”, 2024',
      at: 'Algorithm 2',
    },
  ],
  hyperparameters: {
    learningRate: learningRate(0.001),
    momentum: decayRate('m', String.raw`\mu`, 'momentum', 0.95),
    nesterov: { kind: 'flag', key: 'n', symbol: 'B', label: 'Nesterov', default: false },
    orthogonalization: {
      kind: 'choice',
      key: 'o',
      symbol: 'O',
      label: 'orthogonalization',
      options: ['exact', 'newton-schulz'],
      default: 'exact',
    },
    coefficients: {
      kind: 'choice',
      key: 'c',
      symbol: '(a, b, c)',
      label: 'Newton–Schulz coefficients',
      options: ['jordan', 'taylor'],
      default: 'jordan',
    },
    newtonSchulzSteps: {
      kind: 'number',
      key: 'k',
      symbol: 'k',
      label: 'Newton–Schulz steps',
      default: 5,
      min: 0,
      max: 50,
      integer: true,
      scale: 'linear',
      slider: [0, 10],
    },
    shape: { kind: 'shape', key: 's', symbol: String.raw`r \times c`, label: 'shape' },
    scaleByShape: { kind: 'flag', key: 'z', symbol: 's', label: 'scale by shape', default: false },
    weightDecay: weightDecay(0),
  },
  quantities: {
    M: { ...carriedGradients, symbol: 'M' },
    B: { symbol: 'B', label: 'gradient and momentum', arrow: { role: 'momentum', as: -1 } },
    O: { symbol: 'O', label: 'momentum made orthogonal', arrow: { role: 'preconditioned', as: -1 } },
    rows: { symbol: 'r', label: 'rows', size: () => 1 },
    cols: { symbol: 'c', label: 'columns', size: () => 1 },
    s: { symbol: 's', label: 'factor of the shape', size: () => 1 },
    scratch: { size: scratchSize },
  },
  equations({ nesterov, orthogonalization, coefficients, shape, scaleByShape, weightDecay: lambda }) {
    const momentum = nesterov ? '@B' : '@M';
    const lines: Equation[] = [gradientAt(), { left: 'M', right: '@momentum @M + @g' }];
    if (nesterov) lines.push({ left: 'B', right: '@g + @momentum @M' });
    lines.push({
      left: 'O',
      right:
        orthogonalization === 'exact'
          ? String.raw`\operatorname{msign}(${momentum})`
          : String.raw`\operatorname{NS}_{@newtonSchulzSteps}(${momentum}, ${PRINTED[coefficients]})`,
    });
    if (scaleByShape) lines.push(...scaleOf(shape));
    const direction = scaleByShape ? '@s\\, @O' : '@O';
    lines.push({
      left: 'update',
      right: lambda === 0 ? `-@lr\\, ${direction}` : `-@lr\\, (${direction} + @weightDecay\\, @theta)`,
    });
    return lines;
  },
  step({ theta, g, lr, update }, { M, B, O, rows, cols, s, scratch }, h) {
    const mu = h.momentum;
    for (let i = 0; i < g.length; i++) {
      M[i] = mu * M[i] + g[i];
      B[i] = h.nesterov ? g[i] + mu * M[i] : M[i];
    }
    rows[0] = h.shape === 'diagonal' ? g.length : h.shape[0];
    cols[0] = h.shape === 'diagonal' ? g.length : h.shape[1];
    const exact = h.orthogonalization === 'exact';
    const coefficients = NEWTON_SCHULZ_COEFFICIENTS[h.coefficients];
    if (h.shape === 'diagonal') {
      if (exact) signInto(B, O);
      else newtonSchulzDiagonalInto(g.length, B, h.newtonSchulzSteps, coefficients, O);
    } else if (exact) msignInto(rows[0], cols[0], B, O, scratch);
    else newtonSchulzInto(rows[0], cols[0], B, h.newtonSchulzSteps, coefficients, O, scratch);
    s[0] = h.scaleByShape ? Math.sqrt(Math.max(1, rows[0] / cols[0])) : 1;
    for (let i = 0; i < g.length; i++) update[i] = -lr * (s[0] * O[i] + h.weightDecay * theta[i]);
  },
});

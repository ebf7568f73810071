import { rotationBy } from '../../linalg/rotation.ts';
import type { ProblemId } from '../../problems/registry.ts';
import type { AnyValues } from '../../specs/spec.ts';
import { drawnBlobs, drawnLine, ofData } from './dataProblems.ts';
import { floatOf } from './python.ts';

/** A problem's f in PyTorch, without scale and rotation; of it autograd makes gradient and Hessian. */
export interface ProblemScript {
  /** Names in capitals, with the Python of their values. */
  readonly constants?: Readonly<Record<string, string>>;
  /** Takes `theta` apart; into x and y, if nothing is said. */
  readonly unpack?: readonly string[];
  readonly lines?: readonly string[];
  /** Brings `theta` back into the feasible set, in place. */
  readonly project?: string;
  /** The Python of f. Where f changes with the step, `t` is the step, and None stands for the mean. */
  readonly value: string;
  /**
   * Present on data, where f is of `rows`, those of SAMPLES that a step sees: the Python that makes SAMPLES, or null where
   * the constants have it.
   */
  readonly samples?: string | null;
}

type WriteProblem = (parameters: AnyValues) => ProblemScript;

function numberIn(parameters: AnyValues, name: string): number {
  const value = parameters[name];
  if (typeof value !== 'number') throw new TypeError(`${name} is no number`);
  return value;
}

/** Parameters as constants of the script, by the names that f has for them. */
function constants(parameters: AnyValues, names: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names).map(([constant, name]) => [constant, floatOf(numberIn(parameters, name))]),
  );
}

/** Every problem's formula in PyTorch. */
export const PROBLEM_SCRIPTS = {
  saddle: () => ({ value: 'x**2 - y**2' }),
  bowl: (p) => ({ constants: constants(p, { KAPPA: 'kappa' }), value: '0.5 * (x**2 + KAPPA * y**2)' }),
  rosenbrock: (p) => ({
    constants: constants(p, { A: 'a', B: 'b' }),
    value: '(A - x) ** 2 + B * (y - x**2) ** 2',
  }),
  'rotated-bowl': (p) => {
    const { cos, sin } = rotationBy(numberIn(p, 'angle'));
    return {
      constants: {
        ...constants(p, { KAPPA: 'kappa' }),
        COS_ANGLE: floatOf(cos),
        SIN_ANGLE: floatOf(sin),
      },
      lines: ['along = COS_ANGLE * x + SIN_ANGLE * y', 'across = COS_ANGLE * y - SIN_ANGLE * x'],
      value: '0.5 * (along**2 + KAPPA * across**2)',
    };
  },
  plateau: () => ({
    lines: [
      's = (x**2 + y**2) / 2',
      '# 1 - exp(-s): expm1 has the digits of the small, exp the slope of the large',
      'hole = -torch.expm1(-s) if s < 1 else 1 - torch.exp(-s)',
    ],
    value: 'hole',
  }),
  // At a kink autograd takes 0 for the slope of |x|, as the application does.
  kink: (p) => ({ constants: constants(p, { SLOPE: 'slope' }), value: 'x.abs() + SLOPE * y.abs()' }),
  'double-well': () => ({ value: 'x**2 / 2 + y**4 / 4 - y**2 / 2' }),
  'two-minima': (p) => ({
    constants: constants(p, {
      TILT: 'tilt',
      SHARP_DEPTH: 'sharpDepth',
      SHARP_WIDTH: 'sharpWidth',
      WIDE_DEPTH: 'wideDepth',
      WIDE_WIDTH: 'wideWidth',
    }),
    lines: [
      'sharp = SHARP_DEPTH * torch.exp(-((x - 1.5) ** 2 + y**2) / (2 * SHARP_WIDTH**2))',
      'wide = WIDE_DEPTH * torch.exp(-((x + 1.5) ** 2 + y**2) / (2 * WIDE_WIDTH**2))',
    ],
    value: 'TILT * (x**2 + y**2) - sharp - wide',
  }),
  'scalar-factorization': () => ({ value: '0.5 * (x * y - 1) ** 2' }),
  himmelblau: () => ({ value: '(x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2' }),
  'three-hump-camel': () => ({ value: '2 * x**2 - 1.05 * x**4 + x**6 / 6 + x * y + y**2' }),
  'styblinski-tang': () => ({ value: '0.5 * (x**4 - 16 * x**2 + 5 * x + y**4 - 16 * y**2 + 5 * y)' }),
  rastrigin: (p) => ({
    constants: constants(p, { A: 'A' }),
    value: 'x**2 + y**2 + A * (2 - torch.cos(2 * math.pi * x) - torch.cos(2 * math.pi * y))',
  }),
  ackley: () => ({
    lines: [
      's = (x**2 + y**2) / 2',
      'if s == 0:',
      '    return 0.0 * s  # the tip of the cone has no gradient: 0 stands for it',
      'c = (torch.cos(2 * math.pi * x) + torch.cos(2 * math.pi * y)) / 2',
      '# 20 (1 - exp(-0.2 sqrt(s))) + e (1 - exp(c - 1)), exact near the minimizer too',
    ],
    value: '-20 * torch.expm1(-0.2 * torch.sqrt(s)) - math.e * torch.expm1(c - 1)',
  }),
  booth: () => ({ value: '(x + 2 * y - 7) ** 2 + (2 * x + y - 5) ** 2' }),
  matyas: () => ({ value: '0.26 * (x**2 + y**2) - 0.48 * x * y' }),
  beale: () => ({
    value: '(1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2',
  }),
  'matrix-regression': (p) => {
    const c = floatOf(numberIn(p, 'correlation'));
    return {
      constants: {
        W_STAR: 'torch.tensor([[3.0, -2.0], [1.0, 4.0]])',
        S: `torch.tensor([[1.0, ${c}], [${c}, 1.0]])`,
      },
      unpack: ['D = theta.reshape(2, 2) - W_STAR'],
      lines: ['# half the trace of D S D^T'],
      value: '0.5 * ((D @ S) * D).sum()',
    };
  },
  reddi: ({ variant }) => {
    const [period, large, small] = variant === 'online' ? [101, 1010, -10] : [3, 3, -1];
    return {
      constants: { PERIOD: String(period), LARGE: floatOf(large), SMALL: floatOf(small) },
      unpack: ['x = theta[0]'],
      lines: [
        'if t is None:',
        '    slope = (LARGE + (PERIOD - 1) * SMALL) / PERIOD',
        'else:',
        '    slope = LARGE if t % PERIOD == 1 else SMALL',
      ],
      project: 'theta.clamp_(-1.0, 1.0)  # the feasible set',
      value: 'slope * x',
    };
  },
  iris: ofData('iris'),
  blobs: ofData('blobs', drawnBlobs),
  'flipped-blobs': ofData('flipped-blobs', drawnBlobs),
  'outlier-line': ofData('outlier-line', drawnLine),
} as const satisfies Record<ProblemId, WriteProblem>;

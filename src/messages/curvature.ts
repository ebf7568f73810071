import type { CurvatureShape } from '../reading/curvature.ts';
import type { BoundRule, NoBound, StabilityBound } from '../reading/stability.ts';
import type { Tuned } from '../reading/tuning.ts';

const SHAPES: Readonly<Record<CurvatureShape, string>> = {
  bowl: 'bowl-shaped: every direction curves up',
  dome: 'dome-shaped: every direction curves down',
  saddle: 'saddle-shaped',
  flat: 'flat: an eigenvalue is 0 up to rounding',
  level: 'flat: every eigenvalue is 0',
  kink: 'on a kink: f has no second derivative there',
  unknown: 'not a number there',
};

const WHAT_GROWS: Readonly<Record<BoundRule, string>> = {
  gradient: 'each step',
  newton: 'each step',
  preconditioned: 'each step',
  momentum: 'the swing',
  averaged: 'the swing',
  nesterov: 'the swing',
  'preconditioned-momentum': 'the swing',
};

/** By how η stands to the largest stable one; told what then grows, and where. */
const COMPARED: Readonly<Record<StabilityBound['compared'], (what: string) => string>> = {
  below: (what) => `η is below it:${what} shrinks.`,
  at: (what) => `η is equal to it:${what} neither shrinks nor grows.`,
  above: (what) => `η is above it:${what} grows.`,
};

const MARKS = {
  ellipse: ', and the ellipse on which ½ dᵀHd',
  signs: ', with + where f curves up and − where it curves down; at their ends |½ dᵀHd|',
  projected: ', as far as they lie in its plane; at their ends |½ dᵀHd|',
} as const;

const NO_BOUND: Readonly<Record<NoBound['reason'], string | null>> = {
  'nothing-curves-up': 'Nothing curves up here, so the local quadratic sets η no bound.',
  modifier: 'With these modifiers the step is another iteration: no bound on η is stated.',
  optimizer: 'For this optimizer no exact bound on η is known: none is stated.',
  unknown: null,
};

const METHODS: Readonly<Record<Tuned, string>> = {
  sgd: 'Gradient descent',
  momentum: 'Heavy ball',
  nesterov: 'Nesterov',
};

/** The words of the curvature at a run's head: its part of the step's panel, and its marks on the map. */
export const curvatureMessages = {
  title: 'Curvature',
  help: 'Eigenvalues and axes of the Hessian of f at the head',
  awaited: 'The curvature comes with the step.',

  standing: (step: string, shape: CurvatureShape, negative: number, dimension: number): string => {
    const words = SHAPES[shape];
    if (shape === 'level' && dimension === 1) return `At the head, after step ${step}, f does not curve.`;
    if (shape !== 'saddle') return `At the head, after step ${step}, f is ${words}.`;
    const down = negative === 1 ? 'one direction curves down' : `${negative} directions curve down`;
    const up = dimension - negative === 1 ? 'one up' : `${dimension - negative} up`;
    return `At the head, after step ${step}, f is ${words}: ${down}, ${up}.`;
  },

  mean: 'f is the mean of the losses of all steps.',

  values: 'Eigenvalues of the Hessian, and the learning rate beside them',
  eigenvalue: (k: number, of: number) =>
    `eigenvalue ${k} of the Hessian${k === 1 && of > 1 ? ', the largest' : k === of && of > 1 ? ', the least' : ''}`,
  steep: 'steep axis',
  flat: 'flat axis',
  axis: 'axis',
  angle: (degrees: string, from: string) => `${degrees}° from ${from}`,
  condition: 'condition number',
  conditionWords: (largest: string, least: string) => `condition number, ${largest}/${least}`,
  sharpness: 'largest eigenvalue as the steps meet it',
  preconditioned: 'largest of P⁻¹∇²f, P what the step divides by, held as it is now',
  largestRate: 'largest stable η',
  ownRate: 'η of this step',
  noBound: (reason: NoBound['reason']) => NO_BOUND[reason],
  /** @param axis the one along which the bound is met first; null where it is no axis of f, or any */
  compared: (
    { compared, rule }: Pick<StabilityBound, 'compared' | 'rule'>,
    axis: 'steep' | 'first' | null,
  ): string => {
    const what = WHAT_GROWS[rule];
    const where = axis === null ? '' : axis === 'steep' ? ' along the steep axis' : ' along the axis of λ₁';
    return COMPARED[compared](`${where} ${what}`);
  },
  down: 'Where f curves down, steps grow at any η.',
  source: (rule: BoundRule): string | null =>
    rule.startsWith('preconditioned')
      ? 'Cohen et al., “Adaptive Gradient Methods at the Edge of Stability”, arXiv:2207.14484'
      : null,
  penalty: (coefficient: string) =>
    `The optimizer sees ∇²f + ${coefficient} I, its weight decay included: what follows the eigenvalues counts it.`,

  tunings: 'Best for this local quadratic',
  method: 'method',
  learningRate: 'η',
  learningRateWords: 'learning rate',
  momentum: 'μ',
  momentumWords: 'momentum',
  rate: 'distance',
  rateWords: 'distance left after a step, in the long run',
  times: (rate: string) => `× ${rate}`,
  noMomentum: '–',
  noMomentumWords: 'none',
  methodName: (id: Tuned) => METHODS[id],
  noTunings: 'Best settings are known for a bowl only.',
  use: { sgd: 'Use it', momentum: 'Use them', nesterov: 'Use them' } satisfies Record<Tuned, string>,
  used: 'The run has these settings.',
  schedule: 'They hold for a constant η; this run has a schedule.',

  /** What is drawn on the map; `even` where no axis is steeper than another. */
  marks: (shown: 'ellipse' | 'signs' | 'projected', even: boolean): string => {
    const where = 'On the map, while the head is in view: the axes there';
    const axes = even ? where : `${where}, the steep one solid, the flat one dashed`;
    return `${axes}${MARKS[shown]} has the value written in a corner: H is the Hessian, d is measured from the head.`;
  },
  level: (value: string, hasDown: boolean) => (hasDown ? `|½ dᵀHd| = ${value}` : `½ dᵀHd = ${value}`),
} as const;

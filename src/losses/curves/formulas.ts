import type { Equation } from '../../equations/equation.ts';
import type { AxisId } from './axes.ts';

/** A case of a line: its formula, and the condition under which it holds, `@prediction < 1`; the last one holds otherwise. */
export interface Branch {
  readonly right: string;
  readonly when: string | null;
}

/** One line of a curve's formula: an equation, or one of several cases. */
export type CurveLine = Equation | { readonly left: string; readonly branches: readonly Branch[] };

/** The formulas of a loss over one axis, each ending with `value` or `slope`; lines before them serve both. */
export interface CurveFormulas {
  readonly before?: readonly CurveLine[];
  readonly value: CurveLine;
  readonly slope: CurveLine;
}

const cases = (left: string, ...branches: readonly (readonly [right: string, when: string | null])[]) => ({
  left,
  branches: branches.map(([right, when]) => ({ right, when })),
});
const value = (right: string): Equation => ({ left: 'value', right });
const slope = (right: string): Equation => ({ left: 'slope', right });

/** Zero-one has no slope at its jump. */
const FLAT = cases('slope', ['0', String.raw`@prediction \ne 0`]);
const FOCAL_VALUE = value(String.raw`-(1 - @right)^@gamma \ln(@right)`);
const FOCAL_SLOPE = String.raw`(1 - @right)^@gamma (@gamma @right \ln(@right) - (1 - @right))`;

/**
 * What is read of each loss over each axis it lives on, in the names `prediction` (the number on the axis), `target`, those
 * of parameters and of earlier lines.
 */
export const FORMULAS = {
  margin: {
    'zero-one': {
      value: cases('value', ['1', '@prediction < 0'], ['0', null]),
      slope: FLAT,
    },
    perceptron: {
      value: value(String.raw`\max(0, -@prediction)`),
      slope: cases('slope', ['-1', '@prediction < 0'], ['0', null]),
    },
    hinge: {
      value: value(String.raw`\max(0, 1 - @prediction)`),
      slope: cases('slope', ['-1', '@prediction < 1'], ['0', null]),
    },
    'squared-hinge': {
      value: value(String.raw`\max(0, 1 - @prediction)^2`),
      slope: slope(String.raw`-2 \max(0, 1 - @prediction)`),
    },
    'sigmoid-cross-entropy': {
      value: value(String.raw`\ln(1 + e^{-@prediction})`),
      slope: slope(String.raw`-\dfrac{1}{1 + e^{@prediction}}`),
    },
    focal: {
      before: [{ left: 'right', right: String.raw`\dfrac{1}{1 + e^{-@prediction}}` }],
      value: FOCAL_VALUE,
      slope: slope(FOCAL_SLOPE),
    },
  },
  score: {
    'zero-one': {
      before: [cases('chosen', ['1', String.raw`@prediction \ge 0`], ['-1', null])],
      value: cases('value', ['1', String.raw`@chosen \ne @target`], ['0', null]),
      slope: FLAT,
    },
    perceptron: {
      value: value(String.raw`\max(0, -@target @prediction)`),
      slope: cases('slope', ['-@target', '@target @prediction < 0'], ['0', null]),
    },
    hinge: {
      value: value(String.raw`\max(0, 1 - @target @prediction)`),
      slope: cases('slope', ['-@target', '@target @prediction < 1'], ['0', null]),
    },
    'squared-hinge': {
      value: value(String.raw`\max(0, 1 - @target @prediction)^2`),
      slope: slope(String.raw`-2 @target \max(0, 1 - @target @prediction)`),
    },
    'sigmoid-cross-entropy': {
      value: value(
        String.raw`\max(0, @prediction) - @target @prediction + \ln(1 + e^{-\lvert @prediction \rvert})`,
      ),
      slope: slope(String.raw`\dfrac{1}{1 + e^{-@prediction}} - @target`),
    },
    focal: {
      before: [{ left: 'right', right: String.raw`\dfrac{1}{1 + e^{(1 - 2 @target) @prediction}}` }],
      value: FOCAL_VALUE,
      slope: slope(String.raw`(2 @target - 1) ${FOCAL_SLOPE}`),
    },
  },
  probability: {
    'binary-cross-entropy': {
      value: value(String.raw`-@target \ln(@prediction) - (1 - @target) \ln(1 - @prediction)`),
      slope: slope(String.raw`\dfrac{1 - @target}{1 - @prediction} - \dfrac{@target}{@prediction}`),
    },
    focal: {
      before: [cases('right', ['@prediction', '@target = 1'], ['1 - @prediction', null])],
      value: FOCAL_VALUE,
      slope: slope(
        String.raw`(2 @target - 1) \left(@gamma (1 - @right)^{@gamma - 1} \ln(@right) - \dfrac{(1 - @right)^@gamma}{@right}\right)`,
      ),
    },
    'squared-error': {
      value: value(String.raw`\tfrac12 (@target - @prediction)^2`),
      slope: slope('@prediction - @target'),
    },
    'absolute-error': {
      value: value(String.raw`\lvert @target - @prediction \rvert`),
      slope: cases(
        'slope',
        ['-1', '@prediction < @target'],
        ['1', '@prediction > @target'],
        ['0', '@prediction = @target'],
      ),
    },
    'bernoulli-likelihood': {
      value: value(String.raw`@prediction^@target (1 - @prediction)^{1 - @target}`),
      slope: slope('2 @target - 1'),
    },
  },
  residual: {
    'squared-error': {
      value: value(String.raw`\tfrac12 @prediction^2`),
      slope: slope('@prediction'),
    },
    'gaussian-nll': {
      value: value(
        String.raw`\tfrac12 \ln(2\pi) - \tfrac12 \ln(@precision) + \tfrac{@precision}{2} @prediction^2`,
      ),
      slope: slope('@precision @prediction'),
    },
    'absolute-error': {
      value: value(String.raw`\lvert @prediction \rvert`),
      slope: cases('slope', ['-1', '@prediction < 0'], ['1', '@prediction > 0'], ['0', '@prediction = 0']),
    },
  },
} as const satisfies Record<AxisId, Record<string, CurveFormulas>>;

type Keys<T> = T extends unknown ? keyof T : never;

/** A loss that lives on one of the axes. */
export type CurveId = Keys<(typeof FORMULAS)[AxisId]>;

/** The losses of an axis, in their order. */
export function lossesOn(axis: AxisId): readonly CurveId[] {
  return Object.keys(FORMULAS[axis]) as CurveId[];
}

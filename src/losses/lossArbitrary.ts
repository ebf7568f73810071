import * as fc from 'fast-check';
import type { Vector } from '../linalg/vector.ts';
import { defaultsOf } from '../specs/defaults.ts';
import type { AnyValues, Spec } from '../specs/spec.ts';
import type { LossDefinition, PredictionKind, TargetKind } from './loss.ts';

// What tests give to losses: random predictions and targets of each kind, for use in tests alone.

/** The same samples in every test run. */
export const REPEATABLE = { seed: 20_251_121, numRuns: 200 } as const;

export interface LossSample {
  readonly prediction: Vector;
  readonly target: Vector;
  readonly parameters: AnyValues;
}

/** How far predictions go: where differences can be taken, or as far as numbers do. */
export type Reach = 'moderate' | 'extreme';

/** Evenly spread, as floats are not: most of those are tiny. */
export function even(min: number, max: number): fc.Arbitrary<number> {
  const steps = 1_000_000;
  return fc.nat(steps).map((k) => min + ((max - min) * k) / steps);
}

const moderate = even(-9, 9);
const extremeNumber = fc.oneof(
  moderate,
  fc.constantFrom(0, 1, -1, 36.7, -36.7, 709, -709, 745.2, -745.2, 800, -800, 1000, -1000, 1e5, -1e5),
  fc.double({ min: -1e150, max: 1e150, noNaN: true }),
);
const largest = fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, 1e308, -1e308, 5e-324);
const numbers: Readonly<Record<Reach, fc.Arbitrary<number>>> = {
  moderate,
  extreme: fc.oneof({ weight: 9, arbitrary: extremeNumber }, { weight: 1, arbitrary: largest }),
};
const probabilities: Readonly<Record<Reach, fc.Arbitrary<number>>> = {
  moderate: even(0.02, 0.98),
  extreme: fc.oneof(
    fc.constantFrom(0, 1, 5e-324, 1e-300, 1e-17, 1 - 2 ** -53),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ),
};

function distribution(n: number, reach: Reach): fc.Arbitrary<number[]> {
  const weight = reach === 'moderate' ? even(0.05, 1) : probabilities.extreme;
  return fc
    .array(weight, { minLength: n, maxLength: n })
    .filter((weights) => weights.some((one) => one > 1e-3))
    .map((weights) => {
      const sum = weights.reduce((total, one) => total + one, 0);
      return weights.map((one) => one / sum);
    });
}

/** Weights and samples are multiplied: with the largest numbers a product is no number. */
const SAMPLES = 4;
const signs = fc.constantFrom(-1, 1);
const weightRange: Readonly<Record<Reach, fc.Arbitrary<number>>> = {
  moderate: even(-3, 3),
  extreme: fc.double({ min: -1e70, max: 1e70, noNaN: true }),
};

function predictionOf(kind: PredictionKind, n: number, reach: Reach): fc.Arbitrary<number[]> {
  if (kind === 'distribution') return distribution(n, reach);
  if (kind === 'weights') return fc.array(weightRange[reach], { minLength: n, maxLength: n });
  const one = kind === 'probability' ? probabilities[reach] : numbers[reach];
  return fc.array(one, { minLength: n, maxLength: n });
}

function targetOf(kind: TargetKind, n: number, reach: Reach): fc.Arbitrary<number[]> {
  switch (kind) {
    case 'sign':
      return signs.map((sign) => [sign]);
    case 'label':
      return fc.constantFrom(0, 1).map((label) => [label]);
    case 'class':
      return fc.nat(n - 1).map((index) => [index]);
    case 'number':
    case 'numbers':
      return fc.array(reach === 'moderate' ? moderate : extremeNumber, { minLength: n, maxLength: n });
    case 'distribution':
      return distribution(n, reach);
    case 'samples': {
      const inputs = fc.array(weightRange[reach], { minLength: n, maxLength: n });
      const row = fc.tuple(inputs, signs).map(([x, sign]) => [...x, sign]);
      return fc.array(row, { minLength: 1, maxLength: SAMPLES }).map((rows) => rows.flat());
    }
    case 'none':
      return fc.constant([]);
  }
}

function valueOf(spec: Spec): fc.Arbitrary<AnyValues[string]> {
  if (spec.kind !== 'number') throw new Error(`give the samples values for a ${spec.kind}`);
  const [min, max] = spec.slider ?? [spec.min ?? 0, spec.max ?? 1];
  return fc.oneof(fc.constantFrom(min, max, spec.default), even(min, max));
}

const SINGLE: readonly PredictionKind[] = ['score', 'probability', 'number'];

/** Random samples of a loss, its parameters within their sliders. */
export function samplesOf(definition: LossDefinition, reach: Reach): fc.Arbitrary<LossSample> {
  const lengths = SINGLE.includes(definition.prediction) ? fc.constant(1) : fc.integer({ min: 2, max: 5 });
  const parameters = fc
    .record(
      Object.fromEntries(Object.entries(definition.parameters).map(([name, spec]) => [name, valueOf(spec)])),
    )
    .map((values): AnyValues => ({ ...defaultsOf(definition.parameters), ...values }));
  return lengths.chain((n) =>
    fc
      .tuple(predictionOf(definition.prediction, n, reach), targetOf(definition.target, n, reach), parameters)
      .map(([prediction, target, values]) => ({
        prediction: Float64Array.from(prediction),
        target: Float64Array.from(target),
        parameters: values,
      })),
  );
}

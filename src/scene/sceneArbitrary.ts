import * as fc from 'fast-check';
import '../problems/data/atOnce.ts';
import { MODIFIERS } from '../modifiers/registry.ts';
import { OPTIMIZERS } from '../optimizers/registry.ts';
import { canRotate, createProblem } from '../problems/createProblem.ts';
import type { ProblemDefinition } from '../problems/problem.ts';
import { PROBLEMS, type ProblemId } from '../problems/registry.ts';
import { SCHEDULES } from '../schedules/registry.ts';
import { defaultsOf } from '../specs/defaults.ts';
import type { AnyValues, NumberSpec, Spec, Specs, Value } from '../specs/spec.ts';
import {
  CHART_AXES,
  CHART_QUANTITIES,
  CHART_SCALES,
  DATA_PARTS,
  DIVERGED_ABOVE,
  MAX_CLOUD,
  MAX_RUNS,
  MAX_STEPS,
  READING_FORMS,
  READING_NUMBERS,
  SAMPLING_ORDERS,
  THEMES,
  type Choice,
  type Run,
  type Scene,
} from './scene.ts';

// For tests only: random scenes of everything the registries hold. A new member is among them by itself.

/** The same scenes in every test run. */
export const REPEATABLE = { seed: 20_251_120, numRuns: 300 } as const;

/** Without −0, which JSON writes as 0. */
function double(range: fc.DoubleConstraints): fc.Arbitrary<number> {
  return fc.double({ noNaN: true, noDefaultInfinity: true, ...range }).map((value) => value + 0);
}

function numberIn({
  min,
  above,
  max,
  below,
  integer,
}: Pick<NumberSpec, 'min' | 'above' | 'max' | 'below' | 'integer'>) {
  const low = min ?? above ?? -Number.MAX_VALUE;
  const high = max ?? below ?? Number.MAX_VALUE;
  if (integer)
    return fc.integer({
      min: Math.max(above === undefined ? low : low + 1, Number.MIN_SAFE_INTEGER),
      max: Math.min(below === undefined ? high : high - 1, Number.MAX_SAFE_INTEGER),
    });
  return double({
    min: low,
    max: high,
    minExcluded: above !== undefined,
    maxExcluded: below !== undefined,
  });
}

/** Values that a spec admits, for a problem of n parameters. */
export function valueArbitrary(spec: Spec, n: number): fc.Arbitrary<Value> {
  switch (spec.kind) {
    case 'number':
      return fc.oneof(fc.constant(spec.default), numberIn(spec));
    case 'choice':
      return fc.constantFrom(...spec.options);
    case 'flag':
      return fc.boolean();
    case 'numbers':
      return fc.array(numberIn(spec.each), { minLength: spec.minLength, maxLength: spec.maxLength });
    case 'shape': {
      const rows = Array.from({ length: n }, (_, i) => i + 1).filter((side) => n % side === 0);
      return fc.constantFrom<Value>('diagonal', ...rows.map((side) => [side, n / side]));
    }
  }
}

export function valuesArbitrary(specs: Specs, n: number): fc.Arbitrary<AnyValues> {
  return fc
    .tuple(...Object.values(specs).map((spec) => valueArbitrary(spec, n)))
    .map((values) => Object.fromEntries(Object.keys(specs).map((name, i) => [name, values[i]])));
}

function choiceArbitrary<Id extends string>(
  registry: Readonly<Record<Id, { readonly hyperparameters: Specs }>>,
  n: number,
  ids = Object.keys(registry) as Id[],
): fc.Arbitrary<Choice<Id>> {
  return fc
    .constantFrom(...ids)
    .chain((id) =>
      valuesArbitrary(registry[id].hyperparameters, n).map((hyperparameters) => ({ id, hyperparameters })),
    );
}

/** Any characters, trimmed, as `readScene` takes them. */
const nameArbitrary = fc
  .oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary-ascii' }))
  .map((text) => text.slice(0, 40).trim())
  .map((text) => (text === '' ? null : text));

function runArbitrary(n: number): fc.Arbitrary<Run> {
  const modifierIds = Object.keys(MODIFIERS) as (keyof typeof MODIFIERS)[];
  return fc.record(
    {
      optimizer: choiceArbitrary(OPTIMIZERS, n),
      schedule: fc.array(choiceArbitrary(SCHEDULES, n), { maxLength: 3 }),
      modifiers: fc
        .shuffledSubarray(modifierIds)
        .chain((ids) => fc.tuple(...ids.map((id) => choiceArbitrary(MODIFIERS, n, [id])))),
      name: fc.option(nameArbitrary),
      slot: fc.integer({ min: 1, max: MAX_RUNS }),
      hidden: fc.boolean(),
    },
    { noNullPrototype: true },
  );
}

function viewArbitrary(runs: number): fc.Arbitrary<Scene['view']> {
  const interval = fc
    .uniqueArray(double({ min: -DIVERGED_ABOVE, max: DIVERGED_ABOVE }), { minLength: 2, maxLength: 2 })
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
    .filter(([from, to]) => to - from >= 1e-9 * Math.max(1, Math.abs(from), Math.abs(to)));
  return fc.record(
    {
      playhead: fc.integer({ min: 0, max: MAX_STEPS }),
      window: fc.record({ x: interval, y: interval }, { noNullPrototype: true }),
      theme: fc.constantFrom(...THEMES),
      unfolded: fc.boolean(),
      speed: fc.constantFrom(0.25, 0.5, 1, 2, 4, 8, 16),
      loop: fc.boolean(),
      cloud: fc.integer({ min: 0, max: MAX_CLOUD }),
      data: fc.constantFrom(...DATA_PARTS),
      reading: fc.record(
        {
          numbers: fc.constantFrom(...READING_NUMBERS),
          form: fc.constantFrom(...READING_FORMS),
          curvature: fc.boolean(),
        },
        { requiredKeys: [], noNullPrototype: true },
      ),
      chart: fc.record(
        {
          quantity: fc.constantFrom(...CHART_QUANTITIES),
          scale: fc.constantFrom(...CHART_SCALES),
          against: fc.constantFrom(...CHART_AXES),
          range: interval,
        },
        { requiredKeys: ['quantity'], noNullPrototype: true },
      ),
      ...(runs === 0 ? {} : { focus: fc.integer({ min: 0, max: runs - 1 }) }),
    },
    { requiredKeys: [], noNullPrototype: true },
  );
}

const problemArbitrary = fc.constantFrom(...(Object.keys(PROBLEMS) as ProblemId[])).chain((id) => {
  const definition: ProblemDefinition = PROBLEMS[id];
  const { parameters } = definition;
  const plain = createProblem({ id, params: defaultsOf(parameters), scale: 1, rotation: 0 });
  const { dimension } = plain;
  return fc.record(
    {
      id: fc.constant(id),
      params: valuesArbitrary(parameters, dimension)
        .map(ofFewSamples)
        .filter((params) => (definition.refuse?.(params) ?? null) === null),
      scale: double({ min: 0, minExcluded: true, max: 1e12 }),
      rotation: canRotate(plain) ? double({ min: -360, max: 360 }) : fc.constant(0),
    },
    { noNullPrototype: true },
  );
});

const FEW_SAMPLES = 60;

/** Data sets that are drawn are small: their size tells nothing new, and many runs go through them. */
function ofFewSamples(params: AnyValues): AnyValues {
  return typeof params.count === 'number' ? { ...params, count: 2 + (params.count % FEW_SAMPLES) } : params;
}

/** Complete, valid scenes. */
export const sceneArbitrary: fc.Arbitrary<Scene> = problemArbitrary.chain((problem) => {
  const { dimension, samples } = createProblem(problem);
  return fc.array(runArbitrary(dimension), { maxLength: 4 }).chain((runs) =>
    fc.record(
      {
        version: fc.constant(1 as const),
        problem: fc.constant(problem),
        start: fc.array(double({ min: -DIVERGED_ABOVE, max: DIVERGED_ABOVE }), {
          minLength: dimension,
          maxLength: dimension,
        }),
        steps: fc.integer({ min: 0, max: MAX_STEPS }),
        sampling: fc.record(
          {
            seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
            noise: double({ min: 0 }),
            batchSize: fc.oneof(
              fc.constant('full' as const),
              fc.integer({ min: 1, max: samples === 0 ? Number.MAX_SAFE_INTEGER : 2 * samples }),
            ),
            order: fc.constantFrom(...SAMPLING_ORDERS),
          },
          { noNullPrototype: true },
        ),
        runs: fc.constant(runs),
        view: viewArbitrary(runs.length),
      },
      { noNullPrototype: true },
    ),
  );
});

import { describe, expect, test } from 'vitest';
import { explain } from '../engine/explain.ts';
import { createStepper } from '../engine/stepper.ts';
import { namesIn, type Equation } from '../equations/equation.ts';
import { createProblem } from '../problems/createProblem.ts';
import { outside } from '../scene/reading.ts';
import { readScene } from '../scene/readScene.ts';
import { taskOf, type Task } from '../scene/scene.ts';
import type { AnyValues } from '../specs/spec.ts';
import { OPTIMIZERS, type OptimizerId } from './registry.ts';
import { formsOf, variantsOf } from './variants.ts';

// What every optimizer keeps to, whatever its rule. That its equations say what its step does is held in
// equations.test.ts.

const IDS = Object.keys(OPTIMIZERS) as OptimizerId[];

/** Names of an equation that are neither quantities nor hyperparameters. */
const OWN_NAMES = ['theta', 'g', 'update', 'lr', 't'];

const PLACES = [
  { problem: { id: 'rosenbrock' }, start: [-1.5, 2] },
  { problem: { id: 'matrix-regression' }, start: [0.5, -1, 2, 3] },
];
const DIMENSIONS = PLACES.map(({ start }) => start.length);

function taskOn(place: (typeof PLACES)[number], id: OptimizerId, hyperparameters: AnyValues = {}): Task {
  const { scene, issues } = readScene({
    ...place,
    steps: 40,
    runs: [{ optimizer: { id, hyperparameters } }],
  });
  expect(issues).toEqual([]);
  return taskOf(scene, scene.runs[0]);
}

describe.each(IDS)('%s', (id) => {
  const optimizer = OPTIMIZERS[id];
  const specs = Object.entries(optimizer.hyperparameters);
  const symbols = Object.entries(optimizer.quantities).flatMap(([name, { symbol }]) =>
    symbol === undefined ? [] : [name],
  );
  const rules: (readonly Equation[])[] = DIMENSIONS.flatMap((n) =>
    variantsOf(optimizer.hyperparameters, n).map((variant) => optimizer.equations(variant)),
  );
  const mentioned = new Set(
    rules.flatMap((rule) =>
      rule.flatMap(({ left, right, when = '' }) => [left, ...namesIn(right), ...namesIn(when)]),
    ),
  );

  test('has a name, an idea of one sentence, and says where it is from', () => {
    expect(optimizer.name).toMatch(/^\p{Lu}/u);
    expect(optimizer.idea).toMatch(/^\p{Lu}[^.!?]*\.$/u);
    expect(optimizer.cite.filter((citation) => 'lecture' in citation).length).toBeGreaterThan(0);
    for (const { at } of optimizer.cite) expect(at).not.toBe('');
  });

  test('begins its hyperparameters with its learning rate', () => {
    expect(specs[0][0]).toBe(optimizer.rate);
    expect(specs[0][1].kind).toBe('number');
  });

  test('has every default inside its own range, and its slider too', () => {
    for (const [name, spec] of specs) {
      if (spec.kind === 'choice') {
        expect(spec.options, name).toContain(spec.default);
        expect(new Set(spec.options).size, name).toBe(spec.options.length);
      }
      if (spec.kind === 'numbers') {
        expect(spec.default.length, name).toBeGreaterThanOrEqual(spec.minLength);
        expect(spec.default.length, name).toBeLessThanOrEqual(spec.maxLength);
        for (const entry of spec.default) expect(outside(entry, spec.each), name).toBeNull();
      }
      if (spec.kind !== 'number') continue;
      expect(outside(spec.default, spec), name).toBeNull();
      for (const end of spec.slider ?? []) expect(outside(end, spec), name).toBeNull();
      if (spec.slider) expect(spec.slider[0], name).toBeLessThan(spec.slider[1]);
      else expect([spec.min ?? spec.above, spec.max ?? spec.below], name).not.toContain(undefined);
      // A slider of decades has no 0.
      if (spec.scale === 'log') expect((spec.slider ?? [spec.min!])[0], name).toBeGreaterThan(0);
    }
  });

  test('has keys of letters only, each once, and a symbol and words for each control', () => {
    const keys = specs.map(([, { key }]) => key);
    for (const key of keys) expect(key).toMatch(/^[a-z]+$/);
    expect(new Set(keys).size).toBe(keys.length);
    for (const [name, { symbol, label }] of specs) {
      expect(symbol.trim(), name).not.toBe('');
      expect(label.trim(), name).not.toBe('');
    }
    for (const name of symbols) expect(optimizer.quantities[name].symbol?.trim(), name).not.toBe('');
  });

  test('says in words what each symbol is, and draws nothing but what has a symbol and an entry a parameter', () => {
    for (const [name, { symbol, label, arrow, size }] of Object.entries(optimizer.quantities)) {
      expect(label === undefined, name).toBe(symbol === undefined);
      if (label !== undefined) expect(label, name).toMatch(/^\S.*[^.\s]$/);
      if (!arrow) continue;
      expect(symbol, name).toBeDefined();
      for (const n of DIMENSIONS)
        for (const variant of variantsOf(optimizer.hyperparameters, n))
          // A velocity without a damping of its own takes no room.
          expect([0, n], name).toContain(size?.(n, variant) ?? n);
    }
  });

  test('names nothing twice, and nothing as the equations’ own names', () => {
    const names = [...specs.map(([name]) => name), ...Object.keys(optimizer.quantities), ...OWN_NAMES];
    expect(new Set(names).size).toBe(names.length);
  });

  test('has every hyperparameter and every quantity in the equations of some variant', () => {
    const numbers = specs
      .filter(([, { kind }]) => kind === 'number' || kind === 'numbers')
      .map(([name]) => (name === optimizer.rate ? 'lr' : name));
    expect([...mentioned]).toEqual(expect.arrayContaining([...numbers, ...symbols]));
  });

  test('has nothing in its equations but quantities with a symbol, hyperparameters, θ, g, Δθ, η and t', () => {
    const known = new Set([...symbols, ...specs.map(([name]) => name), ...OWN_NAMES]);
    expect([...mentioned].filter((name) => !known.has(name))).toEqual([]);
  });

  test('shows each choice and flag in its equations, in some form at least', () => {
    for (const [name, spec] of specs) {
      if (spec.kind !== 'choice' && spec.kind !== 'flag') continue;
      const options = spec.kind === 'flag' ? [false, true] : spec.options;
      const seen = formsOf(optimizer.hyperparameters, 2).some((form) => {
        const texts = options.map((option) =>
          JSON.stringify(optimizer.equations({ ...form, [name]: option })),
        );
        return new Set(texts).size === options.length;
      });
      expect(seen, name).toBe(true);
    }
  });

  test('computes quantities, g once and from ∇f, and last of all the update, with its sign', () => {
    for (const rule of rules) {
      const lefts = rule.map(({ left }) => left);
      expect(new Set(lefts).size).toBe(lefts.length);
      for (const left of lefts) expect([...symbols, 'g', 'update']).toContain(left);
      expect(lefts.at(-1)).toBe('update');
      expect(rule.at(-1)?.right).toMatch(/^[+-]/);
      const gradient = rule.find(({ left }) => left === 'g');
      expect(gradient?.right).toMatch(
        optimizer.ownGradient ? /^\\nabla f\(@\w+\)$/ : /^\\nabla f\(@theta\)$/,
      );
    }
  });

  const showsHessian = (rule: readonly Equation[]) =>
    rule.some(({ right }) => right.includes(String.raw`\nabla^2 f`));

  test('declares what it asks for beside the gradient', () => {
    expect(optimizer.needs.includes('hessian')).toBe(rules.some(showsHessian));
  });

  test.each(PLACES)('writes its update, and never θ: $problem.id', (place) => {
    for (const form of formsOf(optimizer.hyperparameters, place.start.length)) {
      const { stepped, theta, context } = stepBy(place, id, form);
      stepped();
      stepped();
      expect([...theta], JSON.stringify(form)).toEqual(place.start);
      expect(context.g.every(Number.isFinite), JSON.stringify(form)).toBe(true);
      expect(context.update.every(Number.isFinite), JSON.stringify(form)).toBe(true);
    }
  });

  test.each(PLACES)('asks for no more than it declares and shows: $problem.id', (place) => {
    for (const form of formsOf(optimizer.hyperparameters, place.start.length)) {
      const { stepped, asked } = stepBy(place, id, form);
      stepped();
      expect(asked.gradient > 0).toBe(optimizer.ownGradient);
      expect(asked.hessian > 0).toBe(showsHessian(optimizer.equations(form)));
      expect(asked.value > 0).toBe(optimizer.needs.includes('value'));
    }
  });

  // The quantities are frozen, so that a step that would put a new vector in one's place throws.
  test.each(PLACES)('keeps its state in the vectors it was given: $problem.id', (place) => {
    for (const form of formsOf(optimizer.hyperparameters, place.start.length)) {
      const { stepped, quantities } = stepBy(place, id, form);
      const before = Object.values(quantities).map(({ buffer, length }) => ({ buffer, length }));
      for (let k = 0; k < 5; k++) stepped();
      Object.values(quantities).forEach((vector, i) => {
        expect(vector.buffer).toBe(before[i].buffer);
        expect(vector.length).toBe(before[i].length);
      });
    }
  });

  test.each(PLACES)(
    'has all of its state in its memory, which survives a structured clone: $problem.id',
    (place) => {
      for (const form of formsOf(optimizer.hyperparameters, place.start.length)) {
        const task = taskOn(place, id, form);
        const original = createStepper(task);
        for (let k = 0; k < 6; k++) original.advance();
        const resumed = createStepper(task);
        resumed.memory.set(structuredClone(original.memory));
        for (let k = 0; k < 6; k++) {
          original.advance();
          resumed.advance();
        }
        expect(resumed.memory).toEqual(original.memory);
      }
    },
  );

  test.each(PLACES)('starts with all its quantities at 0: $problem.id', (place) => {
    const before = explain(taskOn(place, id), 1)?.before ?? {};
    expect(Object.keys(before)).toEqual(Object.keys(optimizer.quantities));
    for (const [name, vector] of Object.entries(before))
      expect(
        vector.every((entry) => entry === 0),
        name,
      ).toBe(true);
  });

  test('with a learning rate of 0 stays where it is', () => {
    for (const form of formsOf(optimizer.hyperparameters, 2)) {
      const stepper = createStepper(taskOn(PLACES[0], id, { ...form, [optimizer.rate]: 0 }));
      for (let k = 0; k < 5; k++) stepper.advance();
      expect([...stepper.theta], JSON.stringify(form)).toEqual(PLACES[0].start);
    }
  });
});

/** The bare step of an optimizer with a frozen context, its evaluations counted. */
function stepBy({ problem: selection, start }: (typeof PLACES)[number], id: OptimizerId, form: AnyValues) {
  const optimizer = OPTIMIZERS[id];
  const problem = createProblem(taskOn({ problem: selection, start }, id).problem);
  const n = problem.dimension;
  const asked = { gradient: 0, value: 0, hessian: 0 };
  const theta = Float64Array.from(start);
  const quantities: Readonly<Record<string, Float64Array>> = Object.freeze(
    Object.fromEntries(
      Object.entries(optimizer.quantities).map(([name, { size }]) => [
        name,
        new Float64Array(size?.(n, form) ?? n),
      ]),
    ),
  );
  const context = {
    theta,
    g: new Float64Array(n),
    update: new Float64Array(n).fill(Number.NaN),
    lr: 0.01,
    gradient(point: Float64Array, out: Float64Array) {
      asked.gradient += 1;
      problem.gradient(point, out);
    },
    valueInto(point: Float64Array, out: Float64Array) {
      asked.value += 1;
      problem.valueInto(point, out);
    },
    hessian(point: Float64Array, out: Float64Array) {
      asked.hessian += 1;
      problem.hessian(point, out);
    },
    randomSign: (index: number) => (index % 2 === 0 ? 1 : -1),
    repeatable: true,
    stop: () => expect.unreachable('the step stops'),
  };
  let t = 0;
  const stepped = () => {
    t += 1;
    if (!optimizer.ownGradient) problem.gradient(theta, context.g);
    optimizer.step(Object.freeze({ ...context, t }), quantities, form);
  };
  return { stepped, theta, context, quantities, asked };
}

import { describe, expect, test } from 'vitest';
import { explain, type Explanation } from '../engine/explain.ts';
import { pathOf, taskWith } from '../engine/recordedRun.ts';
import { OPTIMIZERS, type OptimizerId } from '../optimizers/registry.ts';
import { outside } from '../scene/reading.ts';
import { SCHEDULES } from '../schedules/registry.ts';
import { MODIFIERS, type ModifierId } from './registry.ts';

const IDS = Object.keys(OPTIMIZERS) as OptimizerId[];

const NOISY = { problem: { id: 'booth' }, start: [3, -2], steps: 40, sampling: { seed: 5, noise: 0.3 } };
const CALM = { problem: { id: 'booth' }, start: [3, -2], steps: 40 };

const sam = (rho: number, p = 2) => ({ id: 'sam', hyperparameters: { rho, p } });
const lookahead = (k: number, alpha: number) => ({ id: 'lookahead', hyperparameters: { k, alpha } });
const decay = (mode: 'l2' | 'decoupled', coefficient: number) => ({
  id: 'weight-decay',
  hyperparameters: { mode, coefficient },
});

type Path = readonly (readonly number[])[];

/** The greatest difference of two paths' coordinates, relative where they are greater than 1. */
function departure(a: Path, b: Path): number {
  expect(a).toHaveLength(b.length);
  return Math.max(
    ...a.flatMap((point, t) => point.map((x, i) => Math.abs(x - b[t][i]) / Math.max(1, Math.abs(x)))),
  );
}

/** ∇f of Booth's function, from its formula (x + 2y − 7)² + (2x + y − 5)². */
function boothGradient({ 0: x, 1: y }: ArrayLike<number>): number[] {
  const [a, b] = [x + 2 * y - 7, 2 * x + y - 5];
  return [2 * a + 4 * b, 4 * a + 2 * b];
}

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, digits = 12) {
  expect(actual.length).toBe(expected.length);
  Array.from(actual).forEach((x, i) => expect(x).toBeCloseTo(expected[i], digits));
}

describe.each(Object.keys(MODIFIERS) as ModifierId[])('%s', (id) => {
  const { name, idea, cite, hyperparameters } = MODIFIERS[id];

  test('has a name, an idea of one sentence, and says where it is from', () => {
    expect(name).toMatch(/^\p{Lu}/u);
    expect(idea).toMatch(/^\p{Lu}[^.!?]*\.$/u);
    expect(cite.length).toBeGreaterThan(0);
  });

  test('says in words what each symbol is, and draws nothing but what has a symbol and an entry a parameter', () => {
    for (const [name, { symbol, label, arrow, size }] of Object.entries(MODIFIERS[id].quantities)) {
      expect(label === undefined, name).toBe(symbol === undefined);
      if (arrow) expect([symbol === undefined, size], name).toEqual([false, undefined]);
    }
  });

  test('has defaults and sliders inside their ranges, and a symbol for each', () => {
    for (const [key, spec] of Object.entries(hyperparameters)) {
      expect(spec.symbol, key).not.toBe('');
      if (spec.kind !== 'number') continue;
      for (const value of [spec.default, ...(spec.slider ?? [])])
        expect(outside(value, spec), key).toBeNull();
    }
  });
});

describe.each(IDS)('around %s', (id) => {
  // Steps of one length, whatever the gradient, differ once they have come near the minimizer.
  const hyperparameters = id === 'signsgd' || id === 'sophia' ? { learningRate: 0.2 } : {};
  const base = pathOf(taskWith(NOISY, id, hyperparameters));
  const under = (...modifiers: unknown[]) => pathOf(taskWith(NOISY, id, hyperparameters, { modifiers }));

  test('SAM with ρ = 0 changes nothing, bit for bit', () => {
    expect(under(sam(0))).toEqual(base);
    expect(under(sam(0.2))).not.toEqual(base);
  });

  test('Lookahead with α = 1 changes nothing, bit for bit', () => {
    expect(under(lookahead(3, 1))).toEqual(base);
    expect(under(lookahead(3, 0.5))).not.toEqual(base);
  });

  test('Lookahead with α = 0 comes back to the start every k steps', () => {
    const path = under(lookahead(4, 0));
    for (const t of [4, 8, 40]) expectClose(path[t], [3, -2]);
    expect(path[3]).toEqual(base[3]);
  });

  test.each(['l2', 'decoupled'] as const)(
    'weight decay with λ = 0 changes nothing, bit for bit: %s',
    (mode) => {
      expect(under(decay(mode, 0))).toEqual(base);
      expect(under(decay(mode, 0.3))).not.toEqual(base);
    },
  );

  test('the order in which modifiers are written does not matter', () => {
    for (const mode of ['l2', 'decoupled'] as const) {
      const [a, b, c] = [sam(0.1), decay(mode, 0.2), lookahead(3, 0.4)];
      const path = under(a, b, c);
      for (const others of [
        [a, c, b],
        [b, a, c],
        [b, c, a],
        [c, a, b],
        [c, b, a],
      ])
        expect(under(...others)).toEqual(path);
    }
  });
});

describe('Lookahead', () => {
  test('goes back part of the way every k steps, while the optimizer’s state goes on', () => {
    const [eta, mu, k, alpha] = [0.03, 0.8, 3, 0.4];
    const path = pathOf(
      taskWith(CALM, 'momentum', { learningRate: eta, momentum: mu }, { modifiers: [lookahead(k, alpha)] }),
    );
    let theta = [3, -2];
    let slow = theta;
    let v = [0, 0];
    for (let t = 1; t <= 40; t++) {
      const g = boothGradient(theta);
      v = v.map((x, i) => mu * x - eta * g[i]);
      theta = theta.map((x, i) => x + v[i]);
      if (t % k === 0) {
        slow = slow.map((x, i) => (1 - alpha) * x + alpha * theta[i]);
        theta = slow;
      }
      expectClose(path[t], theta);
    }
  });

  test('at every step with α is gradient descent with α times the learning rate', () => {
    const every = { modifiers: [lookahead(1, 0.25)] };
    const path = pathOf(taskWith(CALM, 'sgd', { learningRate: 0.04 }, every));
    expect(departure(path, pathOf(taskWith(CALM, 'sgd', { learningRate: 0.01 })))).toBeLessThan(1e-13);
  });

  test('is last: what it goes back on has decayed in every step', () => {
    const [eta, lambda] = [0.03, 0.5];
    const modifiers = [lookahead(2, 0.25), decay('decoupled', lambda)];
    const path = pathOf(taskWith(CALM, 'sgd', { learningRate: eta }, { modifiers }));
    let theta = [3, -2];
    let slow = theta;
    for (let t = 1; t <= 10; t++) {
      const g = boothGradient(theta);
      theta = theta.map((x, i) => (1 - eta * lambda) * x - eta * g[i]);
      if (t % 2 === 0) {
        slow = slow.map((x, i) => 0.75 * x + 0.25 * theta[i]);
        theta = slow;
      }
      expectClose(path[t], theta);
    }
  });
});

describe('weight decay', () => {
  const path = (id: string, h: object, modifier: unknown, run: object = {}) =>
    pathOf(taskWith(NOISY, id, { ...h }, { modifiers: [modifier], ...run }));
  const difference = (id: string, h: object, run: object = {}) =>
    departure(path(id, h, decay('l2', 0.4), run), path(id, h, decay('decoupled', 0.4), run));

  test.each(Object.keys(SCHEDULES))(
    'by penalty and beside the step are one for gradient descent, under any schedule: %s',
    (id) => {
      const schedule = [{ id }, { id: 'warmup', hyperparameters: { steps: 7 } }];
      expect(difference('sgd', { learningRate: 0.03 }, { schedule })).toBeLessThan(1e-13);
      expect(departure(path('sgd', {}, decay('l2', 0)), path('sgd', {}, decay('l2', 0.4)))).toBeGreaterThan(
        1e-3,
      );
    },
  );

  test('by penalty and beside the step are two for momentum, and for Adam', () => {
    expect(difference('momentum', { learningRate: 0.01 })).toBeGreaterThan(0.01);
    expect(difference('adam', { learningRate: 0.1 })).toBeGreaterThan(0.01);
  });

  test('beside the step makes Adam AdamW', () => {
    const h = { learningRate: 0.1, beta1: 0.8, beta2: 0.95, epsilon: 1e-6 };
    const adamw = pathOf(taskWith(NOISY, 'adamw', { ...h, weightDecay: 0.4 }));
    expect(departure(path('adam', h, decay('decoupled', 0.4)), adamw)).toBeLessThan(1e-13);
    expect(departure(path('adam', h, decay('l2', 0.4)), adamw)).toBeGreaterThan(0.01);
  });

  test('beside the step shrinks θ by 1 − ηλ where the gradient is 0', () => {
    const task = taskWith(
      { problem: { id: 'booth' }, start: [1, 3], steps: 1 },
      'adam',
      { learningRate: 0.25 },
      {
        modifiers: [decay('decoupled', 0.5)],
      },
    );
    expectClose(pathOf(task)[1], [0.875, 2.625], 14);
  });

  test('by penalty is in the Hessian too: Newton lands where ∇f + λθ = 0', () => {
    const lambda = 0.7;
    const [, theta] = pathOf(taskWith(CALM, 'newton', {}, { modifiers: [decay('l2', lambda)] }));
    expectClose(
      boothGradient(theta).map((g, i) => g + lambda * theta[i]),
      [0, 0],
    );
  });

  test('by penalty is taken at the point that was asked about: Nesterov’s look-ahead', () => {
    const task = taskWith(CALM, 'nesterov', { learningRate: 0.02 }, { modifiers: [decay('l2', 0.7)] });
    const { g, after, theta } = explain(task, 5) as Explanation;
    const { lookahead: point } = after;
    expect([...point]).not.toEqual([...theta]);
    expectClose(
      g,
      boothGradient(point).map((x, i) => x + 0.7 * point[i]),
    );
  });
});

describe('SAM', () => {
  const step = (modifiers: readonly unknown[], id = 'sgd', t = 4) =>
    explain(taskWith(CALM, id, { learningRate: 0.02 }, { modifiers }), t) as Explanation;

  test('takes the gradient at θ + ρ∇f/‖∇f‖', () => {
    const { theta, g, modifiersAfter } = step([sam(0.3)]);
    const s = boothGradient(theta);
    const climbed = [...theta].map((x, i) => x + (0.3 * s[i]) / Math.hypot(...s));
    expectClose(modifiersAfter.sam.s, s);
    expectClose(modifiersAfter.sam.point, climbed);
    expectClose(g, boothGradient(climbed));
  });

  test.each([1.25, 2, 3, 40])('climbs as high as a step of length ρ in the %d-norm can', (p) => {
    const { s, climb } = step([sam(0.3, p)]).modifiersAfter.sam;
    const norm = (vector: ArrayLike<number>, power: number) =>
      Array.from(vector).reduce((sum, x) => sum + Math.abs(x) ** power, 0) ** (1 / power);
    expect(norm(climb, p)).toBeCloseTo(0.3, 12);
    // By Hölder's inequality no step of that length climbs more than ρ times the dual norm.
    expect(climb[0] * s[0] + climb[1] * s[1]).toBeCloseTo(0.3 * norm(s, p / (p - 1)), 10);
  });

  test('with a very large p climbs by ρ in every coordinate', () => {
    const { s, climb } = step([sam(0.3, 1e9)]).modifiersAfter.sam;
    expectClose(
      climb,
      [...s].map((x) => 0.3 * Math.sign(x)),
      7,
    );
  });

  test('climbs by ∇f alone: an L2 term is added at the point that was not moved', () => {
    const { theta, g, modifiersAfter } = step([decay('l2', 0.7), sam(0.3)]);
    const s = boothGradient(theta);
    const climbed = [...theta].map((x, i) => x + (0.3 * s[i]) / Math.hypot(...s));
    expectClose(modifiersAfter.sam.point, climbed);
    expectClose(
      g,
      boothGradient(climbed).map((x, i) => x + 0.7 * theta[i]),
    );
  });

  test('climbs from Nesterov’s look-ahead', () => {
    const { g, after, modifiersAfter } = step([sam(0.3)], 'nesterov');
    const s = boothGradient(after.lookahead);
    const climbed = [...after.lookahead].map((x, i) => x + (0.3 * s[i]) / Math.hypot(...s));
    expectClose(modifiersAfter.sam.point, climbed);
    expectClose(g, boothGradient(climbed));
  });

  test('stays where the gradient is 0', () => {
    const scene = { problem: { id: 'booth' }, start: [1, 3], steps: 3 };
    for (const point of pathOf(taskWith(scene, 'adam', {}, { modifiers: [sam(0.3)] })))
      expect(point).toEqual([1, 3]);
  });

  test('slides along the curve of minimizers to the flattest, where gradient descent stays', () => {
    // The numbers are those that the problem's definition states.
    const scene = { problem: { id: 'scalar-factorization' }, start: [3, 1], steps: 300 };
    const end = (modifiers: readonly unknown[]) =>
      pathOf(taskWith(scene, 'sgd', { learningRate: 0.1 }, { modifiers })).at(-1) as readonly number[];
    expectClose(end([]), [2.79, 0.36], 2);
    expectClose(end([sam(0.2)]), [1.07, 0.94], 2);
  });
});

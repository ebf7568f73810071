import { expect, test } from 'vitest';
import { pathOf, recorded, taskWith } from '../engine/recordedRun.ts';
import { each, norm, type Numbers } from './literal.ts';

// Modifiers and schedules beside the lines that Memphis and Westlake print, written out, over twenty steps.

const STEPS = 20;
const ETA = 0.01;
const LAMBDA = 0.3;
const SCENE = { problem: { id: 'himmelblau' }, start: [0.5, -0.7], steps: STEPS };

const gradient = ([x, y]: Numbers): Numbers => {
  const [a, b] = [x * x + y - 11, x + y * y - 7];
  return [4 * x * a + 2 * b, 2 * a + 4 * y * b];
};

function pathBy(next: (x: Numbers, t: number) => Numbers): Numbers[] {
  const path: Numbers[] = [SCENE.start];
  for (let t = 1; t <= STEPS; t++) path.push(next(path[t - 1], t));
  return path;
}

function expectPath(run: object, literal: readonly Numbers[], id = 'sgd', hyperparameters = {}) {
  const actual = pathOf(taskWith(SCENE, id, { learningRate: ETA, ...hyperparameters }, { ...run }));
  const errors = literal.flatMap((point, t) =>
    point.map((x, i) => Math.abs(x - actual[t][i]) / Math.max(1, Math.abs(x))),
  );
  expect(actual.length).toBe(literal.length);
  expect(Math.max(...errors)).toBeLessThan(1e-12);
}

const decay = (mode: string) => ({
  modifiers: [{ id: 'weight-decay', hyperparameters: { mode, coefficient: LAMBDA } }],
});

/** Memphis’s Algorithm 2 with w in line 6 and w in line 12. */
function algorithm2(w6: number, w12: number): Numbers[] {
  let [m, v]: Numbers[] = [
    [0, 0],
    [0, 0],
  ];
  return pathBy((x, t) => {
    const g = each((gi, xi) => gi + w6 * xi, gradient(x), x);
    m = each((mi, gi) => 0.9 * mi + (1 - 0.9) * gi, m, g);
    v = each((vi, gi) => 0.99 * vi + (1 - 0.99) * gi ** 2, v, g);
    return each(
      (xi, mi, vi) =>
        xi - ((ETA * (mi / (1 - 0.9 ** t))) / (Math.sqrt(vi / (1 - 0.99 ** t)) + 1e-8) + w12 * xi),
      x,
      m,
      v,
    );
  });
}

test('Memphis’s L2 is line 6 alone, its decoupled decay line 12 alone with w = ηλ', () => {
  expectPath(decay('l2'), algorithm2(LAMBDA, 0), 'adam', { beta2: 0.99 });
  expectPath(decay('decoupled'), algorithm2(0, ETA * LAMBDA), 'adam', { beta2: 0.99 });
});

test('Westlake’s SGD on the penalized loss is L2 with 2λ, and both sides of its eq. (11) are one path', () => {
  const lambda = LAMBDA / 2;
  const left = pathBy((x) => each((xi, g) => xi - ETA * (g + 2 * lambda * xi), x, gradient(x)));
  const right = pathBy((x) => each((xi, g) => (1 - 2 * ETA * lambda) * xi - ETA * g, x, gradient(x)));
  expectPath(decay('l2'), left);
  expectPath(decay('decoupled'), right);
});

test('Westlake’s decoupled SGD with momentum is the averaged form with the decay of (11)', () => {
  const lambda = LAMBDA / 2;
  let m: Numbers = [0, 0];
  const path = pathBy((x) => {
    m = each((mi, g) => 0.9 * mi + (1 - 0.9) * g, m, gradient(x));
    return each((xi, mi) => xi - ETA * mi - 2 * ETA * lambda * xi, x, m);
  });
  expectPath(decay('decoupled'), path, 'momentum', { form: 'averaged' });
});

test.each([2, 3])('SAM climbs as eq. (18) says for p = %i', (p) => {
  const rho = 0.2;
  const q = p / (p - 1);
  const path = pathBy((x) => {
    const s = gradient(x);
    const below = s.reduce((sum, si) => sum + Math.abs(si) ** q, 0) ** (1 / p);
    const climb = s.map((si) => (rho * Math.sign(si) * Math.abs(si) ** (q - 1)) / below);
    return each((xi, g) => xi - ETA * g, x, gradient(each((xi, c) => xi + c, x, climb)));
  });
  expectPath({ modifiers: [{ id: 'sam', hyperparameters: { rho, p } }] }, path);
  expect(norm(path[STEPS])).toBeGreaterThan(0);
});

test('Lookahead takes k steps forward and one back, as Algorithm 2 says', () => {
  const [k, alpha] = [4, 0.3];
  let slow: Numbers = SCENE.start;
  const path = pathBy((v, t) => {
    const fast = each((vi, g) => vi - ETA * g, v, gradient(v));
    if (t % k !== 0) return fast;
    slow = each((theta, vk) => (1 - alpha) * theta + alpha * vk, slow, fast);
    return slow;
  });
  expectPath({ modifiers: [{ id: 'lookahead', hyperparameters: { k, alpha } }] }, path);
});

test('the schedules that Westlake prints give its η, counted from the steps before', () => {
  const rates = (schedule: object) =>
    recorded(taskWith(SCENE, 'sgd', { learningRate: ETA }, { schedule })).rows.map((row) => row.learningRate);
  const exponential = rates({ id: 'exponential', hyperparameters: { rate: 0.1 } });
  const cosine = rates({ id: 'cosine', hyperparameters: { floor: 0.2 } });
  const [most, least] = [ETA, 0.2 * ETA];
  for (let t = 0; t < STEPS; t++) {
    expect(exponential[t + 1]).toBeCloseTo(ETA * Math.exp(-0.1 * t), 14);
    expect(cosine[t + 1]).toBeCloseTo(
      least + 0.5 * (most - least) * (1 + Math.cos((t / STEPS) * Math.PI)),
      14,
    );
  }
});

import { describe, expect, test } from 'vitest';
import './atOnce.ts';
import { LOSSES, type LossId } from '../../losses/registry.ts';
import type { Vector } from '../../linalg/vector.ts';
import { defaultsOf } from '../../specs/defaults.ts';
import type { AnyValues } from '../../specs/spec.ts';
import { DIVERGED_ABOVE } from '../../scene/scene.ts';
import { createProblem } from '../createProblem.ts';
import type { DataModel, Problem, ProblemDefinition } from '../problem.ts';
import { PROBLEMS, type ProblemId } from '../registry.ts';

const IDS = ['iris', 'blobs', 'flipped-blobs', 'outlier-line'] as const satisfies readonly ProblemId[];
const LOSS_IDS = Object.keys(LOSSES) as LossId[];

const complete = (id: ProblemId, params: AnyValues): AnyValues => ({
  ...defaultsOf(PROBLEMS[id].parameters),
  ...params,
});

function make(id: ProblemId, params: AnyValues, scale = 1): Problem {
  return createProblem({ id, params: complete(id, params), scale, rotation: 0 });
}

function refused(id: ProblemId, params: AnyValues): boolean {
  const definition: ProblemDefinition = PROBLEMS[id];
  return (definition.refuse?.(complete(id, params)) ?? null) !== null;
}

const CASES = IDS.flatMap((id) =>
  LOSS_IDS.filter((loss) => !refused(id, { loss })).flatMap((loss) =>
    (id === 'outlier-line' ? [{}] : [{ model: 'weights' }, { model: 'weight-and-bias' }]).flatMap((model) =>
      [0, 0.3].map((penalty) => ({
        name: `${id}, ${loss}${'model' in model ? `, ${model.model}` : ''}, λ = ${penalty}`,
        id,
        params: { loss, penalty, ...model, gamma: 1.5, precision: 2.5 },
      })),
    ),
  ),
);

test('every loss of the registry is an option of every data problem, and is fitted to one or refused', () => {
  for (const id of IDS) {
    const { loss } = PROBLEMS[id].parameters;
    expect(loss.kind === 'choice' && loss.options.toSorted()).toEqual(LOSS_IDS.toSorted());
  }
  const fitted = new Set(CASES.map(({ params }) => params.loss));
  expect(LOSS_IDS.filter((loss) => !fitted.has(loss))).toEqual([
    'svm',
    'bernoulli-likelihood',
    'categorical-likelihood',
    'entropy',
  ]);
});

const gradientAt = (problem: Problem, theta: Vector, batch: Uint32Array | null = null) => {
  const out = new Float64Array(2).fill(Number.NaN);
  problem.gradient(theta, out, { t: 1, batch });
  return out;
};

/** Whether differences over ±h reach over a corner of a sample's loss. */
function nearCorner({ inputs, targets }: DataModel, theta: Vector, h: number): boolean {
  return targets.some((target, i) => {
    const [x, y] = inputs.subarray(2 * i);
    const score = x * theta[0] + y * theta[1];
    return [-1, 0, 1, target].some(
      (corner) => Math.abs(score - corner) <= 2 * h * (Math.abs(x) + Math.abs(y)),
    );
  });
}

const POINTS = [0.17, -0.6, 1.3].flatMap((x) => [-0.45, 0.23, 0.92].map((y) => Float64Array.of(x, y)));

describe.each(CASES)('$name', ({ id, params }) => {
  const problem = make(id, params);
  const model = problem.data!;
  const smooth = POINTS.filter((theta) => !nearCorner(model, theta, 1e-5));

  test('has the gradient and the Hessian that central differences give', () => {
    expect(smooth.length).toBeGreaterThan(2);
    const h = 1e-5;
    const hessian = new Float64Array(4);
    for (const theta of smooth) {
      const gradient = gradientAt(problem, theta);
      problem.hessian(theta, hessian);
      for (const i of [0, 1]) {
        const ahead = theta.with(i, theta[i] + h);
        const behind = theta.with(i, theta[i] - h);
        const width = ahead[i] - behind[i];
        // Truncation grows as h², and rounding as ε/h: either is some 1e-10 here.
        const slope = (problem.value(ahead) - problem.value(behind)) / width;
        expect(Math.abs(gradient[i] - slope)).toBeLessThan(1e-8 * Math.max(1, Math.abs(slope)));
        const [above, below] = [gradientAt(problem, ahead), gradientAt(problem, behind)];
        for (const j of [0, 1]) {
          const curvature = (above[j] - below[j]) / width;
          expect(Math.abs(hessian[2 * i + j] - curvature)).toBeLessThan(
            1e-8 * Math.max(1, Math.abs(curvature)),
          );
        }
      }
    }
  });

  test('has the mean of its samples’ gradients, plus the penalty’s, for its gradient', () => {
    const each = new Float64Array(2 * model.count);
    for (const theta of POINTS) {
      model.sampleGradients(theta, each);
      const gradient = gradientAt(problem, theta);
      const lambda = [model.penalty, model.model === 'weights' ? model.penalty : 0];
      for (const k of [0, 1]) {
        const mean = each.reduce((sum, g, i) => (i % 2 === k ? sum + g : sum), 0) / model.count;
        expect(gradient[k]).toBeCloseTo(mean + lambda[k] * theta[k], 12);
      }
    }
  });

  test('has value and gradient in one pass as in two, bit for bit, of all samples and of batches', () => {
    const batch = Uint32Array.from({ length: 700 }, (_, i) => (7 * i) % model.count);
    const [value, out, gradient] = [1, 1, 2].map((size) => new Float64Array(size));
    for (const scale of [1, 3.5]) {
      const scaled = make(id, params, scale);
      for (const theta of [
        ...POINTS,
        Float64Array.of(0, 0),
        Float64Array.of(-310, 47),
        Float64Array.of(2e7, 1),
      ])
        for (const draw of [undefined, { t: 1, batch: null }, { t: 1, batch }]) {
          scaled.valueInto(theta, value, draw);
          scaled.valueAndGradient?.(theta, out, gradient, draw);
          expect(out).toEqual(value);
          expect(gradient).toEqual(gradientAt(scaled, theta, draw?.batch));
        }
    }
  });

  test('is finite within the bounds that it states, whichever labels the samples have', () => {
    expect(problem.finiteWithin).toBeGreaterThan(1);
    expect(problem.finiteWithin).toBeLessThanOrEqual(DIVERGED_ABOVE);
    for (const a of [-1, 1])
      for (const b of [-1, 1]) {
        const theta = Float64Array.of(a * problem.finiteWithin, b * problem.finiteWithin);
        expect(problem.value(theta)).toBeLessThan(Number.POSITIVE_INFINITY);
      }
  });

  test('is, of single samples, a problem of its own: their losses’ mean is f', () => {
    const out = new Float64Array(1);
    for (const theta of POINTS.slice(0, 3)) {
      let sum = 0;
      for (let i = 0; i < model.count; i++) {
        problem.valueInto(theta, out, { t: 1, batch: Uint32Array.of(i) });
        sum += out[0];
      }
      expect(sum / model.count).toBeCloseTo(problem.value(theta), 11);
    }
  });
});

/** All lists of `size` numbers below n that `next` allows to follow. */
function lists(
  n: number,
  size: number,
  isAllowed: (list: readonly number[], next: number) => boolean,
): number[][] {
  if (size === 0) return [[]];
  return lists(n, size - 1, isAllowed).flatMap((list) =>
    Array.from({ length: n }, (_, next) => next)
      .filter((next) => isAllowed(list, next))
      .map((next) => [...list, next]),
  );
}

describe('a mini-batch', () => {
  const COUNT = 6;
  const theta = Float64Array.of(0.4, -0.7);
  const meanOver = (problem: Problem, batches: readonly number[][]) => {
    const sum = [0, 0];
    for (const batch of batches)
      gradientAt(problem, theta, Uint32Array.from(batch)).forEach((g, k) => (sum[k] += g));
    return sum.map((total) => total / batches.length);
  };

  test.each<[ProblemId, AnyValues]>([
    ['blobs', { loss: 'sigmoid-cross-entropy', penalty: 0.2 }],
    ['blobs', { loss: 'hinge', model: 'weight-and-bias', penalty: 0.2 }],
    ['outlier-line', { loss: 'absolute-error' }],
  ])('of %s, %j, has the gradient of all samples in the mean over all batches', (id, params) => {
    const problem = make(id, { ...params, count: COUNT });
    const whole = gradientAt(problem, theta);
    for (const size of [1, 2, 3, 6]) {
      const subsets = lists(COUNT, size, (list, next) => next > (list.at(-1) ?? -1));
      expect(subsets).toHaveLength([0, 6, 15, 20, 0, 0, 1][size]);
      meanOver(problem, subsets).forEach((g, k) => expect(g).toBeCloseTo(whole[k], 14));
    }
    for (const size of [1, 2, 3])
      meanOver(
        problem,
        lists(COUNT, size, () => true),
      ).forEach((g, k) => expect(g).toBeCloseTo(whole[k], 14));
  });

  test('of all samples is the whole set, and counts a sample twice that is drawn twice', () => {
    const problem = make('blobs', { count: COUNT });
    const all = gradientAt(problem, theta, Uint32Array.of(0, 1, 2, 3, 4, 5));
    expect([...all]).toEqual([...gradientAt(problem, theta)]);
    const [one, other] = [0, 3].map((i) => gradientAt(problem, theta, Uint32Array.of(i)));
    gradientAt(problem, theta, Uint32Array.of(0, 3, 0)).forEach((g, k) =>
      expect(g).toBeCloseTo((2 * one[k] + other[k]) / 3, 15),
    );
  });
});

test('a scaled problem has scaled gradients of samples, and finds its minimizers still', () => {
  const plain = make('blobs', { penalty: 0.1 });
  const tripled = make('blobs', { penalty: 0.1 }, 3);
  const theta = Float64Array.of(0.3, 1.1);
  const [once, thrice] = [plain, tripled].map(({ data }) => {
    const out = new Float64Array(2 * 200);
    data!.sampleGradients(theta, out);
    return out;
  });
  expect(thrice).toEqual(once.map((g) => 3 * g));
  expect(tripled.minimizers).toEqual(plain.minimizers);
  expect(tripled.minimum).toBe(3 * plain.minimum!);
  expect(tripled.samples).toBe(200);
});

test('problems that differ in loss, model or penalty share their samples', () => {
  const [one, other] = [
    make('blobs', { count: 5000 }),
    make('blobs', { count: 5000, loss: 'hinge', penalty: 1 }),
  ];
  expect(one.data!.inputs).toBe(other.data!.inputs);
  expect(make('iris', {}).data!.inputs).toBe(make('iris', { loss: 'focal' }).data!.inputs);
});

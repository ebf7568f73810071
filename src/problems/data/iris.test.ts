import { describe, expect, test } from 'vitest';
import './atOnce.ts';
import { recorded, taskWith } from '../../engine/recordedRun.ts';
import fixture from '../../fixtures/reference/iris.json' with { type: 'json' };
import { dataMessages as say } from '../../messages/dataProblems.ts';
import { dataRefusals } from '../../messages/dataRefusals.ts';
import { readScene } from '../../scene/readScene.ts';
import { defaultsOf } from '../../specs/defaults.ts';
import type { AnyValues } from '../../specs/spec.ts';
import { createProblem } from '../createProblem.ts';
import { unlistedOf, type Problem, type ProblemDefinition } from '../problem.ts';
import { iris } from './iris.ts';
import { IRIS_FEATURES, irisColumn, type IrisFeature, type IrisSpecies } from './irisRows.ts';

const DEFINITION: ProblemDefinition = iris;
const SPECIES = ['setosa', 'versicolor', 'virginica'] as const;

const complete = (params: AnyValues): AnyValues => ({ ...defaultsOf(iris.parameters), ...params });

function make(params: AnyValues = {}): Problem {
  return createProblem({ id: 'iris', params: complete(params), scale: 1, rotation: 0 });
}

const data = (params: AnyValues = {}) => make(params).data!;

test('has every number of the published table, in its order', () => {
  expect(fixture.columns.slice(0, 4).map((name) => name.replace('_', '-'))).toEqual(IRIS_FEATURES);
  for (const species of SPECIES) {
    const rows = fixture.rows.filter((row) => row[4] === species);
    expect(rows).toHaveLength(50);
    IRIS_FEATURES.forEach((feature, i) =>
      expect(irisColumn(species, feature).map((x) => x / 10)).toEqual(rows.map((row) => row[i])),
    );
  }
});

// The means of Fisher's own table.
test.each<[IrisSpecies, IrisFeature, number]>([
  ['setosa', 'petal-length', 1.462],
  ['versicolor', 'petal-length', 4.26],
  ['virginica', 'petal-length', 5.552],
  ['setosa', 'sepal-width', 3.428],
  ['versicolor', 'petal-width', 1.326],
  ['virginica', 'sepal-length', 6.588],
])('%s has a mean %s of %d cm', (species, feature, mean) => {
  const column = irisColumn(species, feature);
  expect(column.reduce((sum, x) => sum + x, 0) / 500).toBeCloseTo(mean, 12);
});

test('gives the credit that its licence asks for', () => {
  expect(iris.credit).toBe('R. A. Fisher, 1936; UCI Machine Learning Repository, CC BY 4.0');
  expect(iris.credit).toBe(fixture.credit);
});

describe('the scaling', () => {
  const columnsOf = (scaling: string) => {
    const { inputs, count } = data({ scaling });
    return [0, 1].map((k) => Array.from({ length: count }, (_, i) => inputs[2 * i + k]));
  };
  const mean = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;

  test('leaves the centimetres, moves their mean to 0, or their variance to 1 too', () => {
    expect(columnsOf('raw')[0].slice(0, 3)).toEqual([4.7, 4.5, 4.9]);
    for (const column of columnsOf('centred')) expect(mean(column)).toBeCloseTo(0, 14);
    // (4.26 + 5.552) / 2
    expect(columnsOf('centred')[0][0]).toBeCloseTo(4.7 - 4.906, 14);
    for (const column of columnsOf('standardised')) {
      expect(mean(column)).toBeCloseTo(0, 14);
      expect(mean(column.map((x) => x * x))).toBeCloseTo(1, 14);
    }
  });

  test('decides how long the ravine is: that of raw features is more than ten times as long', () => {
    const conditionOf = (scaling: string) => {
      const problem = make({ scaling, loss: 'squared-error' });
      const h = new Float64Array(4);
      problem.hessian(Float64Array.of(0, 0), h);
      const [middle, radius] = [(h[0] + h[3]) / 2, Math.hypot((h[0] - h[3]) / 2, h[1])];
      return (middle + radius) / (middle - radius);
    };
    expect(conditionOf('raw')).toBeGreaterThan(10 * conditionOf('standardised'));
  });

  test('is said with the features', () => {
    expect(data({ scaling: 'raw' }).features).toEqual(['petal length (cm)', 'petal width (cm)']);
    expect(data({ model: 'weight-and-bias' }).features).toEqual(['petal length, standardised']);
  });
});

describe('setosa', () => {
  // A line through the origin separates if and only if one does that almost goes through a sample.
  const bySearch = ({ inputs, targets }: Pick<ReturnType<typeof data>, 'inputs' | 'targets'>) => {
    const signed = Array.from(targets, (y, i) => [y * inputs[2 * i], y * inputs[2 * i + 1]]);
    return signed.some(([a, b]) =>
      [1, -1].some((side) => {
        const w = [-side * b + 1e-7 * a, side * a + 1e-7 * b];
        return signed.every(([x, y]) => w[0] * x + w[1] * y > 0);
      }),
    );
  };
  const PAIRS = IRIS_FEATURES.flatMap((first, i) =>
    IRIS_FEATURES.slice(i + 1).map((second) => ({ first, second })),
  );

  test.each(PAIRS)(
    'is separable from the others by $first and $second where a search finds a line',
    (pair) => {
      for (const positive of ['versicolor', 'virginica']) {
        const params = { ...pair, negative: 'setosa', positive };
        const { separable, ...rest } = data(params);
        expect(separable).toBe(bySearch(rest));
        const said = unlistedOf(DEFINITION, complete(params));
        expect(said).toBe(separable ? say['runs-away'].all : undefined);
        expect(make(params).minimizers).toHaveLength(separable ? 0 : 1);
        const held = { ...params, penalty: 0.1 };
        expect(unlistedOf(DEFINITION, complete(held))).toBeUndefined();
        expect(make(held).minimizers).toHaveLength(1);
      }
    },
  );

  test('is separable by its petals, of either feature alone too, and versicolor from virginica is not', () => {
    const petals = { negative: 'setosa', positive: 'virginica' };
    expect(data(petals).separable).toBe(true);
    expect(data({ ...petals, model: 'weight-and-bias' }).separable).toBe(true);
    expect(data().separable).toBe(false);
    expect(data({ model: 'weight-and-bias' }).separable).toBe(false);
  });

  test('lets the weights grow for ever: a long run makes them longer in each step', () => {
    const scene = {
      problem: { id: 'iris', params: { negative: 'setosa', positive: 'versicolor' } },
      sampling: { batchSize: 'full' },
      steps: 40,
    };
    const sizes = recorded(taskWith(scene, 'sgd', { learningRate: 20 })).rows.map(({ point }) =>
      Math.hypot(...point),
    );
    for (let t = 5; t < sizes.length; t++) expect(sizes[t]).toBeGreaterThan(sizes[t - 1]);
  });

  test('has hinge and its square at 0 on a whole region, which is said', () => {
    for (const loss of ['hinge', 'squared-hinge', 'multiclass-hinge']) {
      const params = { loss, negative: 'setosa' };
      expect(unlistedOf(DEFINITION, complete(params))).toBe(say.region.all);
      expect(make(params).value(Float64Array.of(50, 50))).toBe(0);
    }
  });
});

/** The logistic regression of rows of inputs and signs, by Newton's method, written out by itself. */
function maximumLikelihood(inputs: ArrayLike<number>, targets: ArrayLike<number>): [number, number] {
  let [a, b] = [0, 0];
  for (let round = 0; round < 50; round++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 0, 0, 0];
    for (let i = 0; i < targets.length; i++) {
      const [x, y] = [inputs[2 * i], inputs[2 * i + 1]];
      const p = 1 / (1 + Math.exp(-(a * x + b * y)));
      const residual = p - (targets[i] > 0 ? 1 : 0);
      ga += residual * x;
      gb += residual * y;
      haa += p * (1 - p) * x * x;
      hab += p * (1 - p) * x * y;
      hbb += p * (1 - p) * y * y;
    }
    const det = haa * hbb - hab * hab;
    a -= (hbb * ga - hab * gb) / det;
    b -= (haa * gb - hab * ga) / det;
  }
  return [a, b];
}

describe.each(['weights', 'weight-and-bias'])(
  'logistic regression of versicolor and virginica, %s',
  (model) => {
    const { inputs, targets } = data({ model });
    const expected = maximumLikelihood(inputs, targets);
    const scene = { problem: { id: 'iris', params: { model } }, sampling: { batchSize: 'full' } };
    const distance = (point: readonly number[]) => Math.hypot(point[0] - expected[0], point[1] - expected[1]);

    test('has the maximum of the likelihood for its minimizer', () => {
      expect(distance(make({ model }).minimizers[0].point)).toBeLessThan(1e-10);
    });

    test('is brought there by Newton’s method', () => {
      const { rows } = recorded(
        taskWith({ ...scene, start: [0, 0], steps: 30 }, 'newton', { learningRate: 1 }),
      );
      expect(distance(rows.at(-1)!.point)).toBeLessThan(1e-10);
    });

    test('is brought there by gradient descent, in the end', () => {
      const long = { ...scene, start: [0, 0], steps: 20_000 };
      const { rows } = recorded(taskWith(long, 'sgd', { learningRate: model === 'weights' ? 8 : 6 }));
      expect(distance(rows.at(-1)!.point)).toBeLessThan(1e-10);
    });
  },
);

describe('a scene', () => {
  const issuesOf = (params: AnyValues) => readScene({ problem: { id: 'iris', params } });

  test.each<[AnyValues, string, string]>([
    [{ first: 'petal-width' }, 'first', dataRefusals.bothFeatures],
    [{ first: 'sepal-width', second: 'sepal-width' }, 'second', dataRefusals.bothFeatures],
    [{ negative: 'virginica' }, 'negative', dataRefusals.bothSpecies],
    [{ positive: 'versicolor' }, 'positive', dataRefusals.bothSpecies],
    [{ loss: 'gaussian-nll' }, 'loss', dataRefusals.wantsNumber],
    [{ loss: 'svm' }, 'loss', dataRefusals.svm],
    [{ loss: 'entropy' }, 'loss', dataRefusals.entropy],
    [{ loss: 'bernoulli-likelihood' }, 'loss', dataRefusals.likelihood],
  ])('with %j is refused with the reason, and has the default there', (params, name, reason) => {
    const { issues, scene } = issuesOf(params);
    expect(issues).toEqual([{ path: `problem.params.${name}`, message: reason }]);
    expect(DEFINITION.refuse?.(scene.problem.params)).toBeNull();
  });

  test('of one feature and a bias may name that feature twice: the second means nothing', () => {
    expect(issuesOf({ first: 'petal-width', model: 'weight-and-bias' }).issues).toEqual([]);
    expect(DEFINITION.uses?.('second', complete({ model: 'weight-and-bias' }))).toBe(false);
    expect(DEFINITION.uses?.('second', complete({}))).toBe(true);
  });
});

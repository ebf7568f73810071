import { describe, expect, test } from 'vitest';
import '../problems/data/atOnce.ts';
import { ADAM, changed, GOOD } from './exampleScene.ts';
import { readScene } from './readScene.ts';

const good = readScene(GOOD).scene;
const standard = readScene({}).scene;

/** The issues, as a person reads them. */
const sentences = (json: unknown) => readScene(json).issues.map(({ path, message }) => `${path}: ${message}`);

test('a complete scene is taken as it is', () => {
  expect(readScene(GOOD).issues).toEqual([]);
  expect(good).toMatchObject({
    problem: GOOD.problem,
    start: [3, -2],
    steps: 120,
    sampling: GOOD.sampling,
    view: GOOD.view,
  });
  expect(good.runs[0]).toMatchObject(GOOD.runs[0]);
});

test('what is left out takes its default', () => {
  expect(readScene({})).toStrictEqual({
    issues: [],
    scene: {
      version: 1,
      problem: { id: 'rosenbrock', params: { a: 1, b: 100 }, scale: 1, rotation: 0 },
      start: [-1.5, 2],
      steps: 300,
      sampling: { seed: 7, noise: 0, batchSize: 1, order: 'replacement' },
      runs: [],
      view: {},
    },
  });
  const { scene, issues } = readScene({ problem: { id: 'booth' }, runs: [{ optimizer: { id: 'adam' } }] });
  expect(issues).toEqual([]);
  expect(scene.start).toEqual([-6, 8]);
  expect(scene.runs).toStrictEqual([
    {
      optimizer: {
        id: 'adam',
        hyperparameters: {
          learningRate: 0.001,
          beta1: 0.9,
          beta2: 0.999,
          epsilon: 1e-8,
          epsilonPlacement: 'outside',
          biasCorrection: true,
        },
      },
      schedule: [],
      modifiers: [],
      name: null,
      slot: 1,
      hidden: false,
    },
  ]);
});

test('the ends of every range belong to it where the format says so', () => {
  const edges = { ...GOOD, start: [1e8, -1e8], steps: 1_000_000, view: {} };
  expect(readScene({ ...edges, sampling: { seed: 4_294_967_295, noise: 0 } }).issues).toEqual([]);
  expect(readScene({ ...edges, steps: 0, sampling: { seed: 0, batchSize: 'full' } }).issues).toEqual([]);
});

describe('a scene is refused with the path of the field and a sentence, and keeps all else', () => {
  // A changed field, what is said of it, and the value it has in the scene returned.
  const of = (path: string) => `runs[0].optimizer.${path}`;
  test.each<[path: string, value: unknown, sentence: string, kept: unknown]>([
    ['problem.params.b', '50', '"50" is not a number', 100],
    ['problem.params.b', null, 'null is not a number', 100],
    ['problem.params.b', Number.NaN, 'NaN is not a finite number', 100],
    ['problem.params', [1, 2], 'expected an object, found [1,2]', { a: 1, b: 100 }],
    ['problem.scale', 0, '0 is not above 0', 1],
    ['problem.scale', Infinity, 'Infinity is not a finite number', 1],
    ['problem.rotation', 361, '361 is more than 360', 0],
    ['start', [3], '1 number where the problem has 2 parameters', [-1.5, 2]],
    ['start', [3, -2, 4], '3 numbers where the problem has 2 parameters', [-1.5, 2]],
    ['start', { x: 3, y: -2 }, 'expected a list, found {"x":3,"y":-2}', [-1.5, 2]],
    ['start[1]', 2e8, '200000000 is more than 100000000', 2],
    ['start[0]', true, 'true is not a number', -1.5],
    ['steps', -1, '-1 is less than 0', 300],
    ['steps', 2.5, '2.5 is not a whole number', 300],
    ['steps', 1_000_001, '1000001 is more than 1000000', 300],
    ['sampling', 7, 'expected an object, found 7', { seed: 7, noise: 0, batchSize: 1, order: 'replacement' }],
    ['sampling.seed', 4_294_967_296, '4294967296 is more than 4294967295', 7],
    ['sampling.noise', -0.5, '-0.5 is less than 0', 0],
    ['sampling.batchSize', 'all', '"all" is no number of samples, nor "full", which is all of them', 1],
    ['sampling.batchSize', null, 'null is no number of samples, nor "full", which is all of them', 1],
    ['sampling.batchSize', 2.5, '2.5 is not a whole number', 1],
    ['sampling.order', 'random', '"random" is not one of replacement, epochs', 'replacement'],
    ['sampling.batchSize', 0, '0 is less than 1', 1],
    ['sampling.order', 'epoch', '"epoch" is not one of replacement, epochs', 'replacement'],
    [of('hyperparameters.beta1'), 1, '1 is not below 1', 0.9],
    [of('hyperparameters.beta1'), 1.2, '1.2 is not below 1', 0.9],
    [of('hyperparameters.learningRate'), -0.1, '-0.1 is less than 0', 0.001],
    [of('hyperparameters.epsilonPlacement'), 'above', '"above" is not one of outside, inside', 'outside'],
    [of('hyperparameters.biasCorrection'), 1, '1 is neither true nor false', true],
    ['runs[0].modifiers[0].hyperparameters.p', 1, '1 is not above 1', 2],
    ['runs[0].name', 37, '37 is not a text', null],
    ['runs[0].name', 'n'.repeat(41), '41 characters are more than 40', null],
    ['runs[0].slot', 13, '13 is more than 12', 1],
    ['runs[0].hidden', 'yes', '"yes" is neither true nor false', false],
    ['view.focus', 2, '2 is not below 2', undefined],
    ['view.playhead', -3, '-3 is less than 0', undefined],
    ['view.theme', 'blue', '"blue" is not one of light, dark, projector', undefined],
  ])('%s: %j', (path, value, sentence, kept) => {
    const { scene, issues } = readScene(changed(GOOD, path, value));
    expect(issues).toEqual([{ path, message: sentence }]);
    const whole: unknown = scene;
    if (kept !== undefined) expect(whole).toEqual(changed(good, path, kept));
    else {
      const [, name] = path.split('.');
      const { [name as keyof typeof good.view]: _gone, ...view } = good.view;
      expect(whole).toEqual({ ...good, view });
    }
  });

  test('a batch with replacement that no data problem would draw', () => {
    const read = (id: string, sampling: object) => readScene({ problem: { id }, sampling });
    const refused = read('iris', { seed: 3, batchSize: 1_000_001 });
    expect(refused.issues).toEqual([
      {
        path: 'sampling.batchSize',
        message: '1000001 samples with replacement are more than 1000000 in a step; take fewer, or "full"',
      },
    ]);
    expect(refused.scene.sampling).toEqual({ seed: 3, noise: 0, batchSize: 1, order: 'replacement' });
    expect(read('iris', { batchSize: 1_000_000 }).issues).toEqual([]);
    expect(read('iris', { batchSize: 2 ** 53, order: 'epochs' }).issues).toEqual([]);
    expect(read('bowl', { batchSize: 2 ** 53 }).issues).toEqual([]);
  });

  test('a number too large for float64, as JSON reads it', () => {
    const text = JSON.stringify(GOOD).replace('"noise":0.25', '"noise":1e400');
    const { scene, issues } = readScene(JSON.parse(text));
    expect(issues).toEqual([{ path: 'sampling.noise', message: 'Infinity is not a finite number' }]);
    expect(scene).toEqual(changed(good, 'sampling.noise', 0));
  });

  test.each([
    ['a number', 5, 'expected an object, found 5'],
    ['null', null, 'expected an object, found null'],
    ['a list', [3, -2], 'expected an object, found [3,-2]'],
    ['a text', 'scene', 'expected an object, found "scene"'],
  ])('%s is no scene', (_, json, message) => {
    expect(readScene(json)).toStrictEqual({ scene: standard, issues: [{ path: '', message }] });
  });

  test('a scene of a later version', () => {
    const { scene, issues } = readScene({ ...GOOD, version: 2 });
    expect(issues).toEqual([
      { path: 'version', message: '2 is from a later Ravine; this one reads version 1' },
    ]);
    expect(scene).toEqual(good);
  });

  test('thirteen runs: twelve stay', () => {
    const { scene, issues } = readScene({ runs: Array.from({ length: 13 }, () => ({ optimizer: ADAM })) });
    expect(issues).toEqual([{ path: 'runs', message: '13 runs are more than 12' }]);
    expect(scene.runs).toHaveLength(12);
    expect(scene.runs.map(({ slot }) => slot)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });
});

describe('modifiers', () => {
  test('that stand twice are refused, and the first stays', () => {
    const modifiers = [
      { id: 'lookahead', hyperparameters: { k: 3 } },
      { id: 'sam' },
      { id: 'lookahead', hyperparameters: { k: 8 } },
    ];
    const { scene, issues } = readScene({ runs: [{ optimizer: ADAM, modifiers }] });
    expect(issues).toEqual([{ path: 'runs[0].modifiers[2]', message: 'lookahead stands here twice' }]);
    expect(scene.runs[0].modifiers.map(({ id }) => id)).toEqual(['lookahead', 'sam']);
    expect(scene.runs[0].modifiers[0].hyperparameters.k).toBe(3);
  });

  test('stand in a list; schedules may also stand alone, and twice', () => {
    expect(sentences({ runs: [{ optimizer: ADAM, modifiers: { id: 'sam' } }] })).toEqual([
      'runs[0].modifiers: expected a list, found {"id":"sam"}',
    ]);
    const step = { id: 'step', hyperparameters: { every: 5, factor: 0.75 } };
    expect(sentences({ runs: [{ optimizer: ADAM, schedule: step }] })).toEqual([]);
    const { scene, issues } = readScene({ runs: [{ optimizer: ADAM, schedule: [step, step] }] });
    expect(issues).toEqual([]);
    expect(scene.runs[0].schedule).toEqual([step, step]);
  });
});

describe('rotation', () => {
  test('is refused for a problem of four parameters', () => {
    const problem = { id: 'matrix-regression', rotation: 30 };
    const { scene, issues } = readScene({ problem, start: [3, -2, 5, 7] });
    expect(issues).toEqual([
      { path: 'problem.rotation', message: 'only problems of two parameters can be rotated' },
    ]);
    expect(scene.problem).toEqual({
      id: 'matrix-regression',
      params: { correlation: 0.9 },
      scale: 1,
      rotation: 0,
    });
    expect(scene.start).toEqual([3, -2, 5, 7]);
  });

  test('of 0 is no rotation, and 30 is fine in the plane', () => {
    expect(sentences({ problem: { id: 'matrix-regression', rotation: 0 } })).toEqual([]);
    expect(sentences({ problem: { id: 'bowl', rotation: 30 } })).toEqual([]);
  });
});

test('a name is trimmed, and one of spaces only is no name', () => {
  const nameOf = (name: unknown) => readScene({ runs: [{ optimizer: ADAM, name }] }).scene.runs[0].name;
  expect(nameOf('  Two words\t')).toBe('Two words');
  expect(nameOf(' \n ')).toBeNull();
  expect(nameOf(null)).toBeNull();
});

import { describe, expect, test } from 'vitest';
import { ADAM, changed, GOOD } from './exampleScene.ts';
import { readScene } from './readScene.ts';

const good = readScene(GOOD).scene;
const standard = readScene({}).scene;

/** The issues, as a person reads them. */
const sentences = (json: unknown) => readScene(json).issues.map(({ path, message }) => `${path}: ${message}`);

describe('what is not known', () => {
  test.each([
    ['zoom', ['version', 'problem', 'start', 'steps', 'sampling', 'runs', 'view']],
    ['problem.kappa', ['id', 'params', 'scale', 'rotation']],
    ['problem.params.kappa', ['a', 'b']],
    ['sampling.batch', ['seed', 'noise', 'batchSize', 'order']],
    ['runs[1].lr', ['optimizer', 'schedule', 'modifiers', 'name', 'slot', 'hidden']],
    ['runs[0].modifiers[1].hyperparameters.steps', ['k', 'alpha']],
    ['view.window.z', ['x', 'y']],
  ])('the field %s is refused, and the fields that are known are listed', (path, known) => {
    const { scene, issues } = readScene(changed(GOOD, path, 3));
    expect(issues).toEqual([{ path, message: `there is no such field; known are ${known.join(', ')}` }]);
    expect(scene).toEqual(good);
  });

  test('a field of a member without any says that none is expected', () => {
    const run = { optimizer: ADAM, schedule: { id: 'constant', hyperparameters: { rate: 3 } } };
    expect(sentences({ runs: [run] })).toEqual([
      'runs[0].schedule.hyperparameters.rate: there is no such field; none is expected here',
    ]);
  });

  test.each(['__proto__', 'constructor', 'toString'])('the name %s is a field like any other', (name) => {
    const json = JSON.parse(`{"${name}": 3, "runs": [{"optimizer": {"id": "${name}"}}]}`) as unknown;
    const { scene, issues } = readScene(json);
    expect(issues.map(({ path }) => path)).toEqual([name, 'runs[0].optimizer.id']);
    expect(scene).toEqual(standard);
  });

  test('a name that would not read as a field stands in quotes, shortened', () => {
    const json = { 'a b': 3, 'line\nbreak': -2, ['z'.repeat(500)]: 4, problem: { id: 'bowl', 'x.y': 1 } };
    const paths = readScene(json).issues.map(({ path }) => path);
    expect(paths.slice(0, 2)).toEqual(['["a b"]', String.raw`["line\nbreak"]`]);
    expect(paths[2].length).toBeLessThan(70);
    expect(paths[3]).toBe('problem["x.y"]');
  });

  test('an unknown problem gives way to the default one, and its parameters go with it', () => {
    const { scene, issues } = readScene({ ...GOOD, problem: { id: 'sphere', params: { q: 3 }, scale: 2 } });
    expect(issues).toHaveLength(1);
    expect(issues[0].path).toBe('problem.id');
    expect(issues[0].message).toMatch(/^"sphere" is not one of saddle, bowl, /);
    expect(scene).toEqual({ ...good, problem: standard.problem });
  });

  test('an unknown optimizer costs its run, and the focus stays on its own', () => {
    const { scene, issues } = readScene(changed(GOOD, 'runs[0].optimizer.id', 'adamm'));
    expect(issues.map(({ path }) => path)).toEqual(['runs[0].optimizer.id']);
    expect(scene).toEqual({ ...good, runs: [good.runs[1]], view: { ...good.view, focus: 0 } });
  });

  test('an unknown schedule or modifier costs only itself', () => {
    const json = changed(changed(GOOD, 'runs[0].schedule[0].id', 'warm'), 'runs[0].modifiers[1].id', 'la');
    const { scene, issues } = readScene(json);
    expect(issues.map(({ path }) => path)).toEqual(['runs[0].schedule[0].id', 'runs[0].modifiers[1].id']);
    const [run] = scene.runs;
    expect(run).toEqual({
      ...good.runs[0],
      schedule: [good.runs[0].schedule[1]],
      modifiers: [good.runs[0].modifiers[0]],
    });
  });

  test('a run, a problem or a member without its id says what is missing', () => {
    expect(sentences({ problem: { scale: 3 }, runs: [{}, { optimizer: {} }] })).toEqual([
      'problem.id: the id is missing',
      'runs[0].optimizer: the optimizer is missing',
      'runs[1].optimizer.id: the id is missing',
    ]);
  });

  test('every issue is reported, not only the first', () => {
    expect(sentences({ steps: -3, sampling: { seed: 2.5, noise: 'loud' } })).toEqual([
      'steps: -3 is less than 0',
      'sampling.seed: 2.5 is not a whole number',
      'sampling.noise: "loud" is not a number',
    ]);
  });

  test('a value that is very long or very deep is shown shortened', () => {
    const deep = JSON.parse('['.repeat(20_000) + ']'.repeat(20_000)) as unknown;
    for (const steps of ['n'.repeat(5000), deep]) {
      const { scene, issues } = readScene({ ...GOOD, steps });
      expect(issues).toHaveLength(1);
      expect(issues[0].message.length).toBeLessThan(90);
      expect(scene).toEqual({ ...good, steps: 300 });
    }
  });
});

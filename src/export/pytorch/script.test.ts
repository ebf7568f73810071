import { describe, expect, test } from 'vitest';
import '../../problems/data/atOnce.ts';
import { MODIFIERS, type ModifierId } from '../../modifiers/registry.ts';
import { OPTIMIZERS, type OptimizerId } from '../../optimizers/registry.ts';
import { formsOf } from '../../optimizers/variants.ts';
import { canRotate, createProblem } from '../../problems/createProblem.ts';
import { PROBLEMS } from '../../problems/registry.ts';
import { readScene } from '../../scene/readScene.ts';
import { SCHEDULES } from '../../schedules/registry.ts';
import type { AnyValues } from '../../specs/spec.ts';
import { codeOf, faultsOf } from './pythonSanity.ts';
import { pytorchScript } from './script.ts';

const OPTIMIZER_IDS = Object.keys(OPTIMIZERS) as OptimizerId[];
const PROBLEM_IDS = Object.keys(PROBLEMS);
const MODIFIER_IDS = Object.keys(MODIFIERS) as ModifierId[];

function scriptOf(json: Readonly<Record<string, unknown>>): string {
  const { scene, issues } = readScene(json);
  expect(issues).toEqual([]);
  return pytorchScript(scene);
}

function problemOf(id: string) {
  return createProblem(readScene({ problem: { id } }).scene.problem);
}

const run = (id: string, hyperparameters: AnyValues = {}, rest = {}) => ({
  optimizer: { id, hyperparameters },
  ...rest,
});
const adam = (rest = {}) => scriptOf({ runs: [run('adam', {}, rest)] });

/** Nothing of a template that was not filled in, and no number that is none. */
const UNFILLED = /\$\{|undefined|\[object|NaN|Infinity|\bnull\b(?! *\.$)|@\w+@/;

function expectSound(script: string): void {
  expect(faultsOf(script)).toEqual([]);
  expect(codeOf(script)).not.toMatch(UNFILLED);
  expect(script).toMatch(/[^\n]\n$/);
  for (const line of script.split('\n')) {
    expect(line).not.toMatch(/\s$/);
    expect(line.length).toBeLessThanOrEqual(104);
  }
}

describe.each(OPTIMIZER_IDS)('%s', (id) => {
  const { hyperparameters: specs, rate } = OPTIMIZERS[id];

  test.each(['rosenbrock', 'matrix-regression', 'reddi'])(
    'makes a sound script of every form on %s',
    (problem) => {
      const n = problemOf(problem).dimension;
      for (const form of formsOf(specs, n))
        for (const changes of [{}, ...('epsilon' in specs ? [{ epsilon: 0 }] : [])])
          expectSound(scriptOf({ problem: { id: problem }, runs: [run(id, { ...form, ...changes })] }));
    },
  );

  test('keeps its learning rate apart from the schedule', () => {
    const rest = { schedule: [{ id: 'cosine' }, { id: 'halve-on-divergence' }] };
    const script = scriptOf({ runs: [run(id, { [rate]: 0.0625 }, rest)] });
    expectSound(script);
    expect(script).toMatch(/ learning_rate = 0\.0625(  #.*)?\n/);
    expect(script).toMatch(/ eta = learning_rate \* cosine\(t, floor=0\.0\)\n +eta \*= halving\n/);
  });

  test('makes a sound script with each and with all modifiers, with noise and without', () => {
    const modifiers = ['l2', 'decoupled'].flatMap((mode) => {
      const all = MODIFIER_IDS.map((modifierId) =>
        modifierId === 'weight-decay' ? { id: modifierId, hyperparameters: { mode } } : { id: modifierId },
      );
      return [...all.map((modifier) => [modifier]), all];
    });
    for (const some of modifiers)
      for (const noise of [0, 0.5])
        expectSound(scriptOf({ sampling: { noise }, runs: [run(id, {}, { modifiers: some })] }));
  });
});

test.each(PROBLEM_IDS)('%s makes a sound script, scaled and turned too', (id) => {
  const turns = canRotate(problemOf(id));
  expectSound(scriptOf({ problem: { id }, runs: [run('newton')] }));
  const script = scriptOf({
    problem: { id, scale: 0.37, ...(turns ? { rotation: 33 } : {}) },
    runs: [run('sgd')],
  });
  expectSound(script);
  expect(script).toContain('SCALE = 0.37\n');
  expect(script).toContain('return SCALE * (');
  if (turns) expect(script).toContain(`COS = ${Math.cos((33 * Math.PI) / 180)}\n`);
});

test.each(Object.keys(SCHEDULES))('the schedule %s makes a sound script', (id) => {
  expectSound(adam({ schedule: { id } }));
  expectSound(adam({ schedule: [{ id }, { id: 'warmup' }, { id }] }));
});

describe('a script', () => {
  test('has all digits of the scene’s numbers, and no integer where float64 is meant', () => {
    const script = scriptOf({
      problem: { id: 'rosenbrock', params: { a: 1 / 3, b: 50 } },
      start: [0.1 + 0.2, -2],
      steps: 123,
      sampling: { seed: 4_294_967_295, noise: 2 / 3 },
      runs: [
        run(
          'adam',
          { learningRate: 1e-7 / 3, beta2: 0.999_999_9 },
          { schedule: { id: 'step', hyperparameters: { every: 7 } } },
        ),
      ],
    });
    for (const line of [
      'START = [0.30000000000000004, -2.0]',
      'STEPS = 123',
      'A = 0.3333333333333333',
      'B = 50.0',
      'NOISE = 0.6666666666666666  #',
      'SEED = 4294967295',
      `learning_rate = ${1e-7 / 3}\n`,
      'beta2 = 0.9999999  #',
      'step(t, every=7, factor=0.5)',
    ])
      expect(script).toContain(line);
  });

  test('of one plain optimizer is the loop that PyTorch’s own documentation has', () => {
    const script = adam();
    expect(script).toContain(
      'optimizer = torch.optim.Adam([theta], lr=eta, betas=(beta1, beta2), eps=epsilon)\n',
    );
    expect(script).toMatch(/ optimizer\.zero_grad\(\)\n +f\(theta\)\.backward\(\)\n +optimizer\.step\(\)\n/);
    expect([...codeOf(script).matchAll(/^def (\w+)/gm)].map(([, name]) => name)).toEqual(['f', 'run_1']);
  });

  test.each<[string, AnyValues, string | null]>([
    ['sgd', {}, 'SGD([theta], lr=eta)'],
    ['momentum', { form: 'accumulated' }, 'SGD([theta], lr=eta, momentum=mu)'],
    ['momentum', { form: 'averaged' }, null],
    ['nesterov', { form: 'rewritten' }, 'SGD([theta], lr=eta, momentum=mu, nesterov=True)'],
    ['nesterov', { form: 'rewritten', momentum: 0 }, null],
    ['nesterov', { form: 'lookahead' }, null],
    ['adagrad', {}, 'Adagrad([theta], lr=eta, initial_accumulator_value=0.0, eps=epsilon)'],
    ['adagrad', { epsilonPlacement: 'inside' }, null],
    ['rmsprop', {}, 'RMSprop([theta], lr=eta, alpha=rho, eps=epsilon)'],
    ['rmsprop', { epsilon: 0 }, null],
    ['adadelta', {}, 'Adadelta([theta], lr=eta, rho=rho, eps=epsilon)'],
    ['adadelta', { form: 'as-printed' }, null],
    ['adam', { biasCorrection: false }, null],
    ['adamw', {}, 'AdamW([theta], lr=eta, betas=(beta1, beta2), eps=epsilon, weight_decay=weight_decay)'],
    ['amsgrad', {}, 'Adam([theta], lr=eta, betas=(beta1, beta2), eps=epsilon, amsgrad=True)'],
    ['amsgrad', { biasCorrection: false }, null],
    ['nadam', {}, null],
  ])('%s with %j has torch.optim where that has the form', (id, hyperparameters, call) => {
    const script = scriptOf({ runs: [run(id, hyperparameters)] });
    if (call) expect(script.replaceAll(/\(\n +([^\n]*)\n +\)/g, '($1)')).toContain(`torch.optim.${call}\n`);
    else expect(codeOf(script)).not.toContain('torch.optim');
  });

  // These fold η into v, torch.optim keeps it outside: they part when η changes.
  test.each([
    ['momentum', { form: 'velocity' }],
    ['nesterov', { form: 'rewritten' }],
  ])('%s with %j has lines of its own as soon as the learning rate changes', (id, hyperparameters) => {
    const own = (schedule: unknown) =>
      !codeOf(scriptOf({ runs: [run(id, hyperparameters, { schedule })] })).includes('torch.optim');
    expect(own({ id: 'constant' })).toBe(false);
    expect(own({ id: 'linear' })).toBe(true);
  });

  test('carries the generator only where something is drawn', () => {
    const drawing = (json: Readonly<Record<string, unknown>>) => /\bphilox\b/.test(scriptOf(json));
    const sophia = (curvature: string) => ({ runs: [run('sophia', { curvature })] });
    expect(drawing({ sampling: { noise: 0 }, ...sophia('exact-diagonal') })).toBe(false);
    expect(drawing({ sampling: { noise: 0.5, batchSize: 'full' }, runs: [run('adam')] })).toBe(false);
    expect(drawing({ sampling: { noise: 0.5 }, runs: [run('adam')] })).toBe(true);
    expect(drawing(sophia('hutchinson'))).toBe(true);
  });

  test('divides the noise by the root of the batch size', () => {
    expect(scriptOf({ sampling: { noise: 0.5, batchSize: 16 }, runs: [run('sgd')] })).toContain(
      'NOISE = 0.125  #',
    );
  });

  test('has its samples printed where they are few, with their credit, and draws many of them', () => {
    const iris = scriptOf({ problem: { id: 'iris', params: { scaling: 'raw' } }, runs: [run('adam')] });
    expect(iris.match(/^ {4}\[[\d.]+, [\d.]+, -?1\.0\],$/gm)).toHaveLength(100);
    expect(iris).toContain('    [4.7, 1.4, -1.0],\n');
    expect(iris).toContain('    # R. A. Fisher, 1936; UCI Machine Learning Repository, CC BY 4.0\n');
    const blobs = (count: number, more: AnyValues = {}) =>
      scriptOf({
        problem: { id: 'flipped-blobs', params: { count, ...more } },
        sampling: { batchSize: 'full' },
        runs: [run('adam')],
      });
    expect(blobs(1000)).not.toContain('philox');
    expect(blobs(1001)).toContain('SAMPLES = samples()\n');
    for (const more of [{}, { flipped: 0 }, { model: 'weight-and-bias', penalty: 0.5 }])
      expectSound(blobs(5000, more));
    expectSound(scriptOf({ problem: { id: 'outlier-line', params: { count: 5000 } }, runs: [run('sgd')] }));
  });

  test('draws batches where there are some, in either order', () => {
    const script = (sampling: object) =>
      scriptOf({ problem: { id: 'iris' }, sampling, runs: [run('newton'), run('line-search')] });
    for (const order of ['replacement', 'epochs']) {
      const drawing = script({ batchSize: 7, seed: 3, order });
      expectSound(drawing);
      expect(drawing).toContain('rows = SAMPLES if t is None else SAMPLES[batch(t)]\n');
      expect(drawing).toContain('BATCH = 7  # samples a step\n');
      expect(drawing).toContain('losses are those of all samples');
    }
    for (const sampling of [{ batchSize: 'full' }, { batchSize: 100, order: 'epochs' }]) {
      expectSound(script(sampling));
      expect(script(sampling)).not.toMatch(/philox|batch|functools/);
    }
  });

  test('has every run of its scene, and each function once', () => {
    const script = scriptOf({ runs: [run('muon'), run('newton'), run('muon'), run('lbfgs')] });
    expectSound(script);
    expect(script).toContain('for run in [run_1, run_2, run_3, run_4]:');
    for (const name of ['msign', 'solve', 'two_loops', 'gradient', 'hessian'])
      expect(script.split(`def ${name}(`)).toHaveLength(2);
  });

  test('says where rounding decides: L-BFGS under noise or SAM, and nothing else', () => {
    const SAID = 'this run parts from the page';
    const noisy = { sampling: { noise: 0.5 } };
    const sam = { modifiers: [{ id: 'sam' }] };
    expect(scriptOf({ runs: [run('lbfgs')], ...noisy })).toContain(SAID);
    expect(scriptOf({ runs: [run('adam'), run('lbfgs', {}, sam)] })).toContain(SAID);
    expect(scriptOf({ runs: [run('lbfgs')] })).not.toContain(SAID);
    expect(scriptOf({ runs: [run('lbfgs'), run('adam', {}, sam)] })).not.toContain(SAID);
    expect(scriptOf({ runs: [run('line-search')], ...noisy })).not.toContain(SAID);
  });

  test('of a scene without runs prints nothing', () => {
    const script = scriptOf({});
    expectSound(script);
    expect(codeOf(script).trim()).toBe('""');
  });

  test('keeps a run’s name a comment, whatever stands in it', () => {
    const script = adam({ name: 'a\nimport os  """ \\ ’\u2028b' });
    expectSound(script);
    expect(script).toContain('\n# a import os  """ \\ ’ b\ndef run_1():\n');
  });

  test('applies modifiers in their canonical order, however a scene lists them', () => {
    const modifiers = [
      { id: 'lookahead' },
      { id: 'weight-decay', hyperparameters: { mode: 'l2' } },
      { id: 'sam' },
    ];
    expect(adam({ modifiers })).toBe(adam({ modifiers: modifiers.toReversed() }));
    expect(adam({ modifiers })).toMatch(/def sam_gradient[^]*return sam_gradient\(point\) \+ decay/);
  });
});

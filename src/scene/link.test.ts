import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MODIFIERS } from '../modifiers/registry.ts';
import { OPTIMIZERS, type OptimizerId } from '../optimizers/registry.ts';
import { SCHEDULES, type ScheduleId } from '../schedules/registry.ts';
import type { Spec, Specs } from '../specs/spec.ts';
import { sceneFromLink, sceneToLink } from './link.ts';
import { numberFromText, numberToText } from './linkText.ts';
import { readScene } from './readScene.ts';
import { REPEATABLE, sceneArbitrary } from './sceneArbitrary.ts';
import type { Scene } from './scene.ts';

function sceneOf(json: unknown): Scene {
  const { scene, issues } = readScene(json);
  expect(issues).toEqual([]);
  return scene;
}

test('a link opens the identical scene, with nothing to notice', () => {
  fc.assert(
    fc.property(sceneArbitrary, (scene) => {
      const read = sceneFromLink(sceneToLink(scene));
      expect(read.notices).toEqual([]);
      expect(read.scene).toStrictEqual(scene);
    }),
    REPEATABLE,
  );
});

test('a link consists of letters, digits and - . _ ~ & = , ; : * !', () => {
  fc.assert(
    fc.property(sceneArbitrary, (scene) => {
      expect(sceneToLink(scene)).toMatch(/^[A-Za-z0-9\-._~&=,;:*!]+$/);
    }),
    REPEATABLE,
  );
});

test('a number is written without losing a bit, and in no more characters than JavaScript needs', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = numberToText(value);
      expect(numberFromText(text)).toBe(value + 0);
      expect(text.length).toBeLessThanOrEqual(String(value).length);
    }),
    { ...REPEATABLE, numRuns: 3000 },
  );
});

test.each([
  [0.05, '.05'],
  [-0.25, '-.25'],
  [1e-8, '1e-8'],
  [0.0001234, '1234e-7'],
  [250000, '25e4'],
  [1200, '1200'],
  [1e21, '1e21'],
  [0, '0'],
])('the number %d is written %s', (value, text) => {
  expect(numberToText(value)).toBe(text);
});

/** Written by hand in the first release: it must open as this scene for ever. */
const PUBLISHED =
  'v=1&p=rosenbrock,a1.5,b80,scale.25,rot-30&s=-1.25,2&n=450&d=seed11,noise.3,batch:full' +
  '&r=adam.05,f.85,s.99,e1e-7,ep1,b0*w12*c.1!l6,a.75!w.02,m1;4,h1,n:Ada_~26._v2.0' +
  '&r=muon2e-2,m.9,n1,o1,c1,k7,s0,z1,wd.03*s40,f.6*e.02*l.2*k!s.04,p3;2' +
  '&r=nesterov.003,m.8,f1;7' +
  '&view=t120,f2,w-1.5_2.5_-.5_3,th:projector&end';

const PUBLISHED_SCENE = {
  version: 1,
  problem: { id: 'rosenbrock', params: { a: 1.5, b: 80 }, scale: 0.25, rotation: -30 },
  start: [-1.25, 2],
  steps: 450,
  sampling: { seed: 11, noise: 0.3, batchSize: 'full', order: 'replacement' },
  runs: [
    {
      optimizer: {
        id: 'adam',
        hyperparameters: {
          learningRate: 0.05,
          beta1: 0.85,
          beta2: 0.99,
          epsilon: 1e-7,
          epsilonPlacement: 'inside',
          biasCorrection: false,
        },
      },
      schedule: [
        { id: 'warmup', hyperparameters: { steps: 12 } },
        { id: 'cosine', hyperparameters: { floor: 0.1 } },
      ],
      modifiers: [
        { id: 'lookahead', hyperparameters: { k: 6, alpha: 0.75 } },
        { id: 'weight-decay', hyperparameters: { coefficient: 0.02, mode: 'decoupled' } },
      ],
      name: 'Ada & v2.0',
      slot: 4,
      hidden: true,
    },
    {
      optimizer: {
        id: 'muon',
        hyperparameters: {
          learningRate: 0.02,
          momentum: 0.9,
          nesterov: true,
          orthogonalization: 'newton-schulz',
          coefficients: 'taylor',
          newtonSchulzSteps: 7,
          shape: 'diagonal',
          scaleByShape: true,
          weightDecay: 0.03,
        },
      },
      schedule: [
        { id: 'step', hyperparameters: { every: 40, factor: 0.6 } },
        { id: 'exponential', hyperparameters: { rate: 0.02 } },
        { id: 'linear', hyperparameters: { floor: 0.2 } },
        { id: 'constant', hyperparameters: {} },
      ],
      modifiers: [{ id: 'sam', hyperparameters: { rho: 0.04, p: 3 } }],
      name: null,
      slot: 2,
      hidden: false,
    },
    {
      optimizer: {
        id: 'nesterov',
        hyperparameters: { learningRate: 0.003, momentum: 0.8, form: 'rewritten' },
      },
      schedule: [],
      modifiers: [],
      name: null,
      slot: 7,
      hidden: false,
    },
  ],
  view: { playhead: 120, focus: 2, window: { x: [-1.5, 2.5], y: [-0.5, 3] }, theme: 'projector' },
};

test('a link of the first release opens as it did then', () => {
  expect(sceneFromLink(PUBLISHED)).toStrictEqual({ scene: PUBLISHED_SCENE, notices: [] });
});

test('a link may be written by hand, with whole words for ids and options', () => {
  const { scene, notices } = sceneFromLink(
    '#v=1&p=matrix-regression,c.5&r=muon,lr.03,o:newton-schulz,s:diagonal*cosine,f.2!weight-decay,m:decoupled' +
      '&r=muon.04,s1_4&end',
  );
  expect(notices).toEqual([]);
  const [first, second] = (scene as Scene).runs;
  expect(first.optimizer.hyperparameters).toMatchObject({
    learningRate: 0.03,
    orthogonalization: 'newton-schulz',
    shape: 'diagonal',
  });
  expect(first.schedule).toEqual([{ id: 'cosine', hyperparameters: { floor: 0.2 } }]);
  expect(first.modifiers[0]).toMatchObject({ id: 'weight-decay', hyperparameters: { mode: 'decoupled' } });
  expect(second.optimizer.hyperparameters).toMatchObject({ learningRate: 0.04, shape: [1, 4] });
});

describe('the fullest link', () => {
  /** Four significant digits from the lower part of a slider, where numbers are longest. */
  function sliderValue(spec: Spec): unknown {
    switch (spec.kind) {
      case 'number': {
        const [low, high] = spec.slider ?? [spec.min ?? 0, spec.max ?? spec.below ?? 1];
        if (spec.integer) return high;
        if (spec.scale === 'oneMinusLog') return 0.9513;
        const part = 0.3141;
        const value = spec.scale === 'log' ? low * (high / low) ** part : low + (high - low) * part;
        return Number(value.toPrecision(4));
      }
      case 'choice':
        return spec.options.at(-1);
      case 'flag':
        return !spec.default;
      case 'numbers':
        return spec.default;
      case 'shape':
        return 'diagonal';
    }
  }
  const full = (id: string, specs: Specs) => ({
    id,
    hyperparameters: Object.fromEntries(
      Object.entries(specs).map(([name, spec]) => [name, sliderValue(spec)]),
    ),
  });
  const all = (registry: Readonly<Record<string, { readonly hyperparameters: Specs }>>) =>
    Object.entries(registry).map(([id, member]) => full(id, member.hyperparameters));
  const schedule = (id: ScheduleId) => full(id, SCHEDULES[id].hyperparameters);
  const runOf = (id: OptimizerId, schedules: readonly unknown[]) => ({
    optimizer: full(id, OPTIMIZERS[id].hyperparameters),
    schedule: schedules,
    modifiers: all(MODIFIERS),
    name: 'Kaleidoscope',
    hidden: true,
  });
  const fullest = (id: OptimizerId, schedules: readonly unknown[]) =>
    sceneOf({
      problem: { id: 'two-minima', scale: 12.34, rotation: -123.4 },
      start: [-1.234, -0.5678],
      steps: 123_456,
      sampling: { seed: 4_294_967_295, noise: 0.1234, batchSize: 1024 },
      runs: Array.from({ length: 12 }, () => runOf(id, schedules)),
      view: {
        focus: 11,
        playhead: 12_345,
        theme: 'projector',
        window: { x: [-1.234, 2.345], y: [-0.678, 0.789] },
      },
    });

  // A learning rate that warms up, sinks and is cut where the run diverges has three factors; more restore as well.
  const longestOf = (id: OptimizerId) =>
    (Object.keys(SCHEDULES) as ScheduleId[])
      .map((other) => fullest(id, [schedule('warmup'), schedule(other), schedule('halve-on-divergence')]))
      .map((scene) => ({ scene, link: sceneToLink(scene) }))
      .reduce((a, b) => (b.link.length > a.link.length ? b : a));

  test.each(Object.keys(OPTIMIZERS) as OptimizerId[])(
    'of twelve runs of %s, each with a warm-up, the longest schedule, halving and every modifier, stays under 2,000 characters',
    (id) => {
      const { scene, link } = longestOf(id);
      expect(link.length).toBeLessThan(2000);
      expect(sceneFromLink(link)).toStrictEqual({ scene, notices: [] });
    },
  );

  test('of twelve runs with all schedules at once opens as it was', () => {
    const scene = fullest('muon', all(SCHEDULES));
    expect(sceneFromLink(sceneToLink(scene))).toStrictEqual({ scene, notices: [] });
  });
});

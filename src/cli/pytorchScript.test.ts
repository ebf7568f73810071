import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import '../problems/data/atOnce.ts';
import { runToEnd } from '../engine/simulate.ts';
import { pytorchScript } from '../export/pytorch/script.ts';
import type { LossId } from '../losses/registry.ts';
import { MODIFIERS } from '../modifiers/registry.ts';
import { OPTIMIZERS, type OptimizerId } from '../optimizers/registry.ts';
import { formsOf } from '../optimizers/variants.ts';
import { canRotate, createProblem } from '../problems/createProblem.ts';
import { PROBLEMS } from '../problems/registry.ts';
import { readScene } from '../scene/readScene.ts';
import { MAX_RUNS, taskOf, type Scene, type Task } from '../scene/scene.ts';
import { SCHEDULES } from '../schedules/registry.ts';

// Runs exported scripts with python3 and the stand-in for PyTorch, and holds their numbers to the engine's.

const STAND_IN = fileURLToPath(new URL('../export/pytorch/standin', import.meta.url));
const ABSOLUTE = 1e-9;
const RELATIVE = 1e-7;
// Enough for Lookahead's second turn and for Sophia's second estimate.
const STEPS = 12;

const hasPython = spawnSync('python3', ['-c', 'import math; math.prod([])']).status === 0;
if (!hasPython)
  console.log('NOT DONE: there is no python3 here (3.8 or later), so no exported script was run.');

type Json = Readonly<Record<string, unknown>>;
type Path = readonly (readonly (number | null)[])[];

/** Rates at which a path moves well, and stays where rounding stays small. */
const RATES: Partial<Record<OptimizerId, number>> = { adadelta: 1, newton: 1, lbfgs: 1, 'line-search': 0.5 };
const GRADIENT_SCALED = new Set<OptimizerId>(['sgd', 'momentum', 'nesterov', 'aggmo']);

/** All that a data problem of two classes takes. */
const LOSSES_OF_CLASSES = [
  'sigmoid-cross-entropy',
  'binary-cross-entropy',
  'softmax-cross-entropy',
  'focal',
  'perceptron',
  'hinge',
  'squared-hinge',
  'multiclass-hinge',
  'zero-one',
  'squared-error',
  'absolute-error',
  'kl-divergence',
  'cross-entropy',
] as const satisfies readonly LossId[];

const OPTIMIZER_IDS = Object.keys(OPTIMIZERS) as OptimizerId[];

function run(id: OptimizerId, hyperparameters: Json = {}, rest: Json = {}): Json {
  const rate = RATES[id] ?? (GRADIENT_SCALED.has(id) ? 0.0004 : 0.01);
  return { optimizer: { id, hyperparameters: { ...hyperparameters, [OPTIMIZERS[id].rate]: rate } }, ...rest };
}

/** Scenes with so many of these runs as one may have. */
function scenesOf(scene: Json, runs: readonly Json[]): Scene[] {
  const count = Math.ceil(runs.length / MAX_RUNS);
  return Array.from({ length: count }, (_, i) => {
    const some = runs.slice(i * MAX_RUNS, (i + 1) * MAX_RUNS);
    const read = readScene({ steps: STEPS, ...scene, runs: some });
    expect(read.issues).toEqual([]);
    return read.scene;
  });
}

/** Points with their loss, and null for what is not finite. */
function engineRows(task: Task): Path {
  const n = task.start.length;
  const finite = (value: number) => (Number.isFinite(value) ? value : null);
  return runToEnd(task).pieces.flatMap(({ points, losses }) =>
    Array.from(losses, (loss, i) => [...points.subarray(i * n, (i + 1) * n), loss].map(finite)),
  );
}

function pythonPaths(scenes: readonly Scene[]): Path[] {
  const { status, stdout, stderr } = spawnSync('python3', ['-'], {
    input: scenes.map(pytorchScript).join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, PYTHONPATH: STAND_IN, PYTHONDONTWRITEBYTECODE: '1', PYTHONIOENCODING: 'utf8' },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const { points, losses } = JSON.parse(line) as { points: number[][]; losses: number[] };
      return points.map((point, i) => [...point, losses[i]]);
    });
}

/** How far two numbers are apart, in parts of what is allowed. */
function excess(a: number | null, b: number | null): number {
  if (a === null || b === null) return a === b ? 0 : Number.POSITIVE_INFINITY;
  return Math.abs(a - b) / (ABSOLUTE + RELATIVE * Math.max(Math.abs(a), Math.abs(b)));
}

function expectAgreement(scenes: readonly Scene[]): void {
  const tasks = scenes.flatMap((scene) => scene.runs.map((one) => taskOf(scene, one)));
  const paths = pythonPaths(scenes);
  expect(paths).toHaveLength(tasks.length);
  tasks.forEach((task, k) => {
    const rows = engineRows(task);
    const words = JSON.stringify(task);
    expect(paths[k].length, words).toBe(rows.length);
    const worst = Math.max(...rows.flatMap((row, t) => row.map((value, i) => excess(value, paths[k][t][i]))));
    expect(worst, words).toBeLessThanOrEqual(1);
  });
}

describe.skipIf(!hasPython)('a script, run by Python, walks the engine’s path', () => {
  test.each(['rosenbrock', 'matrix-regression'])('of every optimizer in every form on %s', (id) => {
    const n = id === 'matrix-regression' ? 4 : 2;
    const runs = OPTIMIZER_IDS.flatMap((optimizer) => {
      const specs = OPTIMIZERS[optimizer].hyperparameters;
      const forms: Json[] = formsOf(specs, n);
      const bare = 'epsilon' in specs ? forms.map((form) => ({ ...form, epsilon: 0 })) : [];
      return [...forms, ...bare].map((form) => run(optimizer, form));
    });
    expectAgreement(scenesOf({ problem: { id } }, runs));
  });

  test('of every problem, scaled and turned', () => {
    const runs = (['sgd', 'adam', 'muon', 'newton', 'sophia'] as const).map((optimizer) => run(optimizer));
    const sampling = { batchSize: 'full' };
    const scenes = Object.keys(PROBLEMS).flatMap((id) => {
      const { problem } = readScene({ problem: { id } }).scene;
      const plain = { id, params: 'count' in problem.params ? { count: 20 } : {} };
      const rotation = canRotate(createProblem(problem)) ? { rotation: 33 } : {};
      const turned = { ...plain, scale: 0.37, ...rotation };
      return [plain, turned].flatMap((one) => scenesOf({ problem: one, sampling }, runs));
    });
    expectAgreement(scenes);
  });

  test('of a start where f has a kink: at the tip of Ackley’s cone and on both axes', () => {
    const runs = (['sgd', 'momentum', 'newton'] as const).map((optimizer) => run(optimizer));
    expectAgreement([
      ...scenesOf({ problem: { id: 'ackley' }, start: [0, 0] }, runs),
      ...scenesOf({ problem: { id: 'kink' }, start: [0, 1.5] }, runs),
    ]);
  });

  test('of a matrix gradient without full rank, and of a clipped quotient over zero', () => {
    const matrix = { id: 'matrix-regression' };
    const zeros = run('sophia', { gamma: 0, epsilon: 0 });
    expectAgreement([
      // W − W* is (1, 1) over (0, 0), and so is every gradient of rank 1; then all is 0.
      ...scenesOf({ problem: matrix, start: [4, -1, 1, 4], steps: 3 }, [run('muon')]),
      ...scenesOf({ problem: matrix, start: [3, -2, 1, 4], steps: 3 }, [run('muon')]),
      // Along y the curvature is below 0, and no part of it is −0.
      ...scenesOf({ problem: { id: 'saddle' } }, [zeros]),
    ]);
  });

  test('of every schedule by itself, with all others, and twice', () => {
    const ids = Object.keys(SCHEDULES);
    const lists = [...ids.map((id) => [id]), ids, ...ids.map((id) => [id, id])];
    const growing = [{ id: 'restarts', hyperparameters: { period: 3, growth: 1.5, floor: 0.1 } }];
    const schedules = [...lists.map((list) => list.map((id) => ({ id }))), growing];
    const runs = (['momentum', 'nesterov', 'adam', 'eve'] as const).flatMap((id) =>
      schedules.map((schedule) => run(id, {}, { schedule })),
    );
    expectAgreement(scenesOf({ problem: { id: 'himmelblau' } }, runs));
    // Halving has something to halve only where the loss rises.
    const steep = { optimizer: { id: 'sgd', hyperparameters: { learningRate: 0.13 } } };
    expectAgreement(
      scenesOf({ problem: { id: 'bowl' } }, [{ ...steep, schedule: { id: 'halve-on-divergence' } }]),
    );
  });

  test('of every optimizer under every modifier, with noise and without', () => {
    const modes = ['l2', 'decoupled'].map((mode) => ({ id: 'weight-decay', hyperparameters: { mode } }));
    const others = Object.keys(MODIFIERS).map((id) => ({ id }));
    const norm = { id: 'sam', hyperparameters: { rho: 0.1, p: 3.5 } };
    const lists = [...others.map((one) => [one]), ...modes.map((one) => [norm, one, { id: 'lookahead' }])];
    const runs = OPTIMIZER_IDS.flatMap((optimizer) =>
      lists.map((modifiers) => run(optimizer, {}, { modifiers })),
    );
    const noisy = { sampling: { noise: 0.3, seed: 4_000_000_007, batchSize: 3 } };
    expectAgreement([
      ...scenesOf({ problem: { id: 'himmelblau' } }, runs),
      ...scenesOf({ problem: { id: 'himmelblau' }, ...noisy }, runs),
      ...scenesOf({ problem: { id: 'reddi' }, ...noisy }, runs),
    ]);
  });

  describe('on data', () => {
    const FULL = { batchSize: 'full' };
    const DRAWN = { seed: 4_000_000_007, batchSize: 6, order: 'replacement' };
    const SHUFFLED = { seed: 5, batchSize: 7, order: 'epochs' };
    // A whole Newton step on a few samples that a line separates goes where the Hessian is next to nothing.
    const newton = { optimizer: { id: 'newton', hyperparameters: { learningRate: 0.2 } } };
    const runs = [...(['sgd', 'adam', 'line-search'] as const).map((optimizer) => run(optimizer)), newton];

    test.each(LOSSES_OF_CLASSES)('with %s, in either model, with a penalty and without', (loss) => {
      const scenes = (model: string, penalty: number, sampling: Json) => {
        const params = { loss, count: 20, gamma: 1.5, model, penalty };
        return scenesOf({ problem: { id: 'blobs', params }, sampling, start: [0, 0] }, runs);
      };
      expectAgreement([
        ...scenes('weights', 0, FULL),
        ...scenes('weights', 0.3, DRAWN),
        ...scenes('weight-and-bias', 0, SHUFFLED),
        ...scenes('weight-and-bias', 0.3, FULL),
      ]);
    });

    test.each(['squared-error', 'absolute-error', 'gaussian-nll'])('with %s of numbers', (loss) => {
      const scenes = (penalty: number, sampling: Json) => {
        const params = { loss, penalty, precision: 3, count: 20 };
        return scenesOf({ problem: { id: 'outlier-line', params }, sampling }, runs);
      };
      expectAgreement([...scenes(0, FULL), ...scenes(0.3, DRAWN), ...scenes(0, SHUFFLED)]);
    });

    test('of every optimizer under every modifier', () => {
      const lists = [
        [],
        [{ id: 'sam' }, { id: 'weight-decay', hyperparameters: { mode: 'l2' } }],
        [{ id: 'lookahead' }, { id: 'weight-decay', hyperparameters: { mode: 'decoupled' } }],
      ];
      const all = OPTIMIZER_IDS.flatMap((optimizer) =>
        lists.map((modifiers) => run(optimizer, {}, { modifiers, schedule: { id: 'halve-on-divergence' } })),
      );
      for (const sampling of [DRAWN, SHUFFLED])
        expectAgreement(
          scenesOf({ problem: { id: 'blobs', params: { count: 20, penalty: 0.05 } }, sampling }, all),
        );
    });

    test('that is drawn by the script, because it is large', () => {
      const sampling = { seed: 9, batchSize: 40, order: 'epochs' };
      const few = { steps: 2, sampling };
      const adam = [run('adam')];
      const problem = (id: string, params: Json) => ({
        ...few,
        problem: { id, params: { count: 1003, ...params } },
      });
      expectAgreement([
        ...scenesOf(problem('blobs', { share: 0.3, seed: 77 }), adam),
        ...scenesOf(problem('flipped-blobs', { model: 'weight-and-bias', flipped: 0.2 }), adam),
        ...scenesOf(problem('outlier-line', { noise: 0.7 }), adam),
      ]);
    });
  });

  test('of runs that end early: diverged at the start, later, or stopped', () => {
    const sgd = { optimizer: { id: 'sgd', hyperparameters: { learningRate: 1e60 } } };
    expectAgreement([
      ...scenesOf({ problem: { id: 'double-well' }, start: [3, 1e8] }, [sgd, run('newton')]),
      ...scenesOf({ problem: { id: 'kink' }, start: [3, -2] }, [run('newton')]),
      ...scenesOf({ problem: { id: 'beale' }, start: [1e7, 1e8] }, [run('adam')]),
    ]);
  });
});

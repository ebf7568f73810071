import { expect, test } from 'vitest';
import { recorded, type RecordedRun } from '../engine/recordedRun.ts';
import { walk } from '../optimizers/walk.ts';
import { createProblem } from '../problems/createProblem.ts';
import { readScene } from '../scene/readScene.ts';
import { MAX_RUNS, taskOf, type Run, type Scene } from '../scene/scene.ts';
import { ERRATA, errataOf } from './errata.ts';
import { inverse, msign, norm, times, transposed, type Numbers } from './literal.ts';

// Each erratum's scene shows what the erratum says: in numbers.

function sceneOf(id: string): Scene {
  const erratum = ERRATA.find((one) => one.id === id);
  const { scene, issues } = readScene(erratum?.scene);
  expect(issues).toEqual([]);
  return scene;
}

/** The runs of an erratum's scene; the loss may be multiplied. */
function runsOf(id: string, scale = 1): RecordedRun[] {
  const scene = sceneOf(id);
  const scaled = { ...scene, problem: { ...scene.problem, scale } };
  return scene.runs.map((run) => recorded(taskOf(scaled, run)));
}

const pointsOf = ({ rows }: RecordedRun) => rows.map(({ point }) => point);
const last = ({ rows }: RecordedRun) => rows[rows.length - 1];
const firstStep = ({ rows: [a, b] }: RecordedRun) => b.point.map((x, i) => x - a.point[i]);

/** Singular values of a 2 × 2 matrix, the greater first. */
function singularValues(M: Numbers): [number, number] {
  const squares = M.reduce((sum, entry) => sum + entry * entry, 0);
  const determinant = Math.abs(M[0] * M[3] - M[1] * M[2]);
  const [sum, difference] = [
    Math.sqrt(squares + 2 * determinant),
    Math.sqrt(Math.max(0, squares - 2 * determinant)),
  ];
  return [(sum + difference) / 2, (sum - difference) / 2];
}

test.each(ERRATA)(
  '$id has a scene of named runs in which nothing is left out',
  ({ id, caption, sentence }) => {
    const { runs } = sceneOf(id);
    expect(runs.length).toBeGreaterThan(1);
    expect(runs.length).toBeLessThanOrEqual(MAX_RUNS);
    expect(new Set(runs.map(({ name }) => name)).size).toBe(runs.length);
    for (const { name } of runs) expect(name).not.toBeNull();
    for (const text of [caption, sentence]) expect(text).toMatch(/^[^.]+(\d\.\d+[^.]*)*\.$/u);
  },
);

test('adadelta-start: the printed rule never moves, the paper’s comes to the minimizer', () => {
  const [printed, paper] = runsOf('adadelta-start');
  for (const point of pointsOf(printed)) expect(point).toEqual([-4, 2]);
  expect(Math.min(...paper.rows.map(({ loss }) => loss))).toBeLessThan(1e-3);
});

test('sophia-scale: the printed step is 1/c as long for c times the loss, the paper’s as long', () => {
  const [printed, paper] = runsOf('sophia-scale');
  const [x, y] = firstStep(printed);
  expect(x / y).toBeCloseTo(100, 8);
  for (const point of pointsOf(paper)) expect(point[0]).toBeCloseTo(point[1], 10);
  const [printed7, paper7] = runsOf('sophia-scale', 7);
  expect(firstStep(printed7)[0]).toBeCloseTo(x / 7, 12);
  expect(norm(last(paper7).point.map((entry, i) => entry - last(paper).point[i]))).toBeLessThan(1e-9);
});

test('norm-and-sign: singular values of msign(G) are equal, those of G/‖G‖ are as those of G', () => {
  const [normed, sign] = runsOf('norm-and-sign').map(firstStep).map(singularValues);
  const [greater, less] = singularValues(
    walk({ problem: 'matrix-regression', start: [0, 0, 0, 0], steps: 1, id: 'sgd' })[1].g,
  );
  expect(normed[0] / normed[1]).toBeCloseTo(greater / less, 8);
  expect(normed[0] / normed[1]).toBeGreaterThan(10);
  expect(sign[0] / sign[1]).toBeCloseTo(1, 10);
  // Where G has rank 1 both are one direction.
  const rankOne = {
    problem: 'matrix-regression',
    start: [0, -5, -2, 1],
    steps: 1,
    id: 'muon',
    momentum: 0,
  } as const;
  const [a, b] = [
    [4, 1],
    [2, 2],
  ].map((shape) => walk({ ...rankOne, shape })[1].update);
  expect(norm(a.map((entry, i) => entry - b[i]))).toBeLessThan(1e-12);
});

test('five-iterations: what is said of the singular values is so', () => {
  const after = (sigma: number, [a, b, c]: readonly number[], steps = 5) => {
    let x = sigma;
    for (let k = 0; k < steps; k++) x = a * x + b * x ** 3 + c * x ** 5;
    return x;
  };
  const westlake = [15 / 8, -5 / 4, 3 / 8];
  const memphis = [3.4445, -4.775, 2.0315];
  expect(Math.sqrt(7 / 3)).toBeCloseTo(1.53, 2);
  expect(after(1.52, westlake, 40)).toBeCloseTo(1, 6);
  expect(Number.isFinite(after(1.54, westlake, 40))).toBe(false);
  expect(after(0.01, westlake)).toBeCloseTo(0.23, 2);
  expect(after(0.01, memphis)).toBeCloseTo(0.7, 2);
  const band = Array.from({ length: 991 }, (_, i) => after(0.01 + i / 1000, memphis));
  expect(Math.min(...band)).toBeCloseTo(0.68, 2);
  expect(Math.max(...band)).toBeCloseTo(1.13, 2);
  const [exact, taylor, jordan] = runsOf('five-iterations').map(firstStep).map(singularValues);
  expect(exact[0] / exact[1]).toBeCloseTo(1, 8);
  expect(taylor[1] / taylor[0]).toBeLessThan(0.3);
  expect(jordan[1] / jordan[0]).toBeGreaterThan(0.4);
  expect(jordan[1] / jordan[0]).toBeLessThan(0.95);
});

test('unrolled-momentum: the corrected weights give the path, the printed ones lead uphill', () => {
  const scene = sceneOf('unrolled-momentum');
  const [momentum, fast, slow] = runsOf('unrolled-momentum');
  const problem = createProblem(scene.problem);
  const [eta, beta, kappa] = [0.002, 0.9, 3];
  const path = pointsOf(momentum);
  for (const t of [1, 7, 60]) {
    const weighted = (divisor: number) =>
      path[0].map((start, axis) => {
        let sum = 0;
        for (let i = 1; i <= t; i++)
          sum += ((1 - beta ** (t + 1 - i)) / divisor) * path[i - 1][axis] * (axis === 0 ? 1 : kappa);
        return start - eta * sum;
      });
    for (const axis of [0, 1]) expect(weighted(1 - beta)[axis]).toBeCloseTo(path[t][axis], 12);
    const draw = { t: 1, batch: null };
    const [printed, start] = [weighted(beta - 1), path[0]].map((point) =>
      problem.value(Float64Array.from(point), draw),
    );
    expect(printed).toBeGreaterThan(start);
  }
  // After 200 steps momentum is where SGD with ten times the rate is, and SGD with its own rate far behind.
  expect(last(momentum).loss).toBeLessThan(0.01);
  expect(last(fast).loss).toBeLessThan(0.01);
  expect(last(slow).loss).toBeGreaterThan(1);
});

test('decay-twice: with both the run is nearer to zero and its loss greater than with either', () => {
  const [penalty, decay, both] = runsOf('decay-twice').map(last);
  expect(norm(both.point)).toBeLessThan(0.9 * Math.min(norm(penalty.point), norm(decay.point)));
  expect(both.loss).toBeGreaterThan(1.2 * Math.max(penalty.loss, decay.loss));
});

test('sgd-scale: only SGD and momentum change with the scale of the loss', () => {
  const moved = runsOf('sgd-scale').map((run, i) => {
    const [a, b] = [run, runsOf('sgd-scale', 1.5)[i]].map(pointsOf);
    return Math.max(...a.slice(0, 50).map((point, t) => norm(point.map((x, axis) => x - b[t][axis]))));
  });
  const [sgd, momentum, adam, sign, muon] = moved;
  expect(Math.min(sgd, momentum)).toBeGreaterThan(0.1);
  expect(Math.max(adam, sign, muon)).toBeLessThan(1e-9);
  const offDiagonal = runsOf('sgd-scale').map(({ rows }) =>
    Math.max(...rows.map(({ point: [x, y] }) => Math.abs(x + y))),
  );
  expect(Math.min(...offDiagonal.slice(0, 2))).toBeGreaterThan(1);
  expect(Math.max(...offDiagonal.slice(2))).toBeLessThan(1e-9);
});

test('guaranteed-descent: above 2/L the loss rises in every step, below it the run ends at the saddle', () => {
  const [below, above] = runsOf('guaranteed-descent');
  above.rows.slice(1).forEach(({ loss }, i) => expect(loss).toBeGreaterThan(above.rows[i].loss));
  below.rows.slice(1).forEach(({ loss }, i) => expect(loss).toBeLessThan(below.rows[i].loss));
  expect(norm(last(below).point)).toBeLessThan(1e-3);
  expect(createProblem(sceneOf('guaranteed-descent').problem).saddles).toContainEqual([0, 0]);
});

test('adadelta-numerator: the printed step is as long as η says, and the paper’s knows no η', () => {
  const [paper, long, short] = runsOf('adadelta-numerator');
  firstStep(long).forEach((dx, i) => expect(dx).toBeCloseTo(10 * firstStep(short)[i], 12));
  const [, x] = pointsOf(long);
  const g = [-4, 10];
  // The slide's two lines, once: E[g²] = (1 − γ)g², Δθ = −η g/√(E[g²] + ε).
  g.forEach((gi, i) =>
    expect(x[i]).toBeCloseTo([-4, 2][i] - (0.05 / Math.sqrt(0.1 * gi * gi + 1e-6)) * gi, 12),
  );
  expect(Math.min(...paper.rows.map(({ loss }) => loss))).toBeLessThan(1e-3);
  expect(last(short).loss).toBeGreaterThan(1);
});

test('full-rank: MᵀM has no inverse, and the run by the SVD reaches the minimizer', () => {
  const scene = sceneOf('full-rank');
  const [, { g }] = walk({ problem: { ...scene.problem }, start: scene.start, steps: 1, id: 'sgd' });
  const gram = times(transposed(g), g);
  expect(Math.abs(gram[0] * gram[3] - gram[1] * gram[2])).toBeLessThan(1e-9 * norm(gram) ** 2);
  expect(inverse(gram).every((entry) => Math.abs(entry) < 1e9)).toBe(false);
  expect(msign(g).every(Number.isFinite)).toBe(false);
  const [svd] = runsOf('full-rank');
  expect(last(svd).loss).toBeLessThan(1e-20);
  const [greater, less] = singularValues(firstStep(svd));
  expect(greater).toBeCloseTo(0.05, 10);
  expect(less).toBeLessThan(1e-12);
});

test('mini-batch-bound: at constant η the gradient’s mean square stays, and vanishes as η decays', () => {
  const [constant, decaying] = runsOf('mini-batch-bound');
  const mean = ({ rows }: RecordedRun, from: number, to: number) =>
    rows.slice(from, to).reduce((sum, { gradientNorm }) => sum + gradientNorm ** 2, 0) / (to - from);
  expect(mean(constant, 401, 601)).toBeGreaterThan(0.5 * mean(constant, 201, 401));
  expect(mean(constant, 401, 601)).toBeGreaterThan(1);
  expect(mean(decaying, 401, 601)).toBeLessThan(0.1 * mean(constant, 401, 601));
  const steps = pointsOf(constant)
    .slice(-100)
    .map((point, i, all) => (i === 0 ? 1 : norm(point.map((x, k) => x - all[i - 1][k]))));
  expect(Math.max(...steps)).toBeGreaterThan(0.1);
});

function runWith(json: object): Run {
  return readScene({ runs: [json] }).scene.runs[0];
}

test('a run is told what concerns its rule, of the lecture that is shown or of all', () => {
  const ids = (json: object, lecture: Parameters<typeof errataOf>[1]) =>
    errataOf(runWith(json), lecture).map(({ id }) => id);
  const muon = { optimizer: { id: 'muon' } };
  expect(ids(muon, null)).toEqual(['norm-and-sign', 'five-iterations', 'full-rank']);
  expect(ids(muon, 'Memphis')).toEqual([]);
  expect(ids({ optimizer: { id: 'adam' } }, null)).toEqual([]);
  expect(ids({ optimizer: { id: 'adam' } }, 'Memphis')).toEqual(['decay-twice']);
  expect(ids({ optimizer: { id: 'adam' } }, 'Westlake')).toEqual([]);
  expect(ids({ optimizer: { id: 'newton' }, modifiers: [{ id: 'weight-decay' }] }, null)).toEqual([
    'decay-twice',
  ]);
});

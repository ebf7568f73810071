import { describe, expect, test } from 'vitest';
import { recorded, taskWith } from '../../src/engine/recordedRun.ts';
import { simulate, type SimulateOptions } from '../../src/engine/simulate.ts';
import type { Outcome, Piece } from '../../src/engine/trajectory.ts';
import type { Task } from '../../src/scene/scene.ts';
import { createTrajectory, writePiece, type Trajectory } from '../engine/trajectories.ts';
import { parameterNames, plainName } from './parameterNames.ts';
import { tableNumber } from './tableNumber.ts';
import { tableCsv, tableRows } from './tableRows.ts';

function piecesOf(task: Task, options: SimulateOptions): { pieces: Piece[]; outcome: Outcome | null } {
  const pieces: Piece[] = [];
  const run = simulate(task, options);
  for (;;) {
    const next = run.next();
    if (next.done) return { pieces, outcome: next.value };
    pieces.push(next.value.piece);
  }
}

/** A run as the page has it once the worker has sent all of it. */
function arrived(task: Task): Trajectory {
  const trajectory = createTrajectory('run', task);
  const { pieces, outcome } = piecesOf(task, { stride: trajectory.stride });
  for (const piece of pieces) writePiece(trajectory, piece);
  trajectory.outcome = outcome;
  return trajectory;
}

/** Every step from one to another, as the worker replays them. */
function stretch(task: Task, from: number, to: number): Piece {
  const whole = piecesOf(task, { until: to }).pieces;
  const n = task.start.length;
  const rows = whole.flatMap((piece) =>
    Array.from(piece.steps, (step, i) => ({ step, piece, i })).filter(({ step }) => step >= from),
  );
  const gather = (name: 'points' | 'losses' | 'gradientNorms' | 'evaluations', width: number) =>
    Float64Array.from(rows.flatMap(({ piece, i }) => [...piece[name].subarray(i * width, (i + 1) * width)]));
  return {
    steps: Uint32Array.from(rows, ({ step }) => step),
    points: gather('points', n),
    losses: gather('losses', 1),
    gradientNorms: gather('gradientNorms', 1),
    evaluations: gather('evaluations', 3),
    effectiveSteps: new Float64Array(rows.length * (1 + n)),
    learningRates: new Float64Array(rows.length),
    lossRanges: new Float64Array(rows.length * 2),
  };
}

const SHORT = taskWith({ problem: { id: 'booth' }, start: [-6.5, 7], steps: 40 }, 'newton', {
  learningRate: 0.5,
});
/** Recorded every 4th step. */
const LONG = taskWith({ problem: { id: 'himmelblau' }, start: [0.5, -0.25], steps: 70_000 }, 'sgd', {
  learningRate: 1e-5,
});

describe('the rows of a short run', () => {
  test('are those of the engine, one a step, with all digits', () => {
    const rows = tableRows(arrived(SHORT));
    const { rows: expected } = recorded(SHORT);
    expect(rows.count).toBe(expected.length);
    for (const i of [0, 1, 17, rows.count - 1]) {
      const { step, point, loss, gradientNorm } = rows.row(i);
      expect({ step, point, loss, gradientNorm }).toEqual({
        step: expected[i].step,
        point: expected[i].point,
        loss: expected[i].loss,
        gradientNorm: expected[i].gradientNorm,
      });
    }
  });

  test('count what Newton asks for: a gradient and a Hessian of two parameters, three gradients a step', () => {
    const rows = tableRows(arrived(SHORT));
    expect([rows.row(0).evaluations, rows.row(5).evaluations]).toEqual([0, 15]);
  });

  test('are found by their step', () => {
    const rows = tableRows(arrived(SHORT));
    expect([rows.indexOf(0), rows.indexOf(23), rows.indexOf(500)]).toEqual([0, 23, rows.count - 1]);
    expect([rows.stride, rows.stretch]).toEqual([1, null]);
  });
});

describe('the rows of a long run', () => {
  const sparse = arrived(LONG);
  const dense: Trajectory = { ...arrived(LONG), detail: stretch(LONG, 9_501, 10_502) };

  test('are every so-manieth step, and the last', () => {
    const rows = tableRows(sparse);
    expect(rows.stride).toBe(4);
    expect([rows.row(0).step, rows.row(1).step, rows.row(rows.count - 1).step]).toEqual([0, 4, 70_000]);
  });

  test('are found by a step between two of them as the one before', () => {
    const rows = tableRows(sparse);
    expect(rows.row(rows.indexOf(10_003)).step).toBe(10_000);
  });

  test.each([
    [9_501, 10_502],
    [9_500, 10_500],
    [0, 499],
    [69_750, 70_000],
  ])('are every step from %i to %i, and so-manieth again around that', (from, to) => {
    const rows = tableRows({ ...arrived(LONG), detail: stretch(LONG, from, to) });
    expect(rows.stretch).toEqual([from, to]);
    const steps = Array.from({ length: rows.count }, (_, i) => rows.row(i).step);
    const expected: number[] = [];
    for (let step = 0; step <= 70_000; step++)
      if (step % 4 === 0 || (step >= from && step <= to)) expected.push(step);
    expect(steps).toEqual(expected);
  });

  test('are in the stretch what a replay says, not what lies nearby', () => {
    const rows = tableRows(dense);
    const row = rows.row(rows.indexOf(10_003));
    const { rows: expected } = recorded(LONG, { until: 10_003 });
    expect([row.step, row.loss, row.evaluations]).toEqual([10_003, expected[10_003].loss, 10_003]);
    expect(row.point).toEqual(expected[10_003].point);
  });

  test.each([0, 9_500, 9_501, 10_502, 10_503, 10_504, 69_999, 70_000])(
    'hold the last row at or before step %i where it is looked for',
    (step) => {
      const rows = tableRows(dense);
      const index = rows.indexOf(step);
      expect(rows.row(index).step).toBeLessThanOrEqual(step);
      if (index + 1 < rows.count) expect(rows.row(index + 1).step).toBeGreaterThan(step);
    },
  );
});

describe('a run of which nothing has come', () => {
  test('has no rows', () => {
    const rows = tableRows(createTrajectory('none', SHORT));
    expect([rows.count, rows.indexOf(3)]).toEqual([0, -1]);
  });
});

test('comma-separated values have a header and every digit, so that they read back as the same numbers', () => {
  const trajectory = arrived(SHORT);
  const lines = tableCsv(tableRows(trajectory), ['x', 'y']).trimEnd().split('\n');
  expect(lines[0]).toBe('step,x,y,loss,gradient_norm,evaluations');
  expect(lines).toHaveLength(trajectory.rows + 1);
  const [step, x, y, loss, norm] = lines[12].split(',').map(Number);
  expect([step, x, y]).toEqual([11, trajectory.points[22], trajectory.points[23]]);
  expect([loss, norm]).toEqual([trajectory.losses[11], trajectory.gradientNorms[11]]);
});

describe('parameters', () => {
  test.each<[string, Parameters<typeof parameterNames>[0], readonly string[]]>([
    ['of a surface are x and y', { dimension: 2, shape: null }, ['x', 'y']],
    ['of one dimension are x', { dimension: 1, shape: null }, ['x']],
    [
      'of a model are its weight and bias',
      {
        dimension: 2,
        shape: null,
        samples: 60,
        plane: { kind: 'parameters', origin: [0, 0], u: [1, 0], v: [0, 1], axes: ['w_1', 'b'] },
      },
      ['w₁', 'b'],
    ],
    ['of a column are no matrix', { dimension: 2, shape: [2, 1] }, ['x', 'y']],
    [
      'of a matrix go row by row',
      { dimension: 6, shape: [2, 3] },
      ['W₁₁', 'W₁₂', 'W₁₃', 'W₂₁', 'W₂₂', 'W₂₃'],
    ],
    ['of many dimensions are numbered', { dimension: 3, shape: null }, ['θ₁', 'θ₂', 'θ₃']],
  ])('%s', (_, problem, names) => {
    expect(parameterNames(problem)).toEqual(names);
  });

  test('are written in plain digits in files', () => {
    expect(plainName('W₂₁')).toBe('W21');
  });
});

describe('a number of the table', () => {
  test.each([
    [-1.5, '−1.50000'],
    [0.012345678, '0.0123457'],
    [123456.7, '123,457'],
    [-3.2e-7, '−3.20000×10⁻⁷'],
    [7.654321e9, '7.65432×10⁹'],
    [0.00099999999, '0.00100000'],
    [0, '0'],
    [Number.NaN, 'NaN'],
    [Number.NEGATIVE_INFINITY, '−∞'],
  ])('%d is written %s', (value, text) => {
    expect(tableNumber(value)).toBe(text);
  });
});

import { describe, expect, test } from 'vitest';
import './atOnce.ts';
import { layGrid, sampleGrid, type Grid } from './grid.ts';
import { interpolateLattice } from './interpolation.ts';
import { chooseLattice, sampleLattice } from './lattice.ts';
import { lineGround, surveyGround } from './paintGround.ts';
import { surface, view } from './testSurface.ts';

const MARGIN = 10;
const MANY = 100_000;
const WINDOW = view([-3, 3], [-2, 2], 130);

type F = (x: number, y: number) => number;

/** f read between the nodes of each pass, beside f itself at each device pixel; and the distance of nodes. */
function passesOf(f: F, samples = MANY, window = WINDOW) {
  const problem = { ...surface(f), samples };
  const shape = layGrid(window, MARGIN);
  const lattice = chooseLattice(shape, samples);
  const sampler = sampleLattice(problem, window, shape, lattice);
  const exact = sampleGrid(problem, window, MARGIN);
  const unit = window.width / (window.window.x[1] - window.window.x[0]);
  return lattice.strides.map((stride) => {
    sampler.advance(() => false);
    const grid = layGrid(window, MARGIN);
    interpolateLattice(sampler, stride, grid);
    return { stride, grid, exact, h: lattice.spacing.map((spacing) => (spacing * stride) / unit) };
  });
}

/** The greatest difference over the pixels that are so many nodes away from the grid's edge. */
function greatestError({ grid, exact }: { grid: Grid; exact: Grid }, from = 0): number {
  const across = grid.columns + 2 * grid.margin;
  const down = grid.rows + 2 * grid.margin;
  let greatest = 0;
  for (let row = Math.ceil(from); row < down - from; row++)
    for (let column = Math.ceil(from); column < across - from; column++) {
      const at = row * across + column;
      greatest = Math.max(greatest, Math.abs(grid.values[at] - exact.values[at]));
    }
  return greatest;
}

describe('between nodes', () => {
  test('a quadratic is exact in every pass, up to the edges', () => {
    for (const pass of passesOf((x, y) => 2 * x * x - 3 * x * y + 5 * y * y + x - 7 * y + 4))
      expect(greatestError(pass)).toBeLessThan(1e-12 * 60);
  });

  // Logistic losses of scores x + 2y and 3y − x: the greatest third and fourth derivatives of ln(1 + eˢ) by s are
  // 1/(6√3) and 1/8, and the chain rule gives powers of the coefficients.
  test('a smooth convex surface is as close as the derivatives of f allow, and 8 times closer with each halving', () => {
    const softplus = (s: number) => Math.max(0, s) + Math.log1p(Math.exp(-Math.abs(s)));
    const f: F = (x, y) => softplus(x + 2 * y) + softplus(3 * y - x);
    const passes = passesOf(f);
    const third = (a: number, b: number) => (a ** 3 + b ** 3) / (6 * Math.sqrt(3));
    const fourth = (a: number, b: number) => (a ** 4 + b ** 4) / 8;
    const along = (h: number, a: number, b: number) =>
      (h ** 3 * third(a, b)) / 24 + (h ** 4 * fourth(a, b)) / 384;
    const errors = passes.map((pass) => {
      const [hx, hy] = pass.h;
      // What is read along rows is read once more along columns, with weights whose sizes add up to 1.25 at most.
      const bound = 1.25 * along(hx, 1, 1) + along(hy, 2, 3);
      const error = greatestError(pass, 2 * hx * 130);
      expect(error).toBeLessThan(bound);
      return error;
    });
    for (let i = 2; i < errors.length; i++) expect(errors[i - 1] / errors[i]).toBeGreaterThan(6);
    expect(errors.at(-1)).toBeLessThan(1e-5);
  });

  test('the slope does not jump at a node', () => {
    const f: F = (x, y) => Math.exp(0.4 * x + y) + x ** 4;
    const lattice = { across: 7, down: 7, spacing: [64, 64], strides: [1] } as const;
    const values = Float64Array.from({ length: 49 }, (_, i) => f(i % 7, Math.floor(i / 7)));
    const size = 6 * 64 + 1;
    const grid: Grid = {
      values: new Float64Array(size ** 2),
      columns: size,
      rows: size,
      margin: 0,
      perPixel: [1, 1],
    };
    interpolateLattice({ lattice, values }, 1, grid);
    const bend = (of: Float64Array, at: number, step: number) => of[at - step] - 2 * of[at] + of[at + step];
    for (let row = 1; row < 6; row++)
      for (let column = 1; column < 6; column++) {
        const at = 64 * (row * size + column);
        expect(grid.values[at]).toBeCloseTo(values[row * 7 + column], 9);
        for (const [step, nodeStep] of [
          [1, 1],
          [size, 7],
        ]) {
          // Where slopes agree, what is left falls with the square of the distance; straight lines would bend by 1/64.
          const between = Math.abs(bend(values, row * 7 + column, nodeStep));
          expect(Math.abs(bend(grid.values, at, step))).toBeLessThan((6 * between) / 64 ** 2);
        }
      }
  });

  test('isolines of a bowl are circles to a tenth of a pixel, without a staircase', () => {
    const window = WINDOW;
    const ground = surveyGround(window, {
      ...surface((x, y) => Math.cosh(Math.hypot(x, y)) - 1, 0),
      samples: MANY,
    });
    const { coordinates, starts, levels } = lineGround(ground);
    let points = 0;
    for (let line = 0; line < levels.length; line++) {
      const radius = 130 * Math.acosh(1 + ground.levels.levels[levels[line]].value);
      for (let point = starts[line]; point < starts[line + 1]; point++) {
        const [x, y] = [coordinates[2 * point] - 390, coordinates[2 * point + 1] - 260];
        expect(Math.abs(Math.hypot(x, y) - radius)).toBeLessThan(0.1);
        points++;
      }
    }
    expect(points).toBeGreaterThan(1000);
  });
});

describe('where f is not finite', () => {
  const wall: F = (x, y) => (x > 0.7 ? Infinity : x < -2.2 && y > 0.4 ? Number.NaN : x * x + y);

  test('a wall begins half-way between nodes, and f is itself before it', () => {
    for (const { grid, exact, h } of passesOf(wall)) {
      const across = grid.columns + 2 * grid.margin;
      const wrong = { walls: 0, gaps: 0, values: 0, known: 0 };
      for (let at = 0; at < grid.values.length; at++) {
        const x = -3 + ((at % across) - grid.margin + 0.5) / 130;
        const y = 2 - (Math.floor(at / across) - grid.margin + 0.5) / 130;
        // How far the nearest wall's edge is, in distances between nodes.
        const toRight = Math.abs(x - 0.7) / h[0];
        const toCorner = Math.max((x + 2.2) / h[0], (0.4 - y) / h[1]);
        if (Math.min(toRight, Math.abs(toCorner)) <= 0.51) continue;
        const value = grid.values[at];
        const isFinite = Number.isFinite(exact.values[at]);
        if (isFinite && !Number.isFinite(value)) wrong.walls++;
        if (!isFinite && value !== Infinity) wrong.gaps++;
        if (!isFinite || Math.min(toRight, Math.abs(toCorner)) <= 2.1) continue;
        wrong.known++;
        if (!(Math.abs(value - exact.values[at]) < 1e-12)) wrong.values++;
      }
      expect(wrong).toMatchObject({ walls: 0, gaps: 0, values: 0 });
      expect(wrong.known).toBeGreaterThan(1000);
    }
  });

  test('all of it, the map is a wall', () => {
    for (const { grid } of passesOf(() => Number.NaN))
      expect(new Set(grid.values)).toEqual(new Set([Infinity]));
  });
});

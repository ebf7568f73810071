import { describe, expect, test } from 'vitest';
import type { Problem } from '../problems/problem.ts';
import { layGrid, sampleGrid } from './grid.ts';
import { interpolateLattice } from './interpolation.ts';
import { chooseLattice, nodesAt, sampleLattice } from './lattice.ts';
import { surface, view } from './testSurface.ts';

const MARGIN = 10;
const WINDOW = view([-3, 3], [-2, 2], 130);

/** A data problem of so many samples that counts at which θ it was evaluated. */
function counted(samples: number, f = (x: number, y: number) => x * x + 3 * y * y) {
  const asked: string[] = [];
  const problem: Problem = {
    ...surface((x, y) => {
      asked.push(`${x} ${y}`);
      return f(x, y);
    }),
    samples,
  };
  return { problem, asked };
}

const samplerOf = (problem: Problem, window = WINDOW) => {
  const grid = layGrid(window, MARGIN);
  return sampleLattice(problem, window, grid, chooseLattice(grid, problem.samples));
};

describe('the lattice', () => {
  test.each([1, 30, 150, 1000, 30_000, 100_000, 1_000_000])(
    'of %i samples covers the grid, margin included',
    (samples) => {
      const grid = layGrid(WINDOW, MARGIN);
      const { across, down, spacing } = chooseLattice(grid, samples);
      expect((across - 1) * spacing[0]).toBeGreaterThanOrEqual(grid.columns + 2 * grid.margin - 1 - 1e-9);
      expect((down - 1) * spacing[1]).toBeGreaterThanOrEqual(grid.rows + 2 * grid.margin - 1 - 1e-9);
    },
  );

  test.each([10_000, 100_000, 1_000_000])('of %i samples has at least 200 × 200 nodes', (samples) => {
    for (const window of [WINDOW, view([-3, 3], [-2, 2], 220), view([0, 375], [0, 318], 1, 2)]) {
      const nodes = nodesAt(chooseLattice(layGrid(window, MARGIN), samples), 1);
      expect(nodes).toBeGreaterThanOrEqual(40_000);
      expect(nodes).toBeLessThan(60_000);
    }
  });

  test('of few samples has a node a device pixel', () => {
    expect(chooseLattice(layGrid(WINDOW, MARGIN), 30).spacing).toEqual([1, 1]);
    expect(chooseLattice(layGrid(WINDOW, MARGIN), 200).spacing).not.toEqual([1, 1]);
  });

  test.each([150, 5000, 100_000])(
    'of %i samples has a first pass of few nodes, and each after it is twice as dense',
    (samples) => {
      const lattice = chooseLattice(layGrid(WINDOW, MARGIN), samples);
      const { strides } = lattice;
      expect(strides.at(-1)).toBe(1);
      for (let i = 1; i < strides.length; i++) expect(strides[i - 1]).toBe(2 * strides[i]);
      expect(nodesAt(lattice, strides[0]) * samples).toBeLessThan(Math.max(3e6, 500 * samples));
    },
  );
});

describe('passes', () => {
  test('compute each node once, and all of them', () => {
    const { problem, asked } = counted(100_000);
    const sampler = samplerOf(problem);
    let before = 0;
    while (sampler.inNextPass > 0) {
      const nodes = sampler.inNextPass;
      expect(sampler.advance(() => false)).toBe(true);
      expect(asked.length - before).toBe(nodes);
      before = asked.length;
    }
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBe(nodesAt(sampler.lattice, 1));
    expect(sampler.computed).toBe(asked.length);
    expect(sampler.advance(() => false)).toBe(false);
  });

  test('cut into slices give the same', () => {
    const { problem, asked } = counted(100_000, (x, y) => Math.exp(x - y * y));
    const whole = samplerOf(problem);
    while (whole.advance(() => false));
    const once = asked.splice(0);
    const sliced = samplerOf(problem);
    let calls = 0;
    while (sliced.inNextPass > 0) {
      // Each third look says that time is over.
      sliced.advance(() => (calls += 1) % 3 === 0);
    }
    expect(calls).toBeGreaterThan(1000);
    expect(asked).toEqual(once);
    expect(sliced.values).toEqual(whole.values);
  });

  test('a slice always gets on', () => {
    const { problem } = counted(100_000);
    const sampler = samplerOf(problem);
    for (let slice = 1; slice <= 50; slice++) {
      sampler.advance(() => true);
      expect(sampler.computed).toBeGreaterThanOrEqual(slice);
    }
  });
});

test('with a node a device pixel the grid is the sampled one, but for rounding', () => {
  const { problem } = counted(30, (x, y) => Math.abs(x - 0.3) + Math.sin(5 * y));
  const sampler = samplerOf(problem);
  while (sampler.advance(() => false));
  const grid = layGrid(WINDOW, MARGIN);
  interpolateLattice(sampler, 1, grid);
  const exact = sampleGrid(problem, WINDOW, MARGIN).values;
  const greatest = exact.reduce((most, f, at) => Math.max(most, Math.abs(f - grid.values[at])), 0);
  expect(greatest).toBeLessThan(1e-13);
});

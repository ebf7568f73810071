import { describe, expect, test } from 'vitest';
import { groundLevels, keptLevels } from './levels.ts';

const values = (range: Parameters<typeof groundLevels>[0]) =>
  groundLevels(range).levels.map(({ value }) => value);
const sampled = (count: number, value: (part: number) => number) =>
  Float64Array.from({ length: count }, (_, i) => value((i + 0.5) / count)).sort();

describe('over many decades levels', () => {
  const rosenbrock = groundLevels({ least: 0, greatest: 3800, minimum: 0 });

  test('are 28, strictly increase and end below the greatest value', () => {
    const found = rosenbrock.levels.map(({ value }) => value);
    expect(found).toHaveLength(28);
    for (let i = 1; i < found.length; i++) expect(found[i]).toBeGreaterThan(found[i - 1]);
    expect(found[27]).toBeCloseTo(10 ** 3.5, 8);
  });

  test('have a constant ratio of the sixth root of ten', () => {
    const found = rosenbrock.levels.map(({ value }) => value);
    for (let i = 1; i < found.length; i++) expect(found[i] / found[i - 1]).toBeCloseTo(10 ** (1 / 6), 12);
  });

  test('contain each decade exactly, and these are the index lines', () => {
    const index = rosenbrock.levels.filter(({ isIndex }) => isIndex);
    expect(index.map(({ value }) => value)).toEqual([0.1, 1, 10, 100, 1000]);
  });

  test('keep in a crowd every third, index lines among them', () => {
    const { levels } = rosenbrock;
    const kept = levels.flatMap(({ staysInCrowd }, i) => (staysInCrowd ? [i] : []));
    for (let i = 1; i < kept.length; i++) expect(kept[i] - kept[i - 1]).toBe(3);
    for (const { isIndex, staysInCrowd } of levels) expect(staysInCrowd || !isIndex).toBe(true);
  });

  test('lie on the same lattice for any window, so that panning moves none', () => {
    const wider = new Set(values({ least: 0, greatest: 9000, minimum: 0 }));
    const shared = values({ least: 0, greatest: 3800, minimum: 0 }).filter((value) => wider.has(value));
    expect(shared).toHaveLength(26);
  });

  test('measure from the known minimum, and say so', () => {
    const levels = groundLevels({ least: -78.3, greatest: 250, minimum: -78.33233140754282 });
    expect(levels).toMatchObject({ floor: -78.33233140754282, spacing: 'log', labels: 'f − f₀' });
    expect(levels.levels.filter(({ isIndex }) => isIndex).map(({ label }) => label)).toEqual([
      0.1, 1, 10, 100,
    ]);
  });

  test("measure from the window's least value where no minimum is known", () => {
    expect(groundLevels({ least: 2, greatest: 50, minimum: null })).toMatchObject({
      floor: 2,
      spacing: 'log',
    });
  });
});

describe('where f goes on falling beyond a feasible set levels', () => {
  const falling = (least: number, greatest: number) =>
    groundLevels({ least, greatest, minimum: -1 / 3, hasBounds: true });

  test('are round values of f, also below its minimum', () => {
    const { floor, spacing, labels, levels } = falling(-0.46, 0.46);
    expect({ floor, spacing, labels }).toEqual({ floor: -0.46, spacing: 'linear', labels: 'f' });
    expect(levels[0].label).toBeLessThan(-1 / 3);
    const steps = levels.slice(1).map(({ value }, i) => value - levels[i].value);
    for (const step of steps) expect(step).toBeCloseTo(steps[0], 12);
    for (const { value, label } of levels) expect(value + floor).toBeCloseTo(label, 12);
  });

  test('stay round in a window within it', () => {
    expect(falling(0.1, 0.3)).toMatchObject({ floor: 0.1, spacing: 'linear' });
    expect(falling(-1 / 3, 0)).toMatchObject({ spacing: 'linear' });
  });
});

describe('with a sample of the window levels', () => {
  test('reach down into a basin that covers much of it', () => {
    const sample = sampled(1000, (part) => 1e-3 * 10 ** (9 * part));
    const found = values({ least: 1e-3, greatest: 1e6, minimum: 0, sample });
    expect(found.length).toBeGreaterThan(28);
    expect(found.length).toBeLessThanOrEqual(40);
  });

  test('leave out a pole that covers next to nothing', () => {
    const sample = sampled(1000, (part) => (part > 0.999 ? 1e300 : 100 * part));
    const found = values({ least: 0, greatest: 1e300, minimum: 0, sample });
    expect(found[found.length - 1]).toBeLessThanOrEqual(100);
    expect(found).toContain(10);
  });

  test('divide a band that covers most of it, and only that one', () => {
    const sample = sampled(1000, (part) => (part < 0.8 ? 20 + part : 40 * part));
    const range = { least: 0, greatest: 40, minimum: 0 };
    const [plain, divided] = [values(range), values({ ...range, sample })];
    const added = divided.filter((value) => !plain.includes(value));
    expect(added.length).toBeGreaterThan(0);
    for (const value of added) {
      expect(value).toBeGreaterThan(10 ** (7 / 6));
      expect(value).toBeLessThan(10 ** (8 / 6));
    }
    expect(divided.toSorted((a, b) => a - b)).toEqual(divided);
  });

  test('stay below an asymptote', () => {
    const sample = sampled(1000, (part) => 1 - 0.1 ** (20 * part));
    const found = values({ least: 0, greatest: 1, minimum: 0, sample });
    expect(Math.max(...found)).toBeLessThan(1);
  });
});

describe('zoomed in levels', () => {
  const wall = groundLevels({ least: 103, greatest: 297, minimum: 0 });

  test('are round values of f, each fifth an index line', () => {
    expect(wall.spacing).toBe('linear');
    expect(wall.levels.map(({ label }) => label)).toEqual(Array.from({ length: 19 }, (_, i) => 110 + 10 * i));
    const index = wall.levels.filter(({ isIndex }) => isIndex).map(({ label }) => label);
    expect(index).toEqual([150, 200, 250]);
  });

  test('are measured from the minimum but print f', () => {
    const { levels, labels } = groundLevels({ least: -5, greatest: -4, minimum: -78 });
    expect(labels).toBe('f');
    for (const { value, label } of levels) expect(value).toBe(label + 78);
  });

  test('still increase at the end of float64', () => {
    const found = values({ least: 1e9, greatest: 1e9 + 1e-6, minimum: 0 });
    for (let i = 1; i < found.length; i++) expect(found[i]).toBeGreaterThan(found[i - 1]);
  });
});

test('a saddle without a minimum has round values, zero an index line among them', () => {
  const { spacing, levels } = groundLevels({ least: -4, greatest: 14.4, minimum: null });
  expect(spacing).toBe('linear');
  expect(levels.find(({ label }) => label === 0)?.isIndex).toBe(true);
});

test.each([
  ['constant', 3, 3],
  ['empty', Infinity, -Infinity],
  ['NaN', Number.NaN, Number.NaN],
  ['wider than float64', -1e308, 1e308],
])('a window that is %s has no levels', (_, least, greatest) => {
  expect(values({ least, greatest, minimum: null })).toEqual([]);
});

test('a huge range keeps finite, increasing levels', () => {
  const found = values({ least: 0, greatest: 1e300, minimum: 0 });
  expect(found).toHaveLength(28);
  for (let i = 1; i < found.length; i++) expect(found[i]).toBeGreaterThan(found[i - 1]);
  expect(values({ least: 0, greatest: 5e-324, minimum: 0 }).every(Number.isFinite)).toBe(true);
});

describe('the levels of a coarser look at a window', () => {
  const before = groundLevels({ least: 0.301, greatest: 12, minimum: 0.3 });

  test('stay where the range is about the same', () => {
    expect(keptLevels(before, groundLevels({ least: 0.3003, greatest: 12.4, minimum: 0.3 }))).not.toBe(
      before,
    );
    expect(keptLevels(before, groundLevels({ least: 0.301, greatest: 12.4, minimum: 0.3 }))).toBe(before);
    expect(keptLevels(before, groundLevels({ least: 0.301, greatest: 11.6, minimum: 0.3 }))).toBe(before);
  });

  test('stay where the least value is unknown and differs by less than the lowest level', () => {
    const open = groundLevels({ least: 0.3, greatest: 12, minimum: null });
    expect(keptLevels(open, groundLevels({ least: 0.3 - 1e-5, greatest: 12, minimum: null }))).toBe(open);
    const lower = groundLevels({ least: 0.2, greatest: 12, minimum: null });
    expect(keptLevels(open, lower)).toBe(lower);
  });

  test.each<[string, Parameters<typeof groundLevels>[0]]>([
    ['greater values', { least: 0.301, greatest: 13, minimum: 0.3 }],
    ['other spacing', { least: 5.01, greatest: 5.02, minimum: 0.3 }],
    ['nothing but a plain', { least: 1, greatest: 1, minimum: 0.3 }],
  ])('give way to %s', (_, range) => {
    const now = groundLevels(range);
    expect(keptLevels(before, now)).toBe(now);
  });

  test('give way where they are none', () => {
    const none = groundLevels({ least: 1, greatest: 1, minimum: 0.3 });
    expect(keptLevels(none, before)).toBe(before);
  });
});

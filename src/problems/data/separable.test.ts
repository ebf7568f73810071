import { expect, test } from 'vitest';
import { isSeparable, separationOf } from './separable.ts';

const separable = (rows: readonly (readonly [x: number, y: number, target: number])[]) =>
  isSeparable(
    Float64Array.from(rows.flatMap(([x, y]) => [x, y])),
    Float64Array.from(rows, ([, , target]) => target),
  );

test('one sample is separable, unless it lies at the origin', () => {
  expect(separable([[3, -2, -1]])).toBe(true);
  expect(separable([[0, 0, 1]])).toBe(false);
});

test('samples on opposite rays of one class are not separable, and of two classes they are', () => {
  expect(
    separable([
      [3, -2, 1],
      [-6, 4, 1],
    ]),
  ).toBe(false);
  expect(
    separable([
      [3, -2, 1],
      [-6, 4, -1],
    ]),
  ).toBe(true);
  expect(
    separable([
      [3, -2, 1],
      [6, -4, -1],
    ]),
  ).toBe(false);
});

test('half a turn is too much, a little less is not', () => {
  expect(
    separable([
      [1, 0, 1],
      [0, 1, 1],
      [-1, 0, 1],
    ]),
  ).toBe(false);
  expect(
    separable([
      [1, 0, 1],
      [0, 1, 1],
      [-1, 1e-300, 1],
    ]),
  ).toBe(true);
  expect(
    separable([
      [1, 0, 1],
      [0, 1, 1],
      [-1, -1e-300, 1],
    ]),
  ).toBe(false);
});

test('is decided exactly, where the products of the coordinates differ by one part in 10²⁴', () => {
  const fibonacci = [0, 1];
  while (fibonacci.length < 64) fibonacci.push(fibonacci.at(-1)! + fibonacci.at(-2)!);
  // Cassini: F(n−1)·F(n+1) − F(n)² = (−1)ⁿ, the cross product of (F(n), F(n−1)) and −(F(n+1), F(n)).
  for (const n of [60, 61]) {
    const [before, here, after] = fibonacci.slice(n - 1, n + 2);
    const turnsLeft = n % 2 === 0;
    for (const side of [1, -1])
      expect(
        separable([
          [here, before, 1],
          [-after, -here, 1],
          [-side * before, side * here, 1],
        ]),
      ).toBe(turnsLeft === side > 0);
  }
});

test('three directions a third of a turn apart surround the origin in whatever order they come', () => {
  const rows = [
    [2, 0, 1],
    [-1, 1.7, 1],
    [-1, -1.7, 1],
  ] as const;
  expect(separable(rows)).toBe(false);
  expect(separable(rows.toReversed())).toBe(false);
  expect(separable([...rows.slice(0, 2), [1, 1.7, -1]])).toBe(false);
  expect(separable([...rows.slice(0, 2), [1, 1.7, 1]])).toBe(true);
});

const separation = (rows: readonly (readonly [x: number, y: number, target: number])[]) =>
  separationOf(
    Float64Array.from(rows.flatMap(([x, y]) => [x, y])),
    Float64Array.from(rows, ([, , target]) => target),
  );

test('samples on the line itself leave a separation that is none of all', () => {
  const onLine = [
    [3, -2, 1],
    [-6, 4, 1],
  ] as const;
  // On the line alone there is nothing to put apart.
  expect(separation(onLine)).toBe('none');
  expect(separation([...onLine, [1, 1, 1]])).toBe('but-on-line');
  expect(separation([...onLine, [1, 1, 1], [-5, -4, -1]])).toBe('but-on-line');
  expect(separation([...onLine, [1, 1, 1], [5, 4, -1]])).toBe('none');
  expect(
    separation([
      [0, 0, 1],
      [2, 5, -1],
    ]),
  ).toBe('but-on-line');
  expect(separation([[0, 0, 1]])).toBe('none');
});

test('a threshold that both classes have a sample on separates all but these, in whatever order they come', () => {
  // One feature beside 1: the classes meet at 3.
  const rows = [
    [1, 1, -1],
    [3, 1, -1],
    [3, 1, 1],
    [7, 1, 1],
  ] as const;
  for (let turn = 0; turn < rows.length; turn++) {
    const turned = [...rows.slice(turn), ...rows.slice(0, turn)];
    expect(separation(turned)).toBe('but-on-line');
    expect(separation(turned.toReversed())).toBe('but-on-line');
    expect(separation([...turned, [2.9, 1, 1]])).toBe('none');
    expect(separation(turned.filter(([x, , target]) => !(x === 3 && target === 1)))).toBe('all');
  }
});

test('is what trying every perpendicular of a sample finds, on small whole numbers', () => {
  let state = 5;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
  const counts = { all: 0, 'but-on-line': 0, none: 0 };
  for (let trial = 0; trial < 3000; trial++) {
    const rows = Array.from({ length: 2 + Math.floor(5 * random()) }, () => {
      const whole = () => Math.floor(5 * random()) - 2;
      return [whole(), whole(), random() < 0.5 ? -1 : 1] as const;
    });
    const signed = rows.map(([x, y, target]) => [x * target, y * target]);
    // Beside a perpendicular as good as on it: all cross products here are whole numbers.
    const normals = signed.flatMap(([a, b]) =>
      [1, -1].flatMap((side) => [0, 1e-3, -1e-3].map((lean) => [-side * b + lean * a, side * a + lean * b])),
    );
    const margins = normals.map(([u, v]) => signed.map(([x, y]) => u * x + v * y));
    const expected = margins.some((each) => each.every((margin) => margin > 0))
      ? 'all'
      : margins.some((each) => each.every((margin) => margin >= 0) && each.some((margin) => margin > 0))
        ? 'but-on-line'
        : 'none';
    expect(separation(rows)).toBe(expected);
    counts[expected] += 1;
  }
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(50);
});

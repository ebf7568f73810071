import { expect, test } from 'vitest';
import { labelPlaces } from './labelPlaces.ts';

const SIZE = { width: 600, height: 240, letter: 7, line: 16 };
const line = (name: string, of: (x: number) => number) => ({
  name,
  points: Array.from({ length: 61 }, (_, i) => [10 * i, of(10 * i)] as const),
});

/** Pixels from the box of a name to the nearest point of a line. */
function clearOf(
  { name, x, y }: { name: string; x: number; y: number },
  points: readonly (readonly [number, number])[],
) {
  const [halfWidth, halfHeight] = [(name.length * SIZE.letter) / 2, SIZE.line / 2];
  return Math.min(
    ...points.map(([px, py]) =>
      Math.hypot(Math.max(0, Math.abs(px - x) - halfWidth), Math.max(0, Math.abs(py - y) - halfHeight)),
    ),
  );
}

test('a name lies beside its own line and clear of the others', () => {
  const lines = [
    line('Falling', (x) => 20 + x / 3),
    line('Rising', (x) => 200 - x / 4),
    line('Flat', () => 225),
  ];
  const places = labelPlaces(lines, SIZE);
  expect(places.map(({ name }) => name).toSorted()).toEqual(['Falling', 'Flat', 'Rising']);
  for (const place of places)
    for (const { name, points } of lines) {
      const away = clearOf(place, points);
      expect(away).toBeGreaterThanOrEqual(4);
      if (name === place.name) expect(away).toBeLessThan(24);
    }
});

test('names keep apart, and inside the figure', () => {
  const lines = [line('One of two', () => 120), line('The other one', () => 150)];
  const [a, b] = labelPlaces(lines, SIZE);
  expect(Math.abs(a.x - b.x) > 80 || Math.abs(a.y - b.y) > 16).toBe(true);
  for (const { x, y } of [a, b]) {
    expect(x).toBeGreaterThan(35);
    expect(x).toBeLessThan(565);
    expect(y).toBeGreaterThan(8);
    expect(y).toBeLessThan(232);
  }
});

test('lines that run together are named where they part', () => {
  const lines = [line('Bent', (x) => 200 - Math.max(0, (x - 300) / 2)), line('Straight', () => 200)];
  for (const { x } of labelPlaces(lines, SIZE)) expect(x).toBeGreaterThan(290);
});

test('where there is no room there is no name', () => {
  const crowd = Array.from({ length: 24 }, (_, i) => line(`Line ${i}`, () => 10 * i));
  expect(labelPlaces(crowd, SIZE)).toEqual([]);
});

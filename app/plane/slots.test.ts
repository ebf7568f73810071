import { describe, expect, test } from 'vitest';
import { MAX_RUNS } from '../../src/scene/scene.ts';
import { slotOf, traceMarker, type Pen } from './slots.ts';

const NUMBERS = Array.from({ length: MAX_RUNS }, (_, i) => i + 1);
const SLOTS = NUMBERS.map(slotOf);
const MARKERS = [...new Set(SLOTS.map(({ marker }) => marker))];

/** A pen that keeps corners; an arc is as many of them as tell it from a circle no more. */
function recordingPen() {
  const corners: [number, number][] = [];
  let closed = 0;
  const pen: Pen = {
    moveTo: (x, y) => corners.push([x, y]),
    lineTo: (x, y) => corners.push([x, y]),
    closePath: () => (closed += 1),
    arc(x, y, radius, from, to) {
      for (let i = 0; i < 720; i++) {
        const angle = from + ((to - from) * i) / 720;
        corners.push([x + radius * Math.cos(angle), y + radius * Math.sin(angle)]);
      }
    },
  };
  return { pen, corners, closed: () => closed };
}

function cornersOf(...marker: [(typeof MARKERS)[number], number, number, number]) {
  const { pen, corners } = recordingPen();
  traceMarker(pen, ...marker);
  return corners;
}

/** The shoelace formula. */
function area(corners: readonly (readonly [number, number])[]): number {
  const twice = corners.map(([x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length];
    return x * nextY - nextX * y;
  });
  return Math.abs(twice.reduce((sum, part) => sum + part, 0)) / 2;
}

describe('the slots of twelve runs', () => {
  test('all differ in colour, marker or hollowness', () => {
    const looks = SLOTS.map(({ color, marker, hollow }) => `${color} ${marker} ${hollow}`);
    expect(new Set(looks).size).toBe(12);
  });

  test('have eight colours and eight markers, each colour with a marker of its own', () => {
    const pairs = new Set(SLOTS.map(({ color, marker }) => `${color} ${marker}`));
    expect(new Set(SLOTS.map(({ color }) => color)).size).toBe(8);
    expect(MARKERS).toHaveLength(8);
    expect(pairs.size).toBe(8);
  });

  test('are hollow from the ninth on, with the first four colours', () => {
    expect(SLOTS.map(({ hollow }) => hollow)).toEqual(NUMBERS.map((number) => number > 8));
    expect(SLOTS.slice(8).map(({ color }) => color)).toEqual(['--run-1', '--run-2', '--run-3', '--run-4']);
  });

  test('have dashes that a canvas takes as they are: an even number, all of them positive', () => {
    for (const { dash } of SLOTS) {
      expect(dash.length % 2).toBe(0);
      expect(dash.filter((length) => length <= 0)).toEqual([]);
    }
  });
});

describe.each(MARKERS)('the marker %s', (marker) => {
  test('has about the area of a circle of its radius', () => {
    const circle = Math.PI * 7 ** 2;
    expect(area(cornersOf(marker, 0, 0, 7)) / circle).toBeGreaterThan(0.88);
    expect(area(cornersOf(marker, 0, 0, 7)) / circle).toBeLessThan(1.12);
  });

  test('is one closed shape', () => {
    const { pen, closed } = recordingPen();
    traceMarker(pen, marker, 30, 40, 5);
    expect(closed()).toBe(1);
  });

  test('stands on its point, and grows from there', () => {
    const small = cornersOf(marker, 100, 60, 5);
    const large = cornersOf(marker, 100, 60, 15);
    large.forEach(([x, y], i) => {
      expect(x - 100).toBeCloseTo(3 * (small[i][0] - 100), 9);
      expect(y - 60).toBeCloseTo(3 * (small[i][1] - 60), 9);
    });
    const xs = small.map(([x]) => x);
    expect(Math.max(...xs) - 100).toBeCloseTo(100 - Math.min(...xs), 9);
  });
});

test('the two triangles point up and down', () => {
  const highest = (marker: 'triangle' | 'triangle-down') =>
    cornersOf(marker, 0, 0, 9).filter(([, y]) => y < 0).length;
  expect(highest('triangle')).toBe(1);
  expect(highest('triangle-down')).toBe(2);
});

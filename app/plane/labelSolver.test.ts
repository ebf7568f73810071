import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPEATABLE } from '../../src/scene/sceneArbitrary.ts';
import { overlap, placeBeside, type Box } from './labelSolver.ts';

const PLACES = [0, 1, 2, 3, 4, 5, 6, 7];
const frame = { width: 500, height: 300 };
/** Far from its own frame's edges, each place is free: where it is can be asked of the solver itself. */
const boundless = { width: 20_000, height: 20_000 };

const boxAt = (x: number, y: number, size: Size, gap: number, place: number): Box => {
  const far = placeBeside(x + 8000, y + 8000, size, gap, [], boundless, place);
  return { ...size, x: far.x - 8000, y: far.y - 8000 };
};

type Size = { readonly width: number; readonly height: number };

const shared = (a: Box, b: Box) =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

/** Within the frame by so many pixels. */
const isInside = ({ x, y, width, height }: Box, inset: number) =>
  x >= inset && y >= inset && x + width <= frame.width - inset && y + height <= frame.height - inset;

/** Evenly spread, and seldom exact in binary. */
const pixels = (min: number, max: number) => fc.integer({ min: 7 * min, max: 7 * max }).map((n) => n / 7);
const size = fc.record({
  width: pixels(20, 120),
  height: pixels(10, 30),
});
const point = fc.tuple(pixels(0, 500), pixels(0, 300));
const gap = pixels(0, 20);
const obstacles = fc.array(
  fc.record({
    x: pixels(-20, 500),
    y: pixels(-20, 300),
    width: pixels(1, 90),
    height: pixels(1, 60),
  }),
  { maxLength: 12 },
);

describe('a text beside a point', () => {
  test('covers no obstacle and stays in the frame if any of eight places allows it', () => {
    let free = 0;
    fc.assert(
      fc.property(
        point,
        size,
        gap,
        obstacles,
        fc.constantFrom(...PLACES),
        ([x, y], size, gap, taken, preferred) => {
          const isFree = (box: Box) => isInside(box, 3) && taken.every((other) => shared(box, other) === 0);
          if (!PLACES.some((place) => isFree(boxAt(x, y, size, gap, place)))) return;
          free += 1;
          const box = placeBeside(x, y, size, gap, taken, frame, preferred);
          expect(isInside(box, 0)).toBe(true);
          expect(taken.map((other) => shared(box, other)).filter((area) => area > 0)).toEqual([]);
        },
      ),
      REPEATABLE,
    );
    expect(free).toBeGreaterThan(100);
  });

  test('keeps its last place while that is free, so that labels do not jump', () => {
    let free = 0;
    fc.assert(
      fc.property(
        point,
        size,
        gap,
        obstacles,
        fc.constantFrom(...PLACES),
        ([x, y], size, gap, taken, preferred) => {
          const box = boxAt(x, y, size, gap, preferred);
          if (!isInside(box, 3) || taken.some((other) => shared(box, other) > 0)) return;
          free += 1;
          expect(placeBeside(x, y, size, gap, taken, frame, preferred).place).toBe(preferred);
        },
      ),
      REPEATABLE,
    );
    expect(free).toBeGreaterThan(50);
  });

  test.each(PLACES)('finds place %i when it is the only free one, whatever its last place was', (only) => {
    const small = { width: 40, height: 20 };
    const boxes = PLACES.map((place) => boxAt(200, 150, small, 40, place));
    const taken = boxes.filter((_, place) => place !== only);
    for (const preferred of PLACES)
      expect(placeBeside(200, 150, small, 40, taken, frame, preferred)).toEqual({
        ...boxes[only],
        place: only,
      });
  });

  test('stands beside the point, never on it', () => {
    fc.assert(
      fc.property(point, size, fc.constantFrom(...PLACES), ([x, y], size, place) => {
        const box = boxAt(x, y, size, 6, place);
        const around = { x: x - 4, y: y - 4, width: 8, height: 8 };
        expect(shared(box, around)).toBe(0);
        expect(box.width).toBe(size.width);
        // And near enough to be read as its own.
        const reach = { x: box.x - 7, y: box.y - 7, width: box.width + 14, height: box.height + 14 };
        expect(shared(reach, around)).toBeGreaterThan(0);
      }),
      REPEATABLE,
    );
  });

  test('has eight different places', () => {
    const boxes = PLACES.map((place) => boxAt(200, 100, { width: 70, height: 18 }, 9, place));
    expect(new Set(boxes.map(({ x, y }) => `${x} ${y}`)).size).toBe(8);
  });

  test('stands to the right where nothing else is said', () => {
    const box = placeBeside(200, 100, { width: 70, height: 18 }, 9, [], frame);
    expect(box).toMatchObject({ x: 209, y: 91 });
  });

  test('gives way to the left at the right edge', () => {
    const box = placeBeside(480, 100, { width: 70, height: 18 }, 9, [], frame);
    expect(box).toMatchObject({ x: 401, y: 91 });
  });

  test('covers as little as it can where no place is free', () => {
    const everything = { x: -1000, y: -1000, width: 3000, height: 3000 };
    const rightHalf = { x: 250, y: -1000, width: 1000, height: 3000 };
    const box = placeBeside(250, 150, { width: 60, height: 20 }, 8, [everything, rightHalf], frame);
    expect(box.x + box.width).toBeLessThanOrEqual(250);
  });
});

test('the area two boxes share is that of their common rectangle, none where they only touch', () => {
  const box = { x: 10, y: 20, width: 30, height: 8 };
  expect(overlap(box, { x: 35, y: 25, width: 100, height: 100 })).toBe(5 * 3);
  expect(overlap(box, { x: 40, y: 20, width: 7, height: 7 })).toBe(0);
  expect(overlap(box, { x: 60, y: 90, width: 7, height: 7 })).toBe(0);
});

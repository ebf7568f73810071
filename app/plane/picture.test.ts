import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Domain } from '../../src/problems/problem.ts';
import { REPEATABLE } from '../../src/scene/sceneArbitrary.ts';
import type { PaintedGround } from './groundClient.ts';
import { covers, cutAlong, layPicture, type Picture } from './picture.ts';

/** A picture of 400 × 200 pixels. */
function pictureOf(window: Domain): Picture {
  const canvas = { width: 400, height: 200 };
  return {
    ctx: { canvas } as unknown as CanvasRenderingContext2D,
    ground: { request: { window } } as PaintedGround,
    labels: [],
  };
}

/** What is drawn on a canvas of 400 × 200 pixels: from the picture’s pixels to the canvas’s. */
function laid(picture: Picture, window: Domain, beyond: boolean): number[][] {
  const drawn: number[][] = [];
  const ctx = {
    canvas: { width: 400, height: 200 },
    setTransform: () => {},
    drawImage: (_: unknown, ...numbers: number[]) => drawn.push(numbers),
  };
  layPicture(ctx as unknown as CanvasRenderingContext2D, picture, window, beyond);
  return drawn;
}

const numbers = fc.integer({ min: -4000, max: 4000 }).map((n) => n / 100);
const spans = fc
  .tuple(
    numbers,
    fc.integer({ min: 1, max: 900 }).map((n) => n / 90),
  )
  .map(([from, length]) => [from, from + length] as const);

describe('the part of a picture that lies in a window', () => {
  test('comes to stand where its points belong', () => {
    fc.assert(
      fc.property(spans, spans, (picture, window) => {
        const cut = cutAlong(picture, 400, window, 640);
        const isApart = picture[1] <= window[0] || picture[0] >= window[1];
        expect(cut === null).toBe(isApart);
        if (!cut) return;
        const inPicture = (pixel: number) => picture[0] + (pixel / 400) * (picture[1] - picture[0]);
        const inWindow = (pixel: number) => window[0] + (pixel / 640) * (window[1] - window[0]);
        expect(inWindow(cut.at)).toBeCloseTo(inPicture(cut.from), 9);
        expect(inWindow(cut.at + cut.size)).toBeCloseTo(inPicture(cut.from + cut.length), 9);
        expect(cut.from).toBeGreaterThanOrEqual(0);
        expect(cut.from + cut.length).toBeLessThanOrEqual(400 + 1e-9);
        expect(cut.at).toBeGreaterThanOrEqual(-1e-9);
        expect(cut.at + cut.size).toBeLessThanOrEqual(640 + 1e-9);
      }),
      REPEATABLE,
    );
  });

  test('is found though the picture is a billion times as wide', () => {
    const cut = cutAlong([-2, 2], 400, [1, 1 + 4e-9], 640);
    expect(cut?.from).toBeCloseTo(300, 5);
    expect(cut?.at).toBeCloseTo(0, 3);
    expect(cut?.size).toBeCloseTo(640, 3);
  });
});

describe('a picture under a window', () => {
  test('of its own is laid as it is, pixel by pixel', () => {
    const window = { x: [-3, 1], y: [0, 2] } as const;
    expect(laid(pictureOf(window), { ...window }, true)).toEqual([[0, 0]]);
  });

  test('half its size is cut and stretched', () => {
    // The right half and the upper half of the picture.
    expect(laid(pictureOf({ x: [-3, 1], y: [0, 2] }), { x: [-1, 1], y: [1, 2] }, true)).toEqual([
      [200, 0, 200, 100, 0, 0, 400, 200],
    ]);
  });

  test('that reaches beyond it has its border’s colours there, and no pixel is left out', () => {
    fc.assert(
      fc.property(spans, spans, spans, spans, (x, y, windowX, windowY) => {
        const drawn = laid(pictureOf({ x, y }), { x: windowX, y: windowY }, true);
        const area = drawn.reduce((sum, [, , , , , , width, height]) => sum + width * height, 0);
        expect(area).toBeCloseTo(400 * 200, 3);
        for (const [, , , , left, top, width, height] of drawn) {
          expect(left).toBeGreaterThanOrEqual(-1e-6);
          expect(top).toBeGreaterThanOrEqual(-1e-6);
          expect(left + width).toBeLessThanOrEqual(400 + 1e-6);
          expect(top + height).toBeLessThanOrEqual(200 + 1e-6);
        }
      }),
      REPEATABLE,
    );
  });

  test('that lies far off has the colour of its nearest corner', () => {
    const picture = pictureOf({ x: [-3, 1], y: [0, 2] });
    expect(laid(picture, { x: [5, 6], y: [9, 9.5] }, true)).toEqual([[399, 0, 1, 1, 0, 0, 400, 200]]);
    expect(laid(picture, { x: [-9, -8], y: [-3, -2] }, true)).toEqual([[0, 199, 1, 1, 0, 0, 400, 200]]);
  });

  test('leaves blank what lies beyond where something else is there already', () => {
    expect(laid(pictureOf({ x: [0, 1], y: [0, 1] }), { x: [-1, 1], y: [0, 1] }, false)).toEqual([
      [0, 0, 400, 200, 200, 0, 200, 200],
    ]);
  });
});

test('a window covers what lies in it, its own edges included', () => {
  const window = { x: [-2, 3], y: [1, 4] } as const;
  expect(covers(window, window)).toBe(true);
  expect(covers(window, { x: [-1, 3], y: [1, 2] })).toBe(true);
  expect(covers(window, { x: [-2.1, 3], y: [1, 2] })).toBe(false);
  expect(covers(window, { x: [0, 1], y: [2, 4.5] })).toBe(false);
});

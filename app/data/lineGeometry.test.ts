import { describe, expect, test } from 'vitest';
import { levelLine, scoreInPixels, towardsPositive, type Box } from './lineGeometry.ts';

const BOX: Box = { left: 10, top: 20, right: 210, bottom: 120 };
/** x from 0 to 4 and y from −1 to 1 in the box. */
const X = { offset: 10, scale: 50 };
const Y = { offset: 70, scale: -50 };

describe('the line of a score', () => {
  test('ends on the frame, and the score is its level at both ends', () => {
    const score = scoreInPixels(2, -3, -1.5, X, Y);
    for (const level of [0, 1, -1]) {
      const line = levelLine(score, level, BOX);
      expect(line).not.toBeNull();
      for (const [px, py] of [line?.slice(0, 2) ?? [], line?.slice(2) ?? []]) {
        const [x, y] = [(px - X.offset) / X.scale, (py - Y.offset) / Y.scale];
        expect(2 * x - 3 * y - 1.5).toBeCloseTo(level, 10);
        const onFrame = [px - BOX.left, px - BOX.right, py - BOX.top, py - BOX.bottom];
        expect(Math.min(...onFrame.map(Math.abs))).toBeLessThan(1e-9);
      }
    }
  });

  test('is vertical where only x counts, horizontal where only y does', () => {
    const ends = (line: readonly number[] | null) => [...(line ?? [])].map((x) => Math.round(x * 1e9) / 1e9);
    // 2x − 3 = 0 at x = 1.5.
    expect(ends(levelLine(scoreInPixels(2, 0, -3, X, Y), 0, BOX)).toSorted((a, b) => a - b)).toEqual([
      20, 85, 85, 120,
    ]);
    // −4y + 2 = 0 at y = 0.5.
    expect(ends(levelLine(scoreInPixels(0, -4, 2, X, Y), 0, BOX)).toSorted((a, b) => a - b)).toEqual([
      10, 45, 45, 210,
    ]);
  });

  test.each([
    ['weights of 0', 0, 0, 1],
    ['a weight that is not finite', Number.POSITIVE_INFINITY, 1, 0],
    ['a weight that is no number', Number.NaN, 1, 0],
    ['a bias that is not finite', 1, 1, Number.NEGATIVE_INFINITY],
  ])('is none with %s', (_, w1, w2, bias) => {
    expect(levelLine(scoreInPixels(w1, w2, bias, X, Y), 0, BOX)).toBeNull();
  });

  test('is drawn on the very edge, too', () => {
    expect(levelLine(scoreInPixels(2, 0, 0, X, Y), 0, BOX)?.[0]).toBe(BOX.left);
  });

  test('is none where it passes the box by', () => {
    expect(levelLine(scoreInPixels(1, 0, -9, X, Y), 0, BOX)).toBeNull();
    expect(levelLine(scoreInPixels(1, 1, -30, X, Y), 0, BOX)).toBeNull();
  });
});

describe('the side of the positive class', () => {
  test('is right and down in pixels for a score that grows with x and falls with y', () => {
    const [x, y] = towardsPositive(scoreInPixels(3, -4, 0, X, Y)) ?? [];
    expect(x).toBeCloseTo(0.6, 12);
    expect(y).toBeCloseTo(0.8, 12);
  });

  test('is nowhere without weights', () => {
    expect(towardsPositive(scoreInPixels(0, 0, 2, X, Y))).toBeNull();
  });
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPEATABLE } from '../../src/scene/sceneArbitrary.ts';
import { panned, pixelsToX, rangeOf, spanTicks, visibleSpan, xToPixels, zoomed } from './span.ts';

const WHOLE = { from: 0, to: 300 };

describe('the stretch on the chart', () => {
  test('is all there is, without a range or with one that holds nothing of it', () => {
    expect(visibleSpan(null, 300)).toEqual(WHOLE);
    expect(visibleSpan([400, 500], 300)).toEqual(WHOLE);
  });

  test('is what a range and the runs share', () => {
    expect(visibleSpan([120, 500], 300)).toEqual({ from: 120, to: 300 });
    expect(visibleSpan([40, 90.5], 300)).toEqual({ from: 40, to: 90.5 });
  });
});

describe('zooming', () => {
  test('keeps what is pointed at in its place', () => {
    const range = zoomed(WHOLE, 300, 2.5, 180);
    expect(range).toEqual([108, 228]);
    const span = visibleSpan(range, 300);
    expect(xToPixels(span, 180, 784)).toBeCloseTo(xToPixels(WHOLE, 180, 784), 9);
  });

  test('out again ends at the whole, which is no range', () => {
    expect(zoomed({ from: 108, to: 228 }, 300, 1 / 2.5, 180)).toBeNull();
    expect(zoomed({ from: 0, to: 120 }, 300, 1 / 9, 7)).toBeNull();
  });

  test('stops where a chart would show hardly a step', () => {
    let span = WHOLE;
    for (let i = 0; i < 30; i++) span = visibleSpan(zoomed(span, 300, 1.6, 180), 300);
    expect(span.to - span.from).toBeCloseTo(4, 3);
    expect(span.from).toBeLessThanOrEqual(180);
    expect(span.to).toBeGreaterThanOrEqual(180);
  });

  test('never leaves what there is, whatever hands do', () => {
    const step = fc.tuple(
      fc.boolean(),
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.array(step, { maxLength: 12 }),
        (total, steps) => {
          let range: readonly [number, number] | null = null;
          for (const [isZoom, amount, where] of steps) {
            const span = visibleSpan(range, total);
            const around = span.from + where * (span.to - span.from);
            range = isZoom
              ? zoomed(span, total, 2 ** amount, around)
              : panned(span, total, amount * (span.to - span.from));
            if (!range) continue;
            expect(range[0]).toBeGreaterThanOrEqual(0);
            expect(range[1]).toBeLessThanOrEqual(total);
            expect(range[1]).toBeGreaterThan(range[0]);
          }
        },
      ),
      REPEATABLE,
    );
  });

  test('to a stretch that was marked out shows it', () => {
    expect(rangeOf({ from: 40, to: 95 }, 300)).toEqual([40, 95]);
    expect(rangeOf({ from: 0, to: 300 }, 300)).toBeNull();
  });

  test('writes no more digits into a link than a pixel can show', () => {
    expect(rangeOf({ from: 100_000.123456, to: 900_000.98765 }, 1_000_000)).toEqual([100_000, 900_001]);
    expect(rangeOf({ from: 20.123456, to: 30.98765 }, 300)).toEqual([20.123, 30.988]);
  });
});

describe('moving along', () => {
  test('keeps the width, and stops at both ends', () => {
    expect(panned({ from: 100, to: 150 }, 300, 30)).toEqual([130, 180]);
    expect(panned({ from: 100, to: 150 }, 300, 999)).toEqual([250, 300]);
    expect(panned({ from: 100, to: 150 }, 300, -999)).toEqual([0, 50]);
  });
});

test('pixels and x are each other’s way back', () => {
  const span = { from: 120, to: 170 };
  expect(pixelsToX(span, xToPixels(span, 133, 784), 784)).toBeCloseTo(133, 9);
});

describe('ticks along x', () => {
  test('are whole numbers within, but not at the end, which has words', () => {
    expect(spanTicks(WHOLE, 784, 80)).toEqual([0, 50, 100, 150, 200, 250]);
    expect(spanTicks({ from: 2, to: 4 }, 784, 80)).toEqual([2, 3]);
  });

  test('are fewer where there is less room', () => {
    expect(spanTicks({ from: 0, to: 1_000_000 }, 300, 80).length).toBeLessThan(6);
  });
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPEATABLE } from '../../src/scene/sceneArbitrary.ts';
import { clearLayer, strokeStretch, type Stroke } from './drawPaths.ts';
import { geometryThrough, type Point } from './pathFixture.ts';
import type { PathGeometry } from './pathGeometry.ts';

/** A stroked segment, and where in its dashes the pen was at its beginning. */
interface Stroked {
  readonly from: Point;
  readonly to: Point;
  readonly dashAt: number;
}

/** A context that keeps what was stroked. Dashes begin at the offset at each moveTo, as a canvas has it. */
function recorder() {
  const segments: Stroked[] = [];
  const strokes: { color: string; width: number; dash: readonly number[] }[] = [];
  let path: Stroked[] = [];
  let at: Point = [0, 0];
  let dashAt = 0;
  let dash: readonly number[] = [];
  const ctx = {
    strokeStyle: '',
    lineWidth: 0,
    lineDashOffset: 0,
    setLineDash(segments: readonly number[]) {
      dash = segments;
    },
    beginPath() {
      path = [];
    },
    moveTo(x: number, y: number) {
      at = [x, y];
      dashAt = 0;
    },
    lineTo(x: number, y: number) {
      path.push({ from: at, to: [x, y], dashAt });
      dashAt += Math.hypot(x - at[0], y - at[1]);
      at = [x, y];
    },
    stroke() {
      // A canvas takes the offset as it is when it strokes.
      segments.push(...path.map((segment) => ({ ...segment, dashAt: segment.dashAt + ctx.lineDashOffset })));
      strokes.push({ color: ctx.strokeStyle, width: ctx.lineWidth, dash });
    },
  };
  return { ctx: ctx as unknown as CanvasRenderingContext2D, segments, strokes };
}

const dashed: Stroke = { color: 'teal', width: 1.6, dash: [10, 3, 2, 3] };
const solid: Stroke = { color: 'ink', width: 4.25, dash: [] };

/** What a path leaves on the canvas when it is drawn in stretches that end at these vertices. */
function drawn(geometry: PathGeometry, ends: readonly number[], stroke = dashed): Stroked[] {
  const { ctx, segments } = recorder();
  let from = 0;
  for (const end of [...ends, geometry.count - 1]) {
    strokeStretch(ctx, geometry, from, end, stroke);
    from = end;
  }
  return segments;
}

const paths = fc.array(
  fc.oneof(
    fc.tuple(fc.integer({ min: 5, max: 295 }), fc.integer({ min: 5, max: 295 })),
    fc.tuple(fc.constantFrom(-4000, 5000), fc.integer({ min: -4000, max: 4000 })),
  ),
  { minLength: 2, maxLength: 24 },
);

describe('a path drawn in stretches', () => {
  test('has the segments of one drawn at once, its dashes going on where they were', () => {
    fc.assert(
      fc.property(paths, fc.array(fc.nat({ max: 23 }), { maxLength: 5 }), (points, cuts) => {
        const geometry = geometryThrough(points);
        if (geometry.count === 0) return;
        const ends = cuts.map((cut) => Math.min(cut, geometry.count - 1)).sort((a, b) => a - b);
        const whole = drawn(geometry, []);
        const pieces = drawn(geometry, ends);
        expect(pieces.map(({ from, to }) => [from, to])).toEqual(whole.map(({ from, to }) => [from, to]));
        pieces.forEach(({ dashAt }, i) => expect(dashAt).toBeCloseTo(whole[i].dashAt, 6));
      }),
      REPEATABLE,
    );
  });

  test('is dashed by the length of what is drawn, from 0 at its start', () => {
    const geometry = geometryThrough([
      [10, 10],
      [40, 50],
      [40, 62],
      [100, 142],
    ]);
    expect(drawn(geometry, [2]).map(({ dashAt }) => dashAt)).toEqual([0, 50, 62]);
  });
});

describe('a long path', () => {
  /** A zigzag of so many vertices, which leaves the plot in between and comes back. */
  const long = geometryThrough(
    Array.from({ length: 900 }, (_, i): Point =>
      i % 400 === 399 ? [150, -9000] : [10 + i / 4, i % 2 === 0 ? 40 : 90],
    ),
  );
  const keyOf = ({ from, to }: Stroked) => [...from, ...to].join();

  test.each([
    ['dashed', dashed],
    ['solid', solid],
  ])('is drawn in pieces, each segment of it, and its dashes in place: %s', (_, stroke) => {
    const { ctx, segments, strokes } = recorder();
    strokeStretch(ctx, long, 0, long.count - 1, stroke);
    expect(strokes.length).toBeGreaterThan(3);
    const expected = new Map<string, number>();
    for (let i = 1; i < long.count; i++)
      if (long.breaks[i] === 0)
        expected.set([long.xs[i - 1], long.ys[i - 1], long.xs[i], long.ys[i]].join(), long.lengths[i - 1]);
    expect(new Set(segments.map(keyOf))).toEqual(new Set(expected.keys()));
    // Pieces overlap by a segment each, in the same place of the dashes.
    expect(segments.length - expected.size).toBeLessThan(strokes.length);
    if (stroke === dashed)
      for (const segment of segments)
        expect(segment.dashAt).toBeCloseTo(expected.get(keyOf(segment)) ?? -1, 6);
  });

  test('leaves no seam: each piece begins with the last segment of the one before', () => {
    const { ctx, segments } = recorder();
    const straight = geometryThrough(Array.from({ length: 700 }, (_, i): Point => [3 + i, 50 + (i % 2)]));
    strokeStretch(ctx, straight, 0, straight.count - 1, solid);
    const keys = segments.map(keyOf);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toHaveLength(2);
  });
});

describe('a path that leaves the plot and returns', () => {
  const geometry = geometryThrough([
    [50, 200],
    [50, -3000],
    [250, -3000],
    [250, 200],
    [130, 210],
  ]);

  test.each([
    ['dashed', dashed],
    ['solid', solid],
  ])('has no line from where it left to where it returned: %s', (_, stroke) => {
    const segments = drawn(geometry, [], stroke);
    expect(segments).toHaveLength(3);
    // Two upright lines and the way on; none goes from one side to the other.
    expect(segments.map(({ from, to }) => from[0] === to[0])).toEqual([true, true, false]);
  });

  test('takes its dashes up behind the gap as if there were none', () => {
    const [leaving, returning, last] = drawn(geometry, []);
    const length = ({ from, to }: Stroked) => Math.hypot(to[0] - from[0], to[1] - from[1]);
    expect(returning.dashAt).toBeCloseTo(length(leaving), 6);
    expect(last.dashAt).toBeCloseTo(length(leaving) + length(returning), 6);
  });

  test('is one stroke where it is solid, so that it does not darken where it crosses itself', () => {
    const { ctx, strokes } = recorder();
    strokeStretch(ctx, geometry, 0, geometry.count - 1, solid);
    expect(strokes).toEqual([{ color: 'ink', width: 4.25, dash: [] }]);
  });
});

test('a stretch of no length leaves nothing, not even a dot', () => {
  const { ctx, strokes } = recorder();
  const geometry = geometryThrough([
    [10, 20],
    [90, 80],
  ]);
  strokeStretch(ctx, geometry, 1, 1, dashed);
  strokeStretch(ctx, geometry, 0, -1, dashed);
  expect(strokes).toEqual([]);
});

test('a cleared layer is empty at every device pixel, and takes CSS pixels', () => {
  const calls: unknown[][] = [];
  const ctx = {
    canvas: { width: 1176, height: 618 },
    setTransform: (...parameters: number[]) => calls.push(['transform', ...parameters]),
    clearRect: (...parameters: number[]) => calls.push(['clear', ...parameters]),
  };
  clearLayer(ctx as unknown as CanvasRenderingContext2D, 1.5);
  expect(calls).toEqual([
    ['transform', 1, 0, 0, 1, 0, 0],
    ['clear', 0, 0, 1176, 618],
    ['transform', 1.5, 0, 0, 1.5, 0, 0],
  ]);
});

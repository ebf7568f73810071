import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPEATABLE } from '../../src/scene/sceneArbitrary.ts';
import { createMapGestures } from './mapGestures.ts';
import { fitDomain, pixelToPlane, xToPixel, yToPixel, type Viewport } from './viewport.ts';

function createMap() {
  let view: Viewport = fitDomain({ x: [-3, 5], y: [1, 5] }, 640, 320);
  const gestures = createMapGestures(
    () => view,
    (next) => (view = next),
  );
  return { gestures, view: () => view };
}

describe('one hand', () => {
  test('drags the map along: the point under it stays under it', () => {
    const { gestures, view } = createMap();
    const [u, v] = pixelToPlane(view(), 200, 150);
    gestures.down({ id: 1, x: 200, y: 150 }, 'mouse');
    for (const [x, y] of [
      [230, 140],
      [310, 90],
      [270, 33],
    ])
      expect(gestures.move({ id: 1, x, y })).toBe(true);
    expect(xToPixel(view(), u)).toBeCloseTo(270, 9);
    expect(yToPixel(view(), v)).toBeCloseTo(33, 9);
    expect(gestures.up(1)).toBe(false);
  });

  test('that hardly moves clicks, and leaves the map where it is; a finger may tremble more than a mouse', () => {
    for (const [kind, tremor] of [
      ['mouse', 3],
      ['touch', 9],
    ] as const) {
      const { gestures, view } = createMap();
      const before = view();
      gestures.down({ id: 4, x: 50, y: 60 }, kind);
      expect(gestures.move({ id: 4, x: 50 + tremor, y: 60 })).toBe(false);
      expect(gestures.up(4)).toBe(true);
      expect(view()).toBe(before);
    }
  });

  test('that passes over without holding on moves nothing, and clicks nothing', () => {
    const { gestures, view } = createMap();
    const before = view();
    expect(gestures.move({ id: 1, x: 90, y: 20 })).toBe(false);
    expect(gestures.up(1)).toBe(false);
    expect(view()).toBe(before);
  });

  test('that was taken away does not hold on', () => {
    const { gestures, view } = createMap();
    gestures.down({ id: 1, x: 200, y: 150 }, 'touch');
    gestures.cancel(1);
    const before = view();
    gestures.move({ id: 1, x: 400, y: 10 });
    expect(view()).toBe(before);
  });
});

describe('two fingers', () => {
  const pixel = fc.integer({ min: 10, max: 310 });
  const finger = fc.record({ x: pixel, y: pixel });

  test('keep the middle between them, and the map’s size goes with their distance', () => {
    fc.assert(
      fc.property(finger, finger, finger, finger, (first, second, firstTo, secondTo) => {
        const apart = (a: typeof first, b: typeof first) => Math.hypot(a.x - b.x, a.y - b.y);
        if (apart(first, second) < 20 || apart(firstTo, second) < 20 || apart(firstTo, secondTo) < 20) return;
        const { gestures, view } = createMap();
        const before = view();
        const [u, v] = pixelToPlane(before, (first.x + second.x) / 2, (first.y + second.y) / 2);
        gestures.down({ id: 1, ...first }, 'touch');
        gestures.down({ id: 2, ...second }, 'touch');
        gestures.move({ id: 1, ...firstTo });
        gestures.move({ id: 2, ...secondTo });
        expect(xToPixel(view(), u)).toBeCloseTo((firstTo.x + secondTo.x) / 2, 6);
        expect(yToPixel(view(), v)).toBeCloseTo((firstTo.y + secondTo.y) / 2, 6);
        expect(view().scale / before.scale).toBeCloseTo(apart(firstTo, secondTo) / apart(first, second), 9);
      }),
      REPEATABLE,
    );
  });

  test('are no click when they are lifted, and the last one goes on dragging', () => {
    const { gestures, view } = createMap();
    gestures.down({ id: 1, x: 100, y: 100 }, 'touch');
    gestures.down({ id: 2, x: 300, y: 100 }, 'touch');
    gestures.move({ id: 2, x: 320, y: 100 });
    expect(gestures.up(1)).toBe(false);
    const { scale } = view();
    const [u] = pixelToPlane(view(), 320, 100);
    gestures.move({ id: 2, x: 360, y: 100 });
    expect(view().scale).toBe(scale);
    expect(xToPixel(view(), u)).toBeCloseTo(360, 9);
    expect(gestures.up(2)).toBe(false);
  });
});

describe('a wheel', () => {
  test('zooms in when it turns away and out when it turns back, to where it was', () => {
    const { gestures, view } = createMap();
    const before = view();
    const [u, v] = pixelToPlane(before, 500, 40);
    gestures.wheel(500, 40, { deltaY: -240, deltaMode: 0, ctrlKey: false });
    expect(view().scale).toBeGreaterThan(before.scale);
    expect(xToPixel(view(), u)).toBeCloseTo(500, 9);
    expect(yToPixel(view(), v)).toBeCloseTo(40, 9);
    gestures.wheel(500, 40, { deltaY: 240, deltaMode: 0, ctrlKey: false });
    expect(view().scale).toBeCloseTo(before.scale, 9);
  });

  test('that counts lines or pages zooms further, as does a pinch on a touchpad', () => {
    const scaleAfter = (event: Parameters<ReturnType<typeof createMapGestures>['wheel']>[2]) => {
      const { gestures, view } = createMap();
      gestures.wheel(320, 160, event);
      return view().scale;
    };
    const scales = [
      scaleAfter({ deltaY: -3, deltaMode: 0, ctrlKey: false }),
      scaleAfter({ deltaY: -3, deltaMode: 0, ctrlKey: true }),
      scaleAfter({ deltaY: -3, deltaMode: 1, ctrlKey: false }),
      scaleAfter({ deltaY: -3, deltaMode: 2, ctrlKey: false }),
    ];
    expect(scales).toEqual([...scales].sort((a, b) => a - b));
    expect(new Set(scales).size).toBe(4);
  });
});

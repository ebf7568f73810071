import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createProblem } from '../../src/problems/createProblem.ts';
import { REPEATABLE } from '../../src/scene/sceneArbitrary.ts';
import {
  axisTicks,
  fitDomain,
  pixelToPlane,
  planeCoordinate,
  roundToPixel,
  withPlaneCoordinates,
  xToPixel,
  yToPixel,
} from './viewport.ts';

/** Decimals, evenly spread. */
const decimal = (min: number, max: number) =>
  fc.integer({ min: 1e5 * min, max: 1e5 * max }).map((n) => n / 1e5);
const coordinate = decimal(-50, 50);
const extent = decimal(0.01, 80);
const side = fc.integer({ min: 40, max: 2000 });
const domains = fc
  .tuple(coordinate, coordinate, extent, extent)
  .map(([x, y, across, down]) => ({ x: [x, x + across] as const, y: [y, y + down] as const }));
const viewports = fc.tuple(domains, side, side).map(([domain, width, height]) => ({
  domain,
  viewport: fitDomain(domain, width, height),
}));

const matrixProblem = createProblem({
  id: 'matrix-regression',
  params: { correlation: 0.4 },
  scale: 1,
  rotation: 0,
});

describe('the window of a plot', () => {
  test('has the same scale on both axes, and spans the whole plot', () => {
    fc.assert(
      fc.property(viewports, ({ viewport }) => {
        const { window, width, height } = viewport;
        const [left, bottom] = [xToPixel(viewport, window.x[0]), yToPixel(viewport, window.y[0])];
        const [right, top] = [xToPixel(viewport, window.x[1]), yToPixel(viewport, window.y[1])];
        expect(left).toBe(0);
        expect(top).toBe(0);
        expect(right).toBeCloseTo(width, 6);
        expect(bottom).toBeCloseTo(height, 6);
        expect((window.x[1] - window.x[0]) / width).toBeCloseTo((window.y[1] - window.y[0]) / height, 9);
      }),
      REPEATABLE,
    );
  });

  test('holds the domain in its middle and is no larger than it must', () => {
    fc.assert(
      fc.property(viewports, ({ domain, viewport: { window } }) => {
        const surplus = (['x', 'y'] as const).map((axis) => {
          const before = domain[axis][0] - window[axis][0];
          expect(before).toBeCloseTo(window[axis][1] - domain[axis][1], 9);
          expect(before).toBeGreaterThan(-1e-9);
          return before;
        });
        expect(Math.min(...surplus)).toBeCloseTo(0, 9);
      }),
      REPEATABLE,
    );
  });

  test('shows more of the plane in a wider plot, and stretches nothing', () => {
    const domain = { x: [-3, 5], y: [2, 6] } as const;
    const narrow = fitDomain(domain, 480, 240);
    const wide = fitDomain(domain, 900, 240);
    expect(wide.scale).toBe(narrow.scale);
    expect(wide.window.y).toEqual(narrow.window.y);
    // 420 pixels more at 60 pixels a unit are 7 units, half of them on each side.
    expect(wide.window.x).toEqual([-6.5, 8.5]);
  });

  test('shows more of the plane in a taller plot, too', () => {
    const tall = fitDomain({ x: [0, 10], y: [-1, 1] }, 300, 450);
    expect(tall.window).toEqual({ x: [0, 10], y: [-7.5, 7.5] });
  });
});

describe('the window of a plot in which time runs to the right', () => {
  test('is the domain itself: its width is the plot’s, and so is its height', () => {
    fc.assert(
      fc.property(domains, side, side, (domain, width, height) => {
        const viewport = fitDomain(domain, width, height, 'time');
        expect(viewport.window).toEqual(domain);
        expect(xToPixel(viewport, domain.x[0])).toBe(0);
        expect(xToPixel(viewport, domain.x[1])).toBeCloseTo(width, 6);
        expect(yToPixel(viewport, domain.y[1])).toBe(0);
        expect(yToPixel(viewport, domain.y[0])).toBeCloseTo(height, 6);
        const [u, v] = pixelToPlane(viewport, width / 4, height / 4);
        expect(xToPixel(viewport, u)).toBeCloseTo(width / 4, 6);
        expect(yToPixel(viewport, v)).toBeCloseTo(height / 4, 6);
      }),
      REPEATABLE,
    );
  });
});

describe('pixels and the plane', () => {
  test('go to each other and back', () => {
    fc.assert(
      fc.property(viewports, side, side, ({ viewport }, x, y) => {
        const [u, v] = pixelToPlane(viewport, x, y);
        expect(xToPixel(viewport, u)).toBeCloseTo(x, 6);
        expect(yToPixel(viewport, v)).toBeCloseTo(y, 6);
      }),
      REPEATABLE,
    );
  });

  test('count y downward: what is higher in the plane is nearer to the top', () => {
    const viewport = fitDomain({ x: [-2, 6], y: [0, 4] }, 320, 160);
    expect(pixelToPlane(viewport, 200, 40)).toEqual([3, 3]);
    expect(yToPixel(viewport, 3.5)).toBeLessThan(yToPixel(viewport, 1.25));
  });
});

describe('a point of four parameters', () => {
  const { plane } = matrixProblem;

  test('takes new coordinates in its plane, and keeps what lies outside', () => {
    expect(withPlaneCoordinates(plane, [0.5, 7, -9, 2.5], -1.25, 6)).toEqual([-1.25, 7, -9, 6]);
  });

  test('has the coordinates it was given, bit for bit, wherever it was', () => {
    fc.assert(
      fc.property(
        fc.array(coordinate, { minLength: 4, maxLength: 4 }),
        coordinate,
        coordinate,
        (theta, u, v) => {
          const moved = withPlaneCoordinates(plane, theta, u, v);
          // Without −0, which no one can tell from 0.
          expect(moved.map((value) => value + 0)).toEqual(
            [u, theta[1], theta[2], v].map((value) => value + 0),
          );
          expect(planeCoordinate(plane, plane.u, moved)).toBeCloseTo(u, 12);
          expect(planeCoordinate(plane, plane.v, moved)).toBeCloseTo(v, 12);
        },
      ),
      REPEATABLE,
    );
  });

  test('is read from any place in a longer array', () => {
    const rows = Float64Array.of(9, 9, 9, 9, 0.75, -2, 1, 3.5);
    expect(planeCoordinate(plane, plane.u, rows, 4)).toBe(0.75);
    expect(planeCoordinate(plane, plane.v, rows, 4)).toBe(3.5);
  });
});

test('coordinates are measured in the plane’s own directions, from its origin', () => {
  const slanted = { kind: 'parameters', origin: [1, -2], u: [3, 4], v: [-4, 3], axes: ['u', 'v'] } as const;
  // (1, −2) + 2·(3, 4) − 0.5·(−4, 3)
  const theta = [9, 4.5];
  expect(planeCoordinate(slanted, slanted.u, theta)).toBe(2);
  expect(planeCoordinate(slanted, slanted.v, theta)).toBe(-0.5);
  const [x, y] = withPlaneCoordinates(slanted, theta, 0.2, 1);
  expect(x).toBeCloseTo(1 + 0.6 - 4, 12);
  expect(y).toBeCloseTo(-2 + 0.8 + 3, 12);
});

test('a decimal coordinate stays decimal on its way into the start', () => {
  const { plane } = createProblem({ id: 'rosenbrock', params: { a: 1, b: 100 }, scale: 1, rotation: 0 });
  expect(withPlaneCoordinates(plane, [-1.5, 2], 0.3, 1.1)).toEqual([0.3, 1.1]);
});

describe('rounding to a pixel', () => {
  const onePixel = (pixels: number) => fitDomain({ x: [0, 784 * pixels], y: [0, 412 * pixels] }, 784, 412);

  test('keeps hundredths where a pixel is 0.03 wide, and whole numbers where it is 3', () => {
    expect(roundToPixel(onePixel(0.03), -1.2371)).toBe(-1.24);
    expect(roundToPixel(onePixel(3), 26.7)).toBe(27);
  });

  test('moves nothing by more than half a pixel, and keeps no more digits than that needs', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e3, noNaN: true }), coordinate, (pixels, value) => {
        const rounded = roundToPixel(onePixel(pixels), value);
        expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.5001 * pixels);
        const decimals = String(rounded).split('.')[1] ?? '';
        expect(10 ** -decimals.length).toBeGreaterThanOrEqual(Math.min(1, pixels / 10.001));
      }),
      REPEATABLE,
    );
  });

  test('gives the same number again', () => {
    fc.assert(
      fc.property(viewports, coordinate, ({ viewport }, value) => {
        const rounded = roundToPixel(viewport, value);
        expect(roundToPixel(viewport, rounded)).toBe(rounded);
      }),
      REPEATABLE,
    );
  });
});

describe('ticks', () => {
  test('are round values within their axis, with the same step on both', () => {
    const viewport = fitDomain({ x: [-2.4, 2.4], y: [-0.4, 2.2] }, 784, 412);
    expect(axisTicks(viewport.window.x, viewport)).toEqual([-2, -1, 0, 1, 2]);
    expect(axisTicks(viewport.window.y, viewport)).toEqual([0, 1, 2]);
    const close = fitDomain({ x: [0.13, 0.71], y: [3, 3.1] }, 1400, 500);
    const [first, second] = axisTicks(close.window.x, close);
    const [low, next] = axisTicks(close.window.y, close);
    expect(second - first).toBeCloseTo(next - low, 12);
    for (const tick of axisTicks(close.window.x, close)) {
      expect(tick).toBeGreaterThanOrEqual(close.window.x[0]);
      expect(tick).toBeLessThanOrEqual(close.window.x[1]);
    }
  });

  test('are more on a longer axis', () => {
    const count = (scale: number) => axisTicks([0.13, 0.71], { scale }).length;
    expect(count(2400)).toBeGreaterThan(count(600));
  });
});

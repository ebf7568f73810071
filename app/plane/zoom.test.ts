import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPEATABLE } from '../../src/scene/sceneArbitrary.ts';
import {
  fitDomain,
  panBy,
  pixelToPlane,
  viewBetween,
  xToPixel,
  yToPixel,
  zoomAbout,
  type Viewport,
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
/** Views with equal scales, and views in which time runs to the right and has a scale of its own. */
const viewports = fc
  .tuple(domains, side, side, fc.constantFrom('parameters' as const, 'time' as const))
  .map(([domain, width, height, kind]) => ({ viewport: fitDomain(domain, width, height, kind), kind }));

/** A scene takes a window whose sides are at least this wide beside their edges, and no number beyond 10⁸. */
function expectDrawable({ window: { x, y }, width, height, scale, stretch }: Viewport): void {
  for (const [from, to] of [x, y]) {
    expect(to - from).toBeGreaterThanOrEqual(1e-9 * Math.max(1, Math.abs(from), Math.abs(to)));
    expect(from).toBeGreaterThanOrEqual(-1e8);
    expect(to).toBeLessThanOrEqual(1e8);
  }
  // Float64 keeps this many digits of the widest plane in the narrowest window.
  expect(((x[1] - x[0]) * scale * stretch) / width).toBeCloseTo(1, 5);
  expect(((y[1] - y[0]) * scale) / height).toBeCloseTo(1, 5);
}

describe('zooming about a pixel', () => {
  const view = fitDomain({ x: [-2, 6], y: [0, 4] }, 320, 160);

  test('leaves the point under it where it is', () => {
    const part = decimal(0, 1);
    fc.assert(
      fc.property(viewports, part, part, decimal(0.01, 90), ({ viewport }, right, down, factor) => {
        const [x, y] = [right * viewport.width, down * viewport.height];
        const [u, v] = pixelToPlane(viewport, x, y);
        const zoomed = zoomAbout(viewport, x, y, factor);
        expect(zoomed.scale).toBeCloseTo(viewport.scale * factor, 6);
        expect(zoomed.stretch).toBe(viewport.stretch);
        expect(xToPixel(zoomed, u)).toBeCloseTo(x, 5);
        expect(yToPixel(zoomed, v)).toBeCloseTo(y, 5);
      }),
      REPEATABLE,
    );
  });

  test('shows half as much of the plane at twice the scale', () => {
    // 80 pixels from the left, at 40 a unit, is x = 0; 40 from the top is y = 3.
    expect(zoomAbout(view, 80, 40, 2).window).toEqual({ x: [-1, 3], y: [1.5, 3.5] });
  });

  test('goes no further in than numbers can tell apart, and no further out than runs go', () => {
    fc.assert(
      fc.property(
        viewports,
        decimal(0, 1),
        fc.constantFrom(1e-30, 1e-6, 1e6, 1e30),
        ({ viewport }, part, factor) => {
          let zoomed = viewport;
          for (let i = 0; i < 3; i++)
            zoomed = zoomAbout(zoomed, part * viewport.width, part * viewport.height, factor);
          expectDrawable(zoomed);
        },
      ),
      REPEATABLE,
    );
  });

  test('comes to the very limit, and stays there', () => {
    const closest = zoomAbout(view, 80, 40, 1e30);
    expect(closest.window.y[1] - closest.window.y[0]).toBeLessThan(1e-8);
    expect(zoomAbout(closest, 80, 40, 3).scale / closest.scale).toBeCloseTo(1, 6);
    const widest = zoomAbout(view, 80, 40, 1e-30);
    expect(widest.window.x).toEqual([-1e8, 1e8]);
  });
});

describe('panning', () => {
  test('moves every point by as many pixels', () => {
    const shift = fc.integer({ min: -900, max: 900 });
    fc.assert(
      fc.property(viewports, shift, shift, coordinate, coordinate, ({ viewport }, right, down, u, v) => {
        const panned = panBy(viewport, right, down);
        expect(panned.scale).toBe(viewport.scale);
        expect(xToPixel(panned, u) - xToPixel(viewport, u)).toBeCloseTo(right, 5);
        expect(yToPixel(panned, v) - yToPixel(viewport, v)).toBeCloseTo(down, 5);
      }),
      REPEATABLE,
    );
  });

  test('from the closest view to a far place shows that as closely as numbers allow', () => {
    const view = zoomAbout(fitDomain({ x: [-2, 6], y: [0, 4] }, 320, 160), 80, 40, 1e30);
    const far = panBy(view, -500 * view.scale, 0);
    expect(far.window.x[0]).toBeCloseTo(500, 3);
    expectDrawable(far);
  });

  test('stops where runs have diverged', () => {
    const view = fitDomain({ x: [-2e7, 2e7], y: [-1e7, 1e7] }, 400, 200);
    expectDrawable(panBy(view, 1e6, -1e6));
    expect(panBy(view, 1e6, 0).window.x[0]).toBe(-1e8);
    expect(panBy(view, 0, 1e6).window.y[1]).toBe(1e8);
  });
});

describe('a view between two', () => {
  const pair = viewports.chain(({ viewport, kind }) =>
    domains.map((domain) => [viewport, fitDomain(domain, viewport.width, viewport.height, kind)] as const),
  );
  const corners = ({ window: { x, y } }: Viewport) => [...x, ...y];

  test('is the first at the beginning and the second at the end', () => {
    fc.assert(
      fc.property(pair, ([from, to]) => {
        for (const [part, end] of [
          [0, from],
          [1, to],
        ] as const)
          corners(viewBetween(from, to, part)).forEach((edge, i) =>
            expect(edge).toBeCloseTo(corners(end)[i], 6),
          );
      }),
      REPEATABLE,
    );
  });

  test('keeps the point still about which both are a zoom', () => {
    fc.assert(
      fc.property(
        viewports,
        decimal(0, 1),
        decimal(0.02, 40),
        decimal(0, 1),
        ({ viewport }, part, factor, way) => {
          const [x, y] = [part * viewport.width, (1 - part) * viewport.height];
          const [u, v] = pixelToPlane(viewport, x, y);
          const between = viewBetween(viewport, zoomAbout(viewport, x, y, factor), way);
          expect(between.scale).toBeCloseTo(viewport.scale * factor ** way, 6);
          expect(xToPixel(between, u)).toBeCloseTo(x, 3);
          expect(yToPixel(between, v)).toBeCloseTo(y, 3);
        },
      ),
      REPEATABLE,
    );
  });

  test('is half-way along where both have the same scale', () => {
    const view = fitDomain({ x: [-3, 5], y: [2, 6] }, 480, 240);
    const between = viewBetween(view, panBy(view, -120, 60), 0.5);
    corners(between).forEach((edge, i) => expect(edge).toBeCloseTo(corners(panBy(view, -60, 30))[i], 9));
  });
});

import { ticks } from 'd3-array';
import type { Domain, Plane } from '../../src/problems/problem.ts';

/** The part of the plane on screen, with equal scales on both axes. Pixels are CSS pixels from the plot's top left. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly window: Domain;
  /** Pixels a unit. */
  readonly scale: number;
}

/**
 * The smallest window that holds a domain with equal scales: where the plot is wider or taller than the domain it shows
 * more of the plane, never a stretch.
 */
export function fitDomain(domain: Domain, width: number, height: number): Viewport {
  const [x0, x1] = domain.x;
  const [y0, y1] = domain.y;
  const scale = Math.min(width / (x1 - x0), height / (y1 - y0));
  const centreX = (x0 + x1) / 2;
  const centreY = (y0 + y1) / 2;
  const halfWidth = width / scale / 2;
  const halfHeight = height / scale / 2;
  return {
    width,
    height,
    scale,
    window: {
      x: [centreX - halfWidth, centreX + halfWidth],
      y: [centreY - halfHeight, centreY + halfHeight],
    },
  };
}

export function xToPixel({ window, scale }: Viewport, x: number): number {
  return (x - window.x[0]) * scale;
}

export function yToPixel({ window, scale }: Viewport, y: number): number {
  return (window.y[1] - y) * scale;
}

/** The point of the plane under a pixel. */
export function pixelToPlane({ window, scale }: Viewport, x: number, y: number): [number, number] {
  return [window.x[0] + x / scale, window.y[1] - y / scale];
}

/** The coordinate of a point along one direction of the plane in which a problem is seen. */
export function planeCoordinate(
  { origin }: Plane,
  direction: readonly number[],
  theta: ArrayLike<number>,
  offset = 0,
): number {
  let dot = 0;
  let square = 0;
  for (let i = 0; i < direction.length; i++) {
    dot += (theta[offset + i] - origin[i]) * direction[i];
    square += direction[i] * direction[i];
  }
  return dot / square;
}

/** A point with new coordinates in the plane; what lies outside the plane stays. */
export function withPlaneCoordinates(
  plane: Plane,
  theta: readonly number[],
  x: number,
  y: number,
): readonly number[] {
  const u = planeCoordinate(plane, plane.u, theta);
  const v = planeCoordinate(plane, plane.v, theta);
  // What lies outside the plane first, so that a coordinate along an axis arrives without rounding: 0.3, and not
  // −1.5 + 1.8 = 0.30000000000000004.
  return theta.map((value, i) => value - u * plane.u[i] - v * plane.v[i] + x * plane.u[i] + y * plane.v[i]);
}

/** Distance in pixels that ticks of an axis keep, about. */
const TICK_SPACING = 150;

/** Round values along an interval of so many pixels. */
export function axisTicks([from, to]: readonly [number, number], length: number): number[] {
  return ticks(from, to, Math.max(2, Math.round(length / TICK_SPACING)));
}

/** Rounds a coordinate to what a pixel can tell: 0.001 where a pixel is 0.006 wide. */
export function roundToPixel({ scale }: Viewport, value: number): number {
  const digits = Math.max(0, Math.ceil(Math.log10(scale)));
  return Number(value.toFixed(Math.min(15, digits))) + 0; // never −0
}

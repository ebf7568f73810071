import { ticks, tickStep } from 'd3-array';
import type { Domain, Plane } from '../../src/problems/problem.ts';

/**
 * The part of the plane on screen, with equal scales on both axes but where time runs to the right. Pixels are CSS pixels
 * from the plot's top left.
 */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly window: Domain;
  /** Pixels a unit upward. */
  readonly scale: number;
  /** Pixels a unit to the right, as a factor of those; 1 for equal scales. */
  readonly stretch: number;
}

/**
 * The smallest window that holds a domain with equal scales: where the plot is wider or taller than the domain it shows
 * more of the plane, never a stretch. In a plane of time scales have nothing to do with each other: the domain itself.
 */
export function fitDomain(
  domain: Domain,
  width: number,
  height: number,
  kind: Plane['kind'] = 'parameters',
): Viewport {
  const [x0, x1] = domain.x;
  const [y0, y1] = domain.y;
  if (kind === 'time') {
    const scale = height / (y1 - y0);
    return { width, height, scale, stretch: width / (x1 - x0) / scale, window: domain };
  }
  const scale = Math.min(width / (x1 - x0), height / (y1 - y0));
  const centreX = (x0 + x1) / 2;
  const centreY = (y0 + y1) / 2;
  const halfWidth = width / scale / 2;
  const halfHeight = height / scale / 2;
  return {
    width,
    height,
    scale,
    stretch: 1,
    window: {
      x: [centreX - halfWidth, centreX + halfWidth],
      y: [centreY - halfHeight, centreY + halfHeight],
    },
  };
}

/** A window's least width and height beside its edges, a hair more than a scene demands: rounding must not undercut it. */
const NARROWEST = 1.01e-9;
/** No coordinate beyond this is shown: runs have diverged there. */
const FARTHEST = 1e8;

/** The largest scale around a point. */
function largestScale({ width, height, stretch }: Viewport, u: number, v: number): number {
  return Math.min(width / stretch, height) / (NARROWEST * Math.max(1, Math.abs(u), Math.abs(v)));
}

/** Whether two views fill the same plot. */
export function isSameSize(a: Viewport, b: Viewport): boolean {
  return a.width === b.width && a.height === b.height;
}

/** The view with a scale so many times as large, the plane's point under a pixel staying where it is. */
export function zoomAbout(viewport: Viewport, x: number, y: number, factor: number): Viewport {
  const { width, height, stretch } = viewport;
  const [u, v] = pixelToPlane(viewport, x, y);
  const largest = Math.max(viewport.scale, largestScale(viewport, u, v));
  const smallest = Math.max(width / stretch, height) / (2 * FARTHEST);
  const scale = Math.max(smallest, Math.min(largest, viewport.scale * factor));
  return viewAt(u - x / (scale * stretch), v + y / scale, scale, viewport);
}

/** The view after its content was pushed by so many pixels to the right and down. */
export function panBy(viewport: Viewport, right: number, down: number): Viewport {
  const { window, scale, stretch, width, height } = viewport;
  const panned = viewAt(window.x[0] - right / (scale * stretch), window.y[1] + down / scale, scale, viewport);
  const [u, v] = pixelToPlane(panned, width / 2, height / 2);
  // Far from the origin numbers are too coarse for the closest views near it.
  const largest = largestScale(panned, u, v);
  return scale > largest
    ? viewAt(u - width / 2 / (largest * stretch), v + height / 2 / largest, largest, panned)
    : panned;
}

/** A view by its top left corner, moved where it would reach too far out. */
function viewAt(
  left: number,
  top: number,
  scale: number,
  { width, height, stretch }: Pick<Viewport, 'width' | 'height' | 'stretch'>,
): Viewport {
  const across = width / (scale * stretch);
  const x = Math.max(-FARTHEST, Math.min(FARTHEST - across, left));
  const y = Math.min(FARTHEST, Math.max(height / scale - FARTHEST, top));
  return {
    width,
    height,
    scale,
    stretch,
    window: {
      x: [x, Math.min(FARTHEST, x + across)],
      y: [Math.max(-FARTHEST, y - height / scale), y],
    },
  };
}

/**
 * The view a part of the way from one to another of the same size, along the zoom about the point that both have in the
 * same place; where there is none, along a straight line.
 */
export function viewBetween(from: Viewport, to: Viewport, part: number): Viewport {
  const across = scaleBetween(from.scale * from.stretch, to.scale * to.stretch, part);
  const up = scaleBetween(from.scale, to.scale, part);
  const left = from.window.x[0] + across.way * (to.window.x[0] - from.window.x[0]);
  const top = from.window.y[1] + up.way * (to.window.y[1] - from.window.y[1]);
  return viewAt(left, top, up.scale, { ...from, stretch: across.scale / up.scale });
}

/** The scale of one axis a part of the way, and how far the window's edge has come there. */
function scaleBetween(from: number, to: number, part: number): { scale: number; way: number } {
  const scale = from ** (1 - part) * to ** part;
  // Equal steps of the window's width are equal steps of its corner.
  const widths = 1 / to - 1 / from;
  const isZoom = Math.abs(widths) > 1e-6 / from;
  return { scale, way: isZoom ? (1 / scale - 1 / from) / widths : part };
}

export function xToPixel({ window, scale, stretch }: Viewport, x: number): number {
  return (x - window.x[0]) * (scale * stretch);
}

export function yToPixel({ window, scale }: Viewport, y: number): number {
  return (window.y[1] - y) * scale;
}

/** The point of the plane under a pixel. */
export function pixelToPlane({ window, scale, stretch }: Viewport, x: number, y: number): [number, number] {
  return [window.x[0] + x / (scale * stretch), window.y[1] - y / scale];
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

/** A point with new coordinates in the plane; what lies outside the plane stays. The first means nothing where it is time. */
export function withPlaneCoordinates(
  plane: Plane,
  theta: readonly number[],
  x: number,
  y: number,
): readonly number[] {
  const isTime = plane.kind === 'time';
  const u = isTime ? 0 : planeCoordinate(plane, plane.u, theta);
  const v = planeCoordinate(plane, plane.v, theta);
  // What lies outside the plane first, so that a coordinate along an axis arrives without rounding: 0.3, and not
  // −1.5 + 1.8 = 0.30000000000000004.
  return theta.map((value, i) => value - u * plane.u[i] - v * plane.v[i] + x * plane.u[i] + y * plane.v[i]);
}

/** Distance in pixels that ticks of an axis keep, about. */
export const TICK_SPACING = 144;

/** Round values along an interval, on axes of equal scale with the same step. */
export function axisTicks(
  [from, to]: readonly [number, number],
  { scale }: Pick<Viewport, 'scale'>,
): number[] {
  return ticks(from, to, ((to - from) * scale) / TICK_SPACING);
}

/** Between two of these values. */
export function axisStep([from, to]: readonly [number, number], { scale }: Pick<Viewport, 'scale'>): number {
  return tickStep(from, to, ((to - from) * scale) / TICK_SPACING);
}

/** Decimals that tell neighbouring pixels apart: 3 where a pixel is 0.006 wide. */
export function decimalsOf({ scale }: Viewport): number {
  return Math.min(15, Math.max(0, Math.ceil(Math.log10(scale))));
}

/** Rounds a coordinate to what a pixel can tell: 0.001 where a pixel is 0.006 wide. */
export function roundToPixel(viewport: Viewport, value: number): number {
  return Number(value.toFixed(decimalsOf(viewport))) + 0; // never −0
}

import type { Plane } from '../../src/problems/problem.ts';
import { axisRoles, type Curvature } from '../../src/reading/curvature.ts';
import { planeCoordinate, xToPixel, yToPixel, type Viewport } from './viewport.ts';

/** One axis of the Hessian as it lies on the map, from the head to both sides. */
export interface MarkedAxis {
  /** Its place among the eigenvalues, 1 for the largest. */
  readonly number: number;
  /** Half of it, in pixels to the right and downward. */
  readonly right: number;
  readonly down: number;
  readonly role: 'steep' | 'flat' | null;
  readonly curves: 'up' | 'down' | 'not';
}

/** What is drawn of the curvature at a head, in pixels. */
export interface CurvatureMarks {
  readonly x: number;
  readonly y: number;
  readonly axes: readonly MarkedAxis[];
  /** Where ½ dᵀ∇²f d has the level, its angle in degrees clockwise; null where that is no ellipse of the map. */
  readonly ellipse: { readonly rx: number; readonly ry: number; readonly degrees: number } | null;
  /** |½ dᵀ∇²f d| at the ends of all axes. */
  readonly level: number;
  /** Whether f curves down along one of them. */
  readonly hasDown: boolean;
}

/** How long the longest half axis is drawn, in parts of the map's shorter side, and the shortest at least, in pixels. */
const LONGEST = 0.3;
const SHORTEST = 20;
/** A level that was used stays while axes are no more than so many times shorter or longer than they would be. */
const KEPT = [0.5, 1.9] as const;
/** An axis is drawn if so much of it lies in the plane. */
const LEAST_IN_PLANE = 0.05;
/** Nothing is drawn longer than so many of the map's sides: what follows is outside of it anyway. */
const MOST_SIDES = 40;

/** Marks one head after the other: the level stays as long as axes can be read, and does not change with each step. */
export function createCurvatureMarker() {
  let level: number | null = null;
  return (curvature: Curvature, plane: Plane, viewport: Viewport): CurvatureMarks | null => {
    const marks = curvatureMarks(curvature, plane, viewport, level);
    level = marks?.level ?? null;
    return marks;
  };
}

/**
 * Axes at a head with lengths √(2c/|λ|), c a round level that all of them share, chosen so that they can be read.
 * @param kept the level that was drawn before
 * @returns null where there is nothing to draw: the curvature is 0 or not known, the map is of time, the head outside
 */
export function curvatureMarks(
  { point, values, axes }: Curvature,
  plane: Plane,
  viewport: Viewport,
  kept: number | null,
): CurvatureMarks | null {
  if (plane.kind === 'time' || values.length < 2 || !values.every(Number.isFinite)) return null;
  const x = xToPixel(viewport, planeCoordinate(plane, plane.u, point));
  const y = yToPixel(viewport, planeCoordinate(plane, plane.v, point));
  if (!(x >= 0 && x <= viewport.width && y >= 0 && y <= viewport.height)) return null;
  const roles = axisRoles(values);
  const inPlane = values.flatMap((value, k) => {
    const right = along(plane.u, axes[k]);
    const up = along(plane.v, axes[k]);
    return Math.hypot(right, up) < LEAST_IN_PLANE ? [] : [{ k, value, right, up, role: roles[k] }];
  });
  // Half axes for the level ½, in pixels.
  const halves = inPlane.map(
    ({ value, right, up }) => (Math.hypot(right, up) * viewport.scale) / Math.sqrt(Math.abs(value)),
  );
  const finite = halves.filter(Number.isFinite);
  if (finite.length === 0) return null;
  const level = levelFor(Math.max(...finite), Math.min(...finite), viewport, kept);
  const most = MOST_SIDES * Math.max(viewport.width, viewport.height);
  const drawn = inPlane.map(({ k, value, right, up, role }, i): MarkedAxis => {
    const length = Math.min(most, halves[i] * Math.sqrt(2 * level)) / Math.hypot(right, up);
    return {
      number: k + 1,
      right: right * length,
      down: -up * length,
      role,
      curves: value > 0 ? 'up' : value < 0 ? 'down' : 'not',
    };
  });
  const isEllipse = values.length === 2 && values.every((value) => value > 0);
  const [first, second] = drawn;
  return {
    x,
    y,
    axes: drawn,
    ellipse: isEllipse
      ? {
          rx: Math.hypot(first.right, first.down),
          ry: Math.hypot(second.right, second.down),
          degrees: (Math.atan2(first.down, first.right) * 180) / Math.PI,
        }
      : null,
    level,
    hasDown: values.some((value) => value < 0),
  };
}

/** The coordinate of a direction along one of the plane's. */
function along(direction: readonly number[], axis: readonly number[]): number {
  let dot = 0;
  let square = 0;
  for (let i = 0; i < axis.length; i++) {
    dot += direction[i] * axis[i];
    square += direction[i] * direction[i];
  }
  return dot / square;
}

/** 1, 2 or 5 times a power of ten: the longest axis is as long as it shall be, unless the shortest would be too short. */
function levelFor(
  longest: number,
  shortest: number,
  { width, height }: Viewport,
  kept: number | null,
): number {
  const wanted = Math.max((LONGEST * Math.min(width, height)) / longest, SHORTEST / shortest);
  const exact = wanted ** 2 / 2;
  if (kept !== null) {
    const factor = Math.sqrt(kept / exact);
    if (factor >= KEPT[0] && factor <= KEPT[1]) return kept;
  }
  const power = 10 ** Math.floor(Math.log10(exact));
  const round = [5, 2, 1].find((digit) => digit * power <= exact) ?? 1;
  // A power of ten below 1 is not exact; its text is.
  return Number((round * power).toPrecision(1));
}

/** Where the middle of an axis's name stands. */
export interface AxisEnd {
  readonly x: number;
  readonly y: number;
}

/** Pixels from the frame to the last place for a label on an axis that leaves the map. */
const FRAME = 20;
/** And from the axis there. */
const ASIDE = 14;

/** Beyond the ends of an axis, or beside where it leaves the map; the side with more room first. */
export function axisEnds(
  { x, y }: Pick<CurvatureMarks, 'x' | 'y'>,
  { right, down }: Pick<MarkedAxis, 'right' | 'down'>,
  { width, height }: Pick<Viewport, 'width' | 'height'>,
  beyond: number,
): readonly [AxisEnd, AxisEnd] {
  const length = Math.hypot(right, down);
  const reach = (sign: 1 | -1) => {
    const [dx, dy] = [(sign * right) / length, (sign * down) / length];
    const toX = dx > 0 ? (width - FRAME - x) / dx : dx < 0 ? (FRAME - x) / dx : Number.POSITIVE_INFINITY;
    const toY = dy > 0 ? (height - FRAME - y) / dy : dy < 0 ? (FRAME - y) / dy : Number.POSITIVE_INFINITY;
    const part = Math.max(0, Math.min(length + beyond, toX, toY));
    // Beside the line where that goes on.
    const aside = part < length ? ASIDE : 0;
    return { part, end: { x: x + part * dx - aside * dy, y: y + part * dy + aside * dx } };
  };
  const [forth, back] = [reach(1), reach(-1)];
  return forth.part >= back.part ? [forth.end, back.end] : [back.end, forth.end];
}

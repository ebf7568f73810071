import { modelCurve } from '../../src/reading/arrows/modelCurve.ts';
import type { PictureShape } from '../../src/reading/arrows/stepPicture.ts';
import { clip, wayOf, type Pixel } from './arrowLayout.ts';
import { acrossAt, upAt, type MapPlane } from './mapPlane.ts';
import { xToPixel, yToPixel, type Viewport } from './viewport.ts';

/** A shape as it is drawn, in pixels. */
export type LaidShape = { readonly term: string } & (
  | {
      readonly kind: 'ellipse';
      readonly at: Pixel;
      readonly rx: number;
      readonly ry: number;
      readonly degrees: number;
      /** Marked, where the ellipse is a model’s. */
      readonly isModel: boolean;
    }
  | { readonly kind: 'box'; readonly from: Pixel; readonly to: Pixel; readonly corners: boolean }
  | { readonly kind: 'lines'; readonly lines: readonly (readonly [Pixel, Pixel])[]; readonly at: Pixel }
  | {
      readonly kind: 'trials';
      readonly ray: readonly [Pixel, Pixel];
      readonly dots: readonly Pixel[];
      readonly isTaken: boolean;
    }
);

/** Nothing is drawn larger than so many of the map's sides. */
const MOST_SIDES = 60;
/** Half of an axis of a model without an ellipse. */
const AXIS = 60;

/** Puts the shapes of a step on the map. */
export function layOutShapes(
  shapes: readonly PictureShape[],
  plane: MapPlane,
  viewport: Viewport,
  step: number,
): LaidShape[] {
  const place = (theta: ArrayLike<number>): Pixel => ({
    x: xToPixel(viewport, acrossAt(plane, theta, step - 1)),
    y: yToPixel(viewport, upAt(plane, theta)),
  });
  const most = MOST_SIDES * Math.max(viewport.width, viewport.height);
  return shapes.flatMap((shape): LaidShape[] => {
    const { term } = shape;
    switch (shape.kind) {
      case 'box': {
        const at = place(shape.center);
        const [right, up] = [
          reach(plane, viewport, plane.u, shape.half),
          reach(plane, viewport, plane.v, shape.half),
        ];
        if (!isDrawable([at], up, most)) return [];
        // Where time runs to the right the box is an interval, as wide as can be seen.
        const across = plane.kind === 'time' ? 6 : right;
        return [
          {
            kind: 'box',
            term,
            from: { x: at.x - across, y: at.y - up },
            to: { x: at.x + across, y: at.y + up },
            corners: shape.corners && plane.kind !== 'time',
          },
        ];
      }
      case 'circle': {
        const at = place(shape.center);
        const radius = shape.radius * viewport.scale;
        if (!isDrawable([at], radius, most) || plane.kind === 'time') return [];
        return [{ kind: 'ellipse', term, at, rx: radius, ry: radius, degrees: 0, isModel: false }];
      }
      case 'model':
        return modelOn(shape, plane, viewport, place(shape.center), most);
      case 'trials': {
        const dots = shape.points.map(place);
        const from = place(shape.from);
        const ray = isDrawable([from], 0, most) && clip(from, far(from, dots[0], most), viewport);
        return ray
          ? [{ kind: 'trials', term, ray, dots: dots.filter(isWithin(viewport)), isTaken: shape.isTaken }]
          : [];
      }
    }
  });
}

function modelOn(
  shape: Extract<PictureShape, { kind: 'model' }>,
  plane: MapPlane,
  viewport: Viewport,
  theta: Pixel,
  most: number,
): LaidShape[] {
  const curve = modelCurve(shape, plane);
  if (!curve) return [];
  const at = {
    x: theta.x + curve.stationary[0] * viewport.scale,
    y: theta.y - curve.stationary[1] * viewport.scale,
  };
  if (!isDrawable([theta, at], 0, most)) return [];
  const { term } = shape;
  if (curve.halves) {
    const [rx, ry] = curve.halves.map((half) => half * viewport.scale);
    const degrees = (-Math.atan2(curve.axes[0][1], curve.axes[0][0]) * 180) / Math.PI;
    return isDrawable([], Math.max(rx, ry), most)
      ? [{ kind: 'ellipse', term, at, rx, ry, degrees, isModel: true }]
      : [];
  }
  const lines = curve.axes.map(
    ([x, y]) =>
      [
        { x: at.x - AXIS * x, y: at.y + AXIS * y },
        { x: at.x + AXIS * x, y: at.y - AXIS * y },
      ] as const,
  );
  return [{ kind: 'lines', term, lines, at }];
}

/** How far a box of so much in each coordinate reaches along one direction of the plane, in pixels. */
function reach(plane: MapPlane, viewport: Viewport, direction: readonly number[], half: number): number {
  const corner = direction.map((x) => Math.sign(x) * half);
  const { x, y } = wayOf(corner, plane, viewport);
  return Math.abs(direction === plane.u ? x : y);
}

function isDrawable(points: readonly Pixel[], size: number, most: number): boolean {
  return size <= most && points.every(({ x, y }) => Math.abs(x) <= most && Math.abs(y) <= most);
}

function isWithin({ width, height }: Viewport): (at: Pixel) => boolean {
  return ({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height;
}

/** A point, or one in its direction that is not too far for a line. */
function far(from: Pixel, to: Pixel, most: number): Pixel {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (!(length > most)) return to;
  return { x: from.x + ((to.x - from.x) / length) * most, y: from.y + ((to.y - from.y) / length) * most };
}

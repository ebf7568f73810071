import { drawingScale } from '../../src/reading/arrows/drawingScale.ts';
import type { PictureArrow, PicturePoint, StepPicture } from '../../src/reading/arrows/stepPicture.ts';
import type { ArrowRole } from '../../src/optimizers/optimizer.ts';
import { acrossAt, upAt, type MapPlane } from './mapPlane.ts';
import { xToPixel, yToPixel, type Viewport } from './viewport.ts';

export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** An arrow as it is drawn, in pixels. */
export interface LaidArrow extends Omit<PictureArrow, 'from' | 'vector'> {
  readonly from: Pixel;
  /** Its tip; where it leaves the frame, the place on the frame. */
  readonly to: Pixel;
  /** How many times shorter it is drawn than it is; null for one at the map's own scale. */
  readonly scale: number | null;
  /** `none` has no length or is no number, `outside` passes by the frame. */
  readonly state: 'whole' | 'leaves' | 'outside' | 'none';
}

export interface LaidPoint extends Omit<PicturePoint, 'at' | 'joined'> {
  readonly at: Pixel;
  readonly joined: Pixel | null;
}

/** A step's picture on the map. */
export interface ArrowLayout {
  readonly arrows: readonly LaidArrow[];
  /** Dotted lines that complete the parallelogram of a sum of two. */
  readonly sides: readonly (readonly [Pixel, Pixel])[];
  /** A square corner between −g and its contour; null where they need not meet in one. */
  readonly corner: readonly Pixel[] | null;
  readonly points: readonly LaidPoint[];
}

/** How long arrows of another scale than the map's may be, as a part of its shorter side and in pixels. */
const MOST: Readonly<Record<ArrowRole, readonly [part: number, pixels: number]>> = {
  gradient: [0.34, 150],
  momentum: [0.26, 110],
  preconditioned: [0.22, 90],
  decay: [0.2, 80],
  climb: [0.2, 80],
  lookahead: [0.2, 80],
  slow: [0.2, 80],
  update: [0.2, 80],
};
const CORNER = 9;
/** What is shorter cannot be seen. */
const LEAST = 0.25;
/** Where time runs to the right all arrows are vertical: each stands so far beside the one before it. */
const BESIDE = 16;
/** Beyond any frame. */
const FAR = 1e6;

/**
 * Puts a picture on the map: what is a way from point to point at the map's own scale, what is not at a scale that can be
 * read, 1, 2 or 5 with zeros.
 * @param step the step whose picture it is: where time runs to the right its arrows stand at the step before
 */
export function layOutArrows(
  picture: StepPicture,
  plane: MapPlane,
  viewport: Viewport,
  step: number,
): ArrowLayout {
  const place = (theta: ArrayLike<number>): Pixel => ({
    x: xToPixel(viewport, acrossAt(plane, theta, step - 1)),
    y: yToPixel(viewport, upAt(plane, theta)),
  });
  const isTime = plane.kind === 'time';
  const arrows = picture.arrows.map((arrow, i): LaidArrow => {
    const { from, vector, ...words } = arrow;
    const at = place(from);
    const foot = isTime ? { ...at, x: at.x + (i - picture.arrows.length + 1) * BESIDE } : at;
    const way = wayOf(vector, plane, viewport);
    const length = Math.hypot(way.x, way.y);
    const [part, pixels] = MOST[arrow.role];
    const most = Math.min(pixels, part * Math.min(viewport.width, viewport.height));
    const scale = arrow.isTrue ? null : drawingScale(length, most);
    const tip = { x: foot.x + way.x / (scale ?? 1), y: foot.y + way.y / (scale ?? 1) };
    const drawn = length / (scale ?? 1);
    if (!(drawn >= LEAST)) return { ...words, from: foot, to: foot, scale, state: 'none' };
    const clipped = clip(foot, tip, viewport);
    if (!clipped) return { ...words, from: foot, to: tip, scale, state: 'outside' };
    const leaves = clipped[1].x !== tip.x || clipped[1].y !== tip.y;
    return { ...words, from: clipped[0], to: clipped[1], scale, state: leaves ? 'leaves' : 'whole' };
  });
  return {
    arrows,
    sides: isTime ? [] : sidesOf(arrows),
    corner: picture.isAcrossContour ? cornerOf(arrows) : null,
    points: picture.points.map(({ at, joined, ...words }) => ({
      ...words,
      at: place(at),
      joined: joined && place(joined),
    })),
  };
}

/** A direction in pixels. What is infinite goes beyond every frame; NaN stays. */
export function wayOf(vector: ArrayLike<number>, plane: MapPlane, { scale, stretch }: Viewport): Pixel {
  const along = (direction: readonly number[]) => {
    let dot = 0;
    let square = 0;
    for (let i = 0; i < direction.length; i++) {
      // 0 · ∞ is not a direction.
      if (direction[i] === 0) continue;
      dot += vector[i] * direction[i];
      square += direction[i] * direction[i];
    }
    return square === 0 ? 0 : dot / square;
  };
  const x = plane.kind === 'time' ? 0 : along(plane.u) * scale * stretch;
  const y = -along(plane.v) * scale;
  if (Number.isNaN(x) || Number.isNaN(y)) return { x: Number.NaN, y: Number.NaN };
  const longest = Math.max(Math.abs(x), Math.abs(y));
  if (longest === Number.POSITIVE_INFINITY)
    return { x: Number.isFinite(x) ? 0 : Math.sign(x) * FAR, y: Number.isFinite(y) ? 0 : Math.sign(y) * FAR };
  return { x, y };
}

/** The part of a line within the frame; null if there is none. */
export function clip(
  from: Pixel,
  to: Pixel,
  { width, height }: Pick<Viewport, 'width' | 'height'>,
): readonly [Pixel, Pixel] | null {
  let [first, last] = [0, 1];
  const ways = [
    [from.x - to.x, from.x],
    [to.x - from.x, width - from.x],
    [from.y - to.y, from.y],
    [to.y - from.y, height - from.y],
  ];
  for (const [way, room] of ways) {
    if (way === 0 && room < 0) return null;
    if (way < 0) first = Math.max(first, room / way);
    if (way > 0) last = Math.min(last, room / way);
  }
  if (!(first <= last)) return null;
  const at = (part: number): Pixel =>
    part === 0
      ? from
      : part === 1
        ? to
        : { x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y) };
  return [at(first), at(last)];
}

/** The two sides that a sum of two needs to be a parallelogram. */
function sidesOf(arrows: readonly LaidArrow[]): ArrowLayout['sides'] {
  const terms = arrows.filter(({ isTerm }) => isTerm);
  if (terms.length !== 2 || terms.some(({ state }) => state !== 'whole')) return [];
  const [a, b] = terms;
  const other = { x: a.from.x + b.to.x - b.from.x, y: a.from.y + b.to.y - b.from.y };
  return [
    [a.from, other],
    [other, b.to],
  ];
}

/** Between an arrow and the line across its foot. */
function cornerOf(arrows: readonly LaidArrow[]): readonly Pixel[] | null {
  // The terms of a sum stand where they add up, and not where the gradient was taken.
  const gradient = arrows.find(
    ({ role, state, isTerm }) => role === 'gradient' && !isTerm && (state === 'whole' || state === 'leaves'),
  );
  if (!gradient) return null;
  const { from, to } = gradient;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 3 * CORNER) return null;
  const along = { x: ((to.x - from.x) / length) * CORNER, y: ((to.y - from.y) / length) * CORNER };
  const across = { x: along.y, y: -along.x };
  return [
    { x: from.x + along.x, y: from.y + along.y },
    { x: from.x + along.x + across.x, y: from.y + along.y + across.y },
    { x: from.x + across.x, y: from.y + across.y },
  ];
}

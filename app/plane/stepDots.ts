import { formatCount } from '../ui/formatNumber.ts';
import { freePlaceBeside, PLACES, type Box, type Ink } from './labelSolver.ts';
import type { PathGeometry } from './pathGeometry.ts';

/** Steps are told apart from this distance on, in pixels. */
const APART = 12;
/** More dots than this would be a band. */
const MOST = 400;
/** Numbers stand at so many steps on each side of the playhead, and at each fifth. */
const NEAREST = 3;
const EVERY = 5;
const GAP = 4;

/**
 * The vertices of a path that get a dot: those within the frame, if its steps there are far enough apart (half of them
 * at least) to be told apart; none otherwise. A run recorded with a stride has none where its steps are missing.
 */
export function dottedVertices(geometry: PathGeometry): readonly number[] {
  const { xs, ys, steps, breaks, lastShown, count, plane } = geometry;
  // Where time runs to the right, a path that goes up and down has room for its dots only if its steps are wide enough.
  const isTime = plane.kind === 'time';
  const vertices: number[] = [];
  const distances: number[] = [];
  for (let i = 0; i < count; i++) {
    // Within the frame a vertex is a point of the run; further out it may be where a segment was cut.
    if (lastShown[i] !== i) continue;
    if (vertices.length === MOST) return [];
    vertices.push(i);
    if (i === 0 || breaks[i] === 1) continue;
    const length = isTime ? xs[i] - xs[i - 1] : Math.hypot(xs[i] - xs[i - 1], ys[i] - ys[i - 1]);
    distances.push(length / Math.max(1, steps[i] - steps[i - 1]));
  }
  const middle = distances.sort((a, b) => a - b)[distances.length >> 1];
  return middle >= APART ? vertices : [];
}

export interface DotStyle {
  readonly color: string;
  readonly halo: string;
  readonly radius: number;
}

/** Draws a dot a step: filled up to the playhead, hollow ahead. */
export function drawDots(
  ctx: CanvasRenderingContext2D,
  { xs, ys, steps }: PathGeometry,
  vertices: readonly number[],
  playhead: number,
  { color, halo, radius }: DotStyle,
): void {
  ctx.setLineDash([]);
  ctx.lineWidth = radius / 2.5;
  for (const i of vertices) {
    const isPast = steps[i] <= playhead;
    ctx.beginPath();
    ctx.arc(xs[i], ys[i], radius, 0, 2 * Math.PI);
    ctx.fillStyle = isPast ? color : halo;
    ctx.strokeStyle = isPast ? halo : color;
    ctx.fill();
    ctx.stroke();
  }
}

/** A step's number on the map. */
export interface StepNumber extends Box {
  readonly text: string;
}

/**
 * Places the numbers of steps beside their dots, those nearest to the playhead first, each across the path's direction
 * if it can.
 * @param ink what numbers had better not cover: paths
 * @param places each number's place in the frame before, by step; updated
 */
export function placeNumbers(
  { xs, ys, steps, count }: PathGeometry,
  vertices: readonly number[],
  playhead: number,
  radius: number,
  obstacles: readonly Box[],
  frame: Pick<Box, 'width' | 'height'>,
  measure: (text: string) => Pick<Box, 'width' | 'height'>,
  places: Map<number, number>,
  ink: Ink,
): StepNumber[] {
  const reach = radius + 1;
  const taken: Box[] = [
    ...obstacles,
    ...vertices.map((i) => ({ x: xs[i] - reach, y: ys[i] - reach, width: 2 * reach, height: 2 * reach })),
  ];
  const isNumbered = (step: number) =>
    step > 0 && (Math.abs(step - playhead) <= NEAREST || step % EVERY === 0);
  const chosen = vertices
    .filter((i) => isNumbered(steps[i]))
    .sort((a, b) => Math.abs(steps[a] - playhead) - Math.abs(steps[b] - playhead));
  const numbers: StepNumber[] = [];
  const kept = new Map<number, number>();
  for (const i of chosen) {
    const step = steps[i];
    const text = formatCount(step);
    const before = Math.max(0, i - 1);
    const after = Math.min(count - 1, i + 1);
    const across = placeAcross(xs[after] - xs[before], ys[after] - ys[before]);
    const order = [across, ...PLACES.filter((place) => place !== across)];
    const box = freePlaceBeside(xs[i], ys[i], measure(text), radius + GAP, taken, frame, {
      kept: places.get(step),
      order,
      ink,
    });
    if (!box) continue;
    kept.set(step, box.place);
    taken.push(box);
    numbers.push({ ...box, text });
  }
  places.clear();
  for (const [step, place] of kept) places.set(step, place);
  return numbers;
}

/** The place beside a point that lies across a direction: to the right of what goes up or down, above what goes across. */
function placeAcross(dx: number, dy: number): number {
  const [steep, flat] = [Math.abs(dy) > 2 * Math.abs(dx), Math.abs(dx) > 2 * Math.abs(dy)];
  if (steep) return RIGHT;
  if (flat) return ABOVE;
  return dx * dy > 0 ? UPPER_RIGHT : LOWER_RIGHT;
}

const [RIGHT, ABOVE, LOWER_RIGHT, UPPER_RIGHT] = [0, 3, 4, 6];

/** Writes the numbers of steps. */
export function drawNumbers(
  ctx: CanvasRenderingContext2D,
  numbers: readonly StepNumber[],
  { color, halo, font }: { readonly color: string; readonly halo: string; readonly font: string },
): void {
  ctx.font = font;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  ctx.strokeStyle = halo;
  ctx.fillStyle = color;
  ctx.lineWidth = 5;
  for (const { text, x, y, height } of numbers) ctx.strokeText(text, x, y + height / 2);
  for (const { text, x, y, height } of numbers) ctx.fillText(text, x, y + height / 2);
}

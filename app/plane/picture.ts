import type { PaintRequest } from '../../src/ground/protocol.ts';
import type { ProblemSelection } from '../../src/problems/createProblem.ts';
import type { Domain } from '../../src/problems/problem.ts';
import { drawGround, type GroundStyle } from './drawGround.ts';
import type { PaintedGround } from './groundClient.ts';
import type { PlacedLabel } from './isolineLabels.ts';

/** A part of the plane as it was drawn once: bands, isolines and their labels. */
export interface Picture {
  readonly ctx: CanvasRenderingContext2D;
  ground: PaintedGround;
  labels: readonly PlacedLabel[];
}

/** Draws all of a picture anew, on a canvas of its own that takes its size. */
export function paintPicture({ ctx, ground, labels }: Picture, style: GroundStyle): void {
  const { image, bandColors, levels, isolines, request } = ground;
  const { canvas } = ctx;
  if (canvas.width !== image.width || canvas.height !== image.height) {
    canvas.width = image.width;
    canvas.height = image.height;
  }
  drawGround(
    ctx,
    { image, bandColors, levels: levels.levels, isolines, labels: isolines ? labels : [] },
    style,
    request.pixelRatio,
  );
}

/** Whether both show the same function in the same colours, whatever the part of the plane. */
export function isAlike(a: PaintRequest, b: Pick<PaintRequest, 'problem' | 'ramp'>): boolean {
  return isSameProblem(a.problem, b.problem) && (a.ramp === b.ramp || a.ramp.join() === b.ramp.join());
}

function isSameProblem(a: ProblemSelection, b: ProblemSelection): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Whether all of a window lies in another. */
export function covers({ x, y }: Domain, inner: Domain): boolean {
  return x[0] <= inner.x[0] && x[1] >= inner.x[1] && y[0] <= inner.y[0] && y[1] >= inner.y[1];
}

export function isSameWindow(a: Domain, b: Domain): boolean {
  return a.x[0] === b.x[0] && a.x[1] === b.x[1] && a.y[0] === b.y[0] && a.y[1] === b.y[1];
}

/** Places of a picture's edges among pixels, from, to: beside them lie the strips that go on with its border's colours. */
interface Cut {
  /** Pixels of the picture. */
  readonly from: number;
  readonly length: number;
  /** Pixels of the canvas. */
  readonly at: number;
  readonly size: number;
}

/**
 * Where the part of a picture that lies in a window comes to stand, along one axis.
 * @param picture, window from the first to the last pixel; downward for y
 * @returns null where nothing of it is shown
 */
export function cutAlong(
  picture: readonly [number, number],
  pictureSize: number,
  window: readonly [number, number],
  windowSize: number,
): Cut | null {
  const span = picture[1] - picture[0];
  const shown = window[1] - window[0];
  // In parts of the picture, so that a picture a billion times as large needs no numbers as large.
  const first = Math.max(0, (window[0] - picture[0]) / span);
  const last = Math.min(1, (window[1] - picture[0]) / span);
  if (!(first < last)) return null;
  const at = ((picture[0] + first * span - window[0]) / shown) * windowSize;
  const end = ((picture[0] + last * span - window[0]) / shown) * windowSize;
  return { from: first * pictureSize, length: (last - first) * pictureSize, at, size: end - at };
}

/**
 * Lays a picture under a window, stretched and cut as needed.
 * @param beyond whether the colours of its border go on where it ends
 */
export function layPicture(
  ctx: CanvasRenderingContext2D,
  picture: Picture,
  window: Domain,
  beyond: boolean,
): void {
  const { canvas } = picture.ctx;
  const { width, height } = ctx.canvas;
  const shown = picture.ground.request.window;
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  if (isSameWindow(shown, window) && canvas.width === width && canvas.height === height) {
    ctx.drawImage(canvas, 0, 0);
    return;
  }
  const across = cutAlong(shown.x, canvas.width, window.x, width);
  const down = cutAlong(flipped(shown.y), canvas.height, flipped(window.y), height);
  if (!across || !down) {
    if (beyond) layBorder(ctx, picture, window);
    return;
  }
  ctx.imageSmoothingEnabled = true;
  const columns = beyond ? withMargins(across, canvas.width, width) : [across];
  const rows = beyond ? withMargins(down, canvas.height, height) : [down];
  for (const column of columns)
    for (const row of rows)
      ctx.drawImage(
        canvas,
        column.from,
        row.from,
        column.length,
        row.length,
        column.at,
        row.at,
        column.size,
        row.size,
      );
}

const flipped = ([from, to]: readonly [number, number]): readonly [number, number] => [-to, -from];

/** A picture that is nowhere in sight: the colour of its nearest pixel. */
function layBorder(
  ctx: CanvasRenderingContext2D,
  { ctx: { canvas }, ground }: Picture,
  window: Domain,
): void {
  const { x, y } = ground.request.window;
  const column = window.x[0] >= x[1] ? canvas.width - 1 : window.x[1] <= x[0] ? 0 : canvas.width >> 1;
  const row = window.y[1] <= y[0] ? canvas.height - 1 : window.y[0] >= y[1] ? 0 : canvas.height >> 1;
  ctx.drawImage(canvas, column, row, 1, 1, 0, 0, ctx.canvas.width, ctx.canvas.height);
}

/** The cut, and beside it the picture's first and last pixel stretched to the canvas's edges. */
function withMargins(cut: Cut, pictureSize: number, size: number): Cut[] {
  const cuts = [cut];
  if (cut.at > 0) cuts.push({ from: 0, length: 1, at: 0, size: cut.at });
  const end = cut.at + cut.size;
  if (end < size) cuts.push({ from: pictureSize - 1, length: 1, at: end, size: size - end });
  return cuts;
}

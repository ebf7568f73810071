import type { Problem } from '../../src/problems/problem.ts';
import { drawGround } from '../plane/drawGround.ts';
import type { FeasibleBand } from '../plane/feasibleBand.ts';
import type { PlaneStyle } from '../plane/planeStyle.ts';
import { placeIn } from '../plane/mapPlane.ts';
import { xToPixel, yToPixel, type Viewport } from '../plane/viewport.ts';
import type { PaintedPicture } from './pictureQueue.ts';

/** A point that is marked in a picture; CSS pixels from its top left. */
export interface PictureMark {
  readonly kind: 'minimizer' | 'saddle';
  readonly x: number;
  readonly y: number;
}

/** Half the side of a mark, and the widths of its halo and its line, in CSS pixels. */
const MARK = 3;
const HALO = 4;
const LINE = 1.5;
/** How much is covered of what is not feasible. */
const COVER = 0.62;

/** The minimizers of a problem; its saddles only where it has none, since a small picture has no room for both. */
export function pictureMarks(problem: Problem, viewport: Viewport): PictureMark[] {
  const { plane, minimizers, saddles } = problem;
  const kind = minimizers.length > 0 ? 'minimizer' : 'saddle';
  const points = kind === 'minimizer' ? minimizers.map(({ point }) => point) : saddles;
  return points.map((point) => {
    const [u, v] = placeIn(plane, point, 'end');
    return { kind, x: xToPixel(viewport, u), y: yToPixel(viewport, v) };
  });
}

/**
 * Draws a picture from the canvas's top left: bands and isolines as on the map, small marks above them.
 * @param feasible between its ends all is as usual, beyond them covered; null where there are none
 */
export function drawPicture(
  ctx: CanvasRenderingContext2D,
  { bands, isolines }: PaintedPicture,
  marks: readonly PictureMark[],
  feasible: FeasibleBand | null,
  style: PlaneStyle,
  pixelRatio: number,
): void {
  const { width, height, pixels, bandColors, levels } = bands;
  const image = new ImageData(new Uint8ClampedArray(pixels), width, height);
  drawGround(
    ctx,
    { image, bandColors, levels: levels.levels, isolines, labels: [] },
    style.ground,
    pixelRatio,
  );
  ctx.save();
  ctx.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  if (feasible) drawBand(ctx, feasible, width / pixelRatio, height / pixelRatio, style);
  ctx.lineCap = 'round';
  for (const [property, lineWidth] of [
    ['--halo', HALO],
    ['--ink', LINE],
  ] as const) {
    ctx.strokeStyle = style.color(property);
    ctx.lineWidth = lineWidth;
    ctx.beginPath();
    for (const mark of marks) traceMark(ctx, mark);
    ctx.stroke();
  }
  ctx.restore();
}

function drawBand(
  ctx: CanvasRenderingContext2D,
  { top, bottom }: FeasibleBand,
  width: number,
  height: number,
  style: PlaneStyle,
): void {
  ctx.fillStyle = style.color('--paper');
  ctx.globalAlpha = COVER;
  ctx.fillRect(0, 0, width, top);
  ctx.fillRect(0, bottom, width, height - bottom);
  ctx.globalAlpha = 1;
  ctx.fillStyle = style.color('--ink-2');
  for (const y of [top, bottom]) ctx.fillRect(0, y - 0.5, width, 1);
}

function traceMark(ctx: CanvasRenderingContext2D, { kind, x, y }: PictureMark): void {
  if (kind === 'minimizer') {
    ctx.moveTo(x - MARK, y - MARK);
    ctx.lineTo(x + MARK, y + MARK);
    ctx.moveTo(x - MARK, y + MARK);
    ctx.lineTo(x + MARK, y - MARK);
    return;
  }
  ctx.moveTo(x, y - MARK - 1);
  ctx.lineTo(x + MARK + 1, y);
  ctx.lineTo(x, y + MARK + 1);
  ctx.lineTo(x - MARK - 1, y);
  ctx.closePath();
}

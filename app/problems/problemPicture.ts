import type { Problem } from '../../src/problems/problem.ts';
import { drawGround } from '../plane/drawGround.ts';
import type { PlaneStyle } from '../plane/planeStyle.ts';
import { planeCoordinate, xToPixel, yToPixel, type Viewport } from '../plane/viewport.ts';
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

/** The minimizers of a problem; its saddles only where it has none, since a small picture has no room for both. */
export function pictureMarks(problem: Problem, viewport: Viewport): PictureMark[] {
  const { plane, minimizers, saddles } = problem;
  const kind = minimizers.length > 0 ? 'minimizer' : 'saddle';
  const points = kind === 'minimizer' ? minimizers.map(({ point }) => point) : saddles;
  return points.map((point) => ({
    kind,
    x: xToPixel(viewport, planeCoordinate(plane, plane.u, point)),
    y: yToPixel(viewport, planeCoordinate(plane, plane.v, point)),
  }));
}

/** Draws a picture from the canvas's top left: bands and isolines as on the map, small marks above them. */
export function drawPicture(
  ctx: CanvasRenderingContext2D,
  { bands, isolines }: PaintedPicture,
  marks: readonly PictureMark[],
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

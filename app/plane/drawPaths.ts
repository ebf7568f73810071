import type { PathGeometry } from './pathGeometry.ts';

/** How a path is stroked; lengths in CSS pixels. */
export interface Stroke {
  readonly color: string;
  readonly width: number;
  readonly dash: readonly number[];
}

/** A browser strokes many short lines much faster than a long one that crosses itself: vertices of one at most. */
const LONGEST = 256;

/**
 * Strokes the vertices `from` … `to` of a path, both included. Stretches drawn one after the other, each from the last
 * one's end, give one line: dashes go on where they were. A long line is drawn in pieces that overlap by a segment; its
 * colour is opaque, so that this does not show.
 */
export function strokeStretch(
  ctx: CanvasRenderingContext2D,
  { xs, ys, breaks, lengths }: PathGeometry,
  from: number,
  to: number,
  { color, width, dash }: Stroke,
): void {
  if (to <= from) return;
  ctx.strokeStyle = color;
  ctx.lineWidth = width;
  ctx.setLineDash(dash as number[]);
  let begun = from;
  const begin = (i: number) => {
    ctx.lineDashOffset = lengths[i];
    ctx.beginPath();
    ctx.moveTo(xs[i], ys[i]);
    begun = i;
  };
  begin(from);
  for (let i = from + 1; i <= to; i++) {
    if (breaks[i] === 1) {
      if (dash.length === 0) {
        ctx.moveTo(xs[i], ys[i]);
        continue;
      }
      // A canvas begins the dashes anew at each moveTo; what was left of one goes on behind the gap.
      ctx.stroke();
      begin(i);
      continue;
    }
    if (i - begun > LONGEST) {
      ctx.stroke();
      begin(breaks[i - 1] === 1 ? i - 1 : i - 2);
      if (begun === i - 2) ctx.lineTo(xs[i - 1], ys[i - 1]);
    }
    ctx.lineTo(xs[i], ys[i]);
  }
  ctx.stroke();
}

/** Empties a layer and sets it up for strokes in CSS pixels. */
export function clearLayer(ctx: CanvasRenderingContext2D, pixelRatio: number): void {
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, ctx.canvas.width, ctx.canvas.height);
  ctx.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  ctx.lineJoin = 'round';
  ctx.lineCap = 'butt';
}

/**
 * Shows or hides a layer. One with nothing on it is hidden: without a GPU a browser copies each canvas that it shows, in
 * each frame that changes anything on the page, also when this canvas has not changed.
 */
export function showLayer({ canvas }: CanvasRenderingContext2D, isShown: boolean): void {
  canvas.style.visibility = isShown ? '' : 'hidden';
}

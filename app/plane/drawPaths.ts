import type { PathGeometry } from './pathGeometry.ts';

/** How a path is stroked; lengths in CSS pixels. */
export interface Stroke {
  readonly color: string;
  readonly width: number;
  readonly dash: readonly number[];
}

/**
 * Strokes the vertices `from` … `to` of a path, both included. Stretches drawn one after the other, each from the last
 * one's end, give one line: dashes go on where they were.
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
  ctx.lineDashOffset = lengths[from];
  ctx.beginPath();
  ctx.moveTo(xs[from], ys[from]);
  for (let i = from + 1; i <= to; i++) {
    if (breaks[i] === 1) {
      if (dash.length > 0) {
        // A canvas begins the dashes anew at each moveTo; what was left of one goes on behind the gap.
        ctx.stroke();
        ctx.lineDashOffset = lengths[i];
        ctx.beginPath();
      }
      ctx.moveTo(xs[i], ys[i]);
    } else ctx.lineTo(xs[i], ys[i]);
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

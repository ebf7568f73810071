import type { Ellipse } from '../noise/spread.ts';
import type { Box } from './labelSolver.ts';
import type { PathGeometry } from './pathGeometry.ts';

/** A browser strokes many short lines much faster than a long one that crosses itself: vertices of one at most. */
const LONGEST = 256;
/** Paths are fainter the more there are: where they lie close the colour gathers. */
const MOST_ALPHA = 0.35;
const LEAST_ALPHA = 0.09;
const ALL_ALPHA = 4;
const DOT_ALPHA = 0.6;
const DOT_RADIUS = 2.5;
/** The mean’s dots: their size, and from one to the next. */
const MEAN_DOT = 3;
const MEAN_EVERY = 6.5;
const HALO = 1.75;
const ELLIPSE = 1.5;
const ELLIPSE_FILL = 0.1;
/** Half an axis shorter than this is no more than a dot. */
const SMALLEST = 0.75;
const TEXT_HALO = 3;
/** A name farther from its mean than this has a line to it. */
const LEADER_ABOVE = 20;
const LEADER = 1;

/** The colours of a cloud: that of its run, and that around what stands on the map. */
export interface CloudColors {
  readonly color: string;
  readonly halo: string;
}

/** One of so many paths, translucent. Its pieces meet in a vertex and do not overlap. */
export function strokeMember(
  ctx: CanvasRenderingContext2D,
  { xs, ys, breaks, count }: PathGeometry,
  color: string,
  of: number,
): void {
  ctx.globalAlpha = Math.min(MOST_ALPHA, Math.max(LEAST_ALPHA, ALL_ALPHA / of));
  ctx.strokeStyle = color;
  ctx.lineWidth = 1;
  ctx.setLineDash([]);
  for (let from = 0; from < count - 1; from += LONGEST) {
    const to = Math.min(count - 1, from + LONGEST);
    ctx.beginPath();
    ctx.moveTo(xs[from], ys[from]);
    for (let i = from + 1; i <= to; i++)
      if (breaks[i] === 1) ctx.moveTo(xs[i], ys[i]);
      else ctx.lineTo(xs[i], ys[i]);
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}

/** The mean of all paths: a line of round dots, each with its halo. No run’s dash is one. */
export function strokeMean(
  ctx: CanvasRenderingContext2D,
  { xs, ys, breaks, lengths, count }: PathGeometry,
  { color, halo }: CloudColors,
): void {
  ctx.lineCap = 'round';
  for (const [style, width] of [
    [halo, MEAN_DOT + 2 * HALO],
    [color, MEAN_DOT],
  ] as const) {
    ctx.strokeStyle = style;
    ctx.lineWidth = width;
    ctx.setLineDash([0, MEAN_EVERY]);
    for (let from = 0; from < count - 1; from += LONGEST) {
      const to = Math.min(count - 1, from + LONGEST);
      ctx.lineDashOffset = lengths[from];
      ctx.beginPath();
      ctx.moveTo(xs[from], ys[from]);
      for (let i = from + 1; i <= to; i++)
        if (breaks[i] === 1) ctx.moveTo(xs[i], ys[i]);
        else ctx.lineTo(xs[i], ys[i]);
      ctx.stroke();
    }
  }
  ctx.lineCap = 'butt';
  ctx.setLineDash([]);
}

/** Where each member stands. */
export function drawMembers(
  ctx: CanvasRenderingContext2D,
  xs: Float64Array,
  ys: Float64Array,
  color: string,
): void {
  ctx.globalAlpha = DOT_ALPHA;
  ctx.fillStyle = color;
  for (let k = 0; k < xs.length; k++) {
    ctx.beginPath();
    ctx.arc(xs[k], ys[k], DOT_RADIUS, 0, 2 * Math.PI);
    ctx.fill();
  }
  ctx.globalAlpha = 1;
}

/** An ellipse in pixels, its angle downwards, and its middle. */
export function drawEllipse(
  ctx: CanvasRenderingContext2D,
  { x, y, major, minor, angle }: Ellipse,
  { color, halo }: CloudColors,
): void {
  ctx.setLineDash([]);
  if (major > SMALLEST) {
    ctx.beginPath();
    ctx.ellipse(x, y, major, Math.max(SMALLEST, minor), angle, 0, 2 * Math.PI);
    ctx.fillStyle = color;
    ctx.globalAlpha = ELLIPSE_FILL;
    ctx.fill();
    ctx.globalAlpha = 1;
    ctx.strokeStyle = halo;
    ctx.lineWidth = ELLIPSE + 2 * HALO;
    ctx.stroke();
    ctx.strokeStyle = color;
    ctx.lineWidth = ELLIPSE;
    ctx.stroke();
  }
  ctx.beginPath();
  ctx.arc(x, y, MEAN_DOT, 0, 2 * Math.PI);
  ctx.strokeStyle = halo;
  ctx.lineWidth = 2 * HALO;
  ctx.stroke();
  ctx.fillStyle = color;
  ctx.fill();
}

/** What the mean is called, in a box of the height of its line, and a line to it from where it stands. */
export function drawMeanName(
  ctx: CanvasRenderingContext2D,
  text: string,
  mean: { readonly x: number; readonly y: number },
  { x, y, width, height }: Box,
  font: string,
  { color, halo }: CloudColors,
): void {
  const toX = Math.max(x, Math.min(x + width, mean.x));
  const toY = Math.max(y, Math.min(y + height, mean.y));
  if (Math.hypot(toX - mean.x, toY - mean.y) > LEADER_ABOVE) {
    ctx.beginPath();
    ctx.moveTo(mean.x, mean.y);
    ctx.lineTo(toX, toY);
    ctx.strokeStyle = halo;
    ctx.lineWidth = LEADER + 2 * HALO;
    ctx.stroke();
    ctx.strokeStyle = color;
    ctx.lineWidth = LEADER;
    ctx.stroke();
  }
  ctx.font = font;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  ctx.strokeStyle = halo;
  ctx.lineWidth = 2 * TEXT_HALO;
  ctx.lineJoin = 'round';
  ctx.strokeText(text, x, y + height / 2);
  ctx.fillStyle = color;
  ctx.fillText(text, x, y + height / 2);
}

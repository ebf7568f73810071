import type { DataModel } from '../../src/problems/problem.ts';
import { heightOf, toPixel, type Figure, type Layout } from './figure.ts';
import { levelLine, scoreInPixels, towardsPositive, type PixelScore, type Segment } from './lineGeometry.ts';

/** Colours and widths of the figure, read from the theme. */
export interface SamplesStyle {
  readonly negative: string;
  readonly positive: string;
  readonly ink: string;
  readonly halo: string;
  /** Half the size of a sample's mark. */
  readonly mark: number;
  readonly line: number;
  readonly focusLine: number;
}

/** A run's model as the figure draws it. */
export interface DrawnLine {
  readonly theta: ArrayLike<number>;
  readonly color: string;
  readonly dash: readonly number[];
  readonly isFocused: boolean;
  /** Another run is pointed at. */
  readonly isFaded: boolean;
}

const FADED = 0.34;
const MARK_WIDTH = 1.25;
/** The ring around a sample that was drawn, beside its mark. */
const RING = 3;
const RING_WIDTH = 1.75;
/** The arrow towards the positive class: its shaft, its head, and how far from the middle of the line it stands. */
const ARROW = { shaft: 18, head: 5, at: 0.72 };
const MARGIN_DASH = [2, 3];
/** Pixels between the points of a curve. */
const CURVE_STEP = 4;

/** Where a sample stands, in pixels. */
export function placeOf(
  figure: Figure,
  { x, y }: Layout,
  { inputs, targets }: DataModel,
  sample: number,
): readonly [number, number] {
  const up =
    figure.kind === 'plane'
      ? inputs[2 * sample + 1]
      : figure.kind === 'regression'
        ? targets[sample]
        : heightOf(figure, targets[sample], sample);
  return [toPixel(x, inputs[2 * sample]), toPixel(y, up)];
}

/** Draws samples as circles and crosses, or as dots where there are no classes. */
export function drawSamples(
  ctx: CanvasRenderingContext2D,
  figure: Figure,
  layout: Layout,
  data: DataModel,
  samples: ArrayLike<number>,
  style: SamplesStyle,
): void {
  ctx.lineWidth = MARK_WIDTH;
  for (const isPositive of [false, true]) {
    ctx.strokeStyle = isPositive || !data.classes ? style.positive : style.negative;
    ctx.beginPath();
    for (let k = 0; k < samples.length; k++) {
      if (data.classes && data.targets[samples[k]] > 0 !== isPositive) continue;
      if (!data.classes && isPositive) continue;
      traceMark(ctx, placeOf(figure, layout, data, samples[k]), isPositive, style.mark);
    }
    ctx.stroke();
  }
}

function traceMark(
  ctx: CanvasRenderingContext2D,
  [x, y]: readonly [number, number],
  isCross: boolean,
  size: number,
): void {
  if (isCross) {
    ctx.moveTo(x - size, y - size);
    ctx.lineTo(x + size, y + size);
    ctx.moveTo(x - size, y + size);
    ctx.lineTo(x + size, y - size);
  } else {
    ctx.moveTo(x + size, y);
    ctx.arc(x, y, size, 0, 2 * Math.PI);
  }
}

/** Rings the samples of a batch, and draws their marks again in ink. */
export function drawBatch(
  ctx: CanvasRenderingContext2D,
  figure: Figure,
  layout: Layout,
  data: DataModel,
  samples: ArrayLike<number>,
  style: SamplesStyle,
): void {
  for (const [color, width] of [
    [style.halo, RING_WIDTH + 2],
    [style.ink, RING_WIDTH],
  ] as const) {
    ctx.strokeStyle = color;
    ctx.lineWidth = width;
    ctx.beginPath();
    for (let k = 0; k < samples.length; k++) {
      const [x, y] = placeOf(figure, layout, data, samples[k]);
      ctx.moveTo(x + style.mark + RING, y);
      ctx.arc(x, y, style.mark + RING, 0, 2 * Math.PI);
    }
    ctx.stroke();
  }
  drawSamples(ctx, figure, layout, data, samples, { ...style, negative: style.ink, positive: style.ink });
}

/** Draws every run's line or curve, the focused one last, with its margins and the side of the positive class. */
export function drawLines(
  ctx: CanvasRenderingContext2D,
  figure: Figure,
  layout: Layout,
  lines: readonly DrawnLine[],
  style: SamplesStyle,
): void {
  const { box } = layout;
  ctx.save();
  ctx.beginPath();
  ctx.rect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  ctx.clip();
  for (const line of lines) if (!line.isFocused) drawLine(ctx, figure, layout, line, style);
  for (const line of lines) if (line.isFocused) drawLine(ctx, figure, layout, line, style);
  ctx.restore();
}

function drawLine(
  ctx: CanvasRenderingContext2D,
  figure: Figure,
  layout: Layout,
  line: DrawnLine,
  style: SamplesStyle,
): void {
  const trace = tracerOf(figure, layout, line.theta);
  if (!trace) return;
  const { isFocused, color } = line;
  ctx.globalAlpha = line.isFaded ? FADED : 1;
  if (isFocused) {
    ctx.setLineDash([]);
    ctx.strokeStyle = style.halo;
    ctx.lineWidth = style.focusLine + 3;
    ctx.beginPath();
    trace(ctx);
    ctx.stroke();
  }
  ctx.strokeStyle = color;
  ctx.lineWidth = isFocused ? style.focusLine : style.line;
  ctx.setLineDash(isFocused ? [] : [...line.dash]);
  ctx.beginPath();
  trace(ctx);
  ctx.stroke();
  ctx.setLineDash([]);
  if (isFocused && figure.kind !== 'regression') drawSides(ctx, figure, layout, line, style);
  ctx.globalAlpha = 1;
}

/** What traces a model: a straight line, or the curve of a probability; null where it has none. */
function tracerOf(
  figure: Figure,
  layout: Layout,
  theta: ArrayLike<number>,
): ((ctx: CanvasRenderingContext2D) => void) | null {
  if (figure.kind === 'threshold' && figure.isProbability)
    return (ctx) => traceProbability(ctx, layout, theta);
  const score =
    figure.kind === 'plane'
      ? planeScore(layout, theta)
      : // The height is what is predicted: w·x + b − y = 0.
        scoreInPixels(theta[0], -1, theta[1], layout.x, layout.y);
  const segment = levelLine(score, 0, layout.box);
  return segment && ((ctx) => traceSegment(ctx, segment));
}

function planeScore({ x, y }: Layout, theta: ArrayLike<number>): PixelScore {
  return scoreInPixels(theta[0], theta[1], 0, x, y);
}

function traceSegment(ctx: CanvasRenderingContext2D, [x1, y1, x2, y2]: Segment): void {
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
}

function traceProbability(
  ctx: CanvasRenderingContext2D,
  { box, x, y }: Layout,
  theta: ArrayLike<number>,
): void {
  for (let at = box.left; at <= box.right + CURVE_STEP; at += CURVE_STEP) {
    const score = theta[0] * ((at - x.offset) / x.scale) + theta[1];
    const height = toPixel(y, 1 / (1 + Math.exp(-score)));
    if (at === box.left) ctx.moveTo(at, height);
    else ctx.lineTo(at, height);
  }
}

/** Where the focused run's score is 0 and, for a hinge, ±1; and an arrow to where it is positive. */
function drawSides(
  ctx: CanvasRenderingContext2D,
  figure: Figure,
  layout: Layout,
  { theta, color }: DrawnLine,
  style: SamplesStyle,
): void {
  const isPlane = figure.kind === 'plane';
  const score = isPlane
    ? planeScore(layout, theta)
    : scoreInPixels(theta[0], 0, theta[1], layout.x, layout.y);
  ctx.strokeStyle = color;
  ctx.lineWidth = 1;
  if (figure.hasMargins)
    for (const level of [-1, 1]) {
      const margin = levelLine(score, level, layout.box);
      if (!margin) continue;
      ctx.beginPath();
      traceSegment(ctx, margin);
      ctx.stroke();
    }
  const line = levelLine(score, 0, layout.box);
  if (!line) return;
  if (!isPlane) {
    ctx.setLineDash(MARGIN_DASH);
    ctx.beginPath();
    traceSegment(ctx, line);
    ctx.stroke();
    ctx.setLineDash([]);
  }
  drawArrow(ctx, line, towardsPositive(score), color, style);
}

/** From the line to the side of the positive class. */
function drawArrow(
  ctx: CanvasRenderingContext2D,
  [x1, y1, x2, y2]: Segment,
  towards: readonly [number, number] | null,
  color: string,
  { halo }: SamplesStyle,
): void {
  if (!towards) return;
  const [dx, dy] = towards;
  // Nearer to the right or the upper end, always the same one.
  const part = x2 > x1 || (x2 === x1 && y2 < y1) ? ARROW.at : 1 - ARROW.at;
  const [x, y] = [x1 + part * (x2 - x1), y1 + part * (y2 - y1)];
  const [tipX, tipY] = [x + ARROW.shaft * dx, y + ARROW.shaft * dy];
  const [backX, backY] = [tipX - ARROW.head * dx, tipY - ARROW.head * dy];
  for (const [stroke, width] of [
    [halo, 5],
    [color, 2],
  ] as const) {
    ctx.strokeStyle = stroke;
    ctx.lineWidth = width;
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(tipX, tipY);
    ctx.moveTo(backX - ARROW.head * dy, backY + ARROW.head * dx);
    ctx.lineTo(tipX, tipY);
    ctx.lineTo(backX + ARROW.head * dy, backY - ARROW.head * dx);
    ctx.stroke();
  }
}

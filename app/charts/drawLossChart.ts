import { readingAt, type Trajectory } from '../engine/trajectories.ts';
import { clearLayer } from '../plane/drawPaths.ts';
import { traceMarker, type Slot } from '../plane/slots.ts';
import { lossCurve, lossToPixel, type LossAxis } from './lossCurve.ts';

/** A run as the chart draws it. */
export interface Curve {
  readonly trajectory: Trajectory;
  readonly slot: Slot;
  readonly focused: boolean;
}

/** The plot: CSS pixels, and the steps across it. */
export interface ChartFrame {
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
  readonly steps: number;
}

const AHEAD_OPACITY = 0.5;
const AHEAD_WIDTH = 1;
const WIDTH = 1.6;
const FOCUS_WIDTH = 2.5;
const MARKER = 4.5;

/** Draws all curves whole, in the style of what the playhead has passed or of what lies ahead; the focused one last. */
export function drawCurves(
  ctx: CanvasRenderingContext2D,
  curves: readonly Curve[],
  axis: LossAxis,
  { width, height, pixelRatio, steps }: ChartFrame,
  style: 'past' | 'future',
): void {
  const colors = getComputedStyle(document.documentElement);
  const isPast = style === 'past';
  clearLayer(ctx, pixelRatio);
  ctx.globalAlpha = isPast ? 1 : AHEAD_OPACITY;
  for (const { trajectory, slot, focused } of curves.toSorted(
    (a, b) => Number(a.focused) - Number(b.focused),
  )) {
    const points = lossCurve(trajectory, axis, steps, width, height);
    ctx.strokeStyle = colors.getPropertyValue(slot.color);
    ctx.lineWidth = isPast ? (focused ? FOCUS_WIDTH : WIDTH) : AHEAD_WIDTH;
    ctx.setLineDash(isPast && !focused ? (slot.dash as number[]) : []);
    ctx.beginPath();
    for (let k = 0; k < points.length; k += 2) ctx.lineTo(points[k], points[k + 1]);
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}

/** Draws each run's marker where the playhead crosses its curve. */
export function drawMarkers(
  ctx: CanvasRenderingContext2D,
  curves: readonly Curve[],
  axis: LossAxis,
  { width, height, pixelRatio, steps }: ChartFrame,
  playhead: number,
): void {
  const colors = getComputedStyle(document.documentElement);
  clearLayer(ctx, pixelRatio);
  ctx.setLineDash([]);
  const x = steps === 0 ? 0 : (playhead / steps) * width;
  for (const { trajectory, slot } of curves) {
    const reading = readingAt(trajectory, Math.floor(playhead));
    if (!reading || !Number.isFinite(reading.loss)) continue;
    const y = lossToPixel(axis, reading.loss, height);
    if (y < -1 || y > height + 1) continue;
    ctx.beginPath();
    traceMarker(ctx, slot.marker, x, y, MARKER);
    ctx.strokeStyle = colors.getPropertyValue(slot.hollow ? slot.color : '--paper');
    ctx.fillStyle = colors.getPropertyValue(slot.hollow ? '--paper' : slot.color);
    ctx.lineWidth = 1.5;
    ctx.stroke();
    ctx.fill();
  }
}

import { clearLayer } from '../plane/drawPaths.ts';
import { traceMarker, type Slot } from '../plane/slots.ts';
import type { CurveShape } from './curve.ts';
import type { Band } from './jitter.ts';

/** A run as the chart draws it. */
export interface DrawnCurve {
  readonly shape: CurveShape;
  /** The curves of each coordinate, thin, beside that of the whole. */
  readonly coordinates: readonly CurveShape[];
  readonly slot: Slot;
  readonly focused: boolean;
  /** Whether it is the one pointed at, beside it, or none is. */
  readonly standing: 'raised' | 'faded' | 'plain';
}

/** Lengths in CSS pixels and colours of the theme. */
export interface ChartStyle {
  readonly path: number;
  readonly marker: number;
  color(property: string): string;
}

/** What the playhead has passed, what lies ahead of it, and either while a hand moves, when it must be quick. */
export type CurveStyle = 'past' | 'ahead' | 'past, light' | 'ahead, light';

const AHEAD_OPACITY = 0.5;
const FADED_OPACITY = 0.34;
const FOCUS_FACTOR = 1.56;
const BAND_OPACITY = 0.22;
const EDGE_WIDTH = 0.75;
const EDGE_OPACITY = 0.7;
const COORDINATE_WIDTH = 1;
const COORDINATE_DASHES: readonly (readonly number[])[] = [[], [2, 2], [5, 2], [1, 3]];

/** Empties a layer and draws curves whole, one above the other, the focused one last. */
export function drawCurves(
  ctx: CanvasRenderingContext2D,
  curves: readonly DrawnCurve[],
  pixelRatio: number,
  style: ChartStyle,
  as: CurveStyle,
): void {
  clearLayer(ctx, pixelRatio);
  const isPast = as === 'past' || as === 'past, light';
  const isLight = as === 'past, light' || as === 'ahead, light';
  for (const { shape, coordinates, slot, focused, standing } of curves.toSorted(inOrder)) {
    const opacity = (isPast ? 1 : AHEAD_OPACITY) * (standing === 'faded' ? FADED_OPACITY : 1);
    const color = style.color(slot.color);
    ctx.strokeStyle = color;
    ctx.fillStyle = color;
    for (const band of shape.bands) drawBand(ctx, band, opacity);
    ctx.globalAlpha = opacity;
    const isFull = isPast && !isLight;
    ctx.lineWidth = isFull
      ? style.path * (focused ? FOCUS_FACTOR : 1) + (standing === 'raised' ? 1 : 0)
      : COORDINATE_WIDTH;
    ctx.setLineDash(isFull && !focused ? (slot.dash as number[]) : []);
    strokeLine(ctx, shape.line);
    coordinates.forEach((coordinate, i) => {
      for (const band of coordinate.bands) drawBand(ctx, band, opacity / 2);
      ctx.globalAlpha = opacity;
      ctx.lineWidth = COORDINATE_WIDTH;
      ctx.setLineDash(COORDINATE_DASHES[i % COORDINATE_DASHES.length] as number[]);
      strokeLine(ctx, coordinate.line);
    });
  }
  ctx.globalAlpha = 1;
}

function inOrder(a: DrawnCurve, b: DrawnCurve): number {
  const rank = ({ standing, focused }: DrawnCurve) => (standing === 'raised' ? 2 : 0) + Number(focused);
  return rank(a) - rank(b);
}

function strokeLine(ctx: CanvasRenderingContext2D, line: readonly number[]): void {
  let isGap = true;
  ctx.beginPath();
  for (let k = 0; k < line.length; k += 2) {
    if (Number.isNaN(line[k])) isGap = true;
    else if (isGap) {
      ctx.moveTo(line[k], line[k + 1]);
      // A point alone is seen too.
      ctx.lineTo(line[k], line[k + 1]);
      isGap = false;
    } else ctx.lineTo(line[k], line[k + 1]);
  }
  ctx.stroke();
}

/** A filled band between thin edges. */
function drawBand(ctx: CanvasRenderingContext2D, band: Band, opacity: number): void {
  ctx.setLineDash([]);
  ctx.lineWidth = EDGE_WIDTH;
  ctx.globalAlpha = opacity * BAND_OPACITY;
  ctx.beginPath();
  traceEdge(ctx, band, band.tops, 1);
  traceEdge(ctx, band, band.bottoms, -1);
  ctx.fill();
  ctx.globalAlpha = opacity * EDGE_OPACITY;
  for (const edge of [band.tops, band.bottoms]) {
    ctx.beginPath();
    traceEdge(ctx, band, edge, 1);
    ctx.stroke();
  }
}

/** From the left of a band’s first column to the right of its last, or back. */
function traceEdge(
  ctx: CanvasRenderingContext2D,
  { from, tops, bottoms }: Band,
  edge: Float64Array,
  direction: 1 | -1,
): void {
  const last = edge.length - 1;
  for (let k = 0; k <= last; k++) {
    const i = direction === 1 ? k : last - k;
    if (tops[i] > bottoms[i]) continue;
    const [left, right] = [i === 0 ? from : from + i + 0.5, i === last ? from + i + 1 : from + i + 0.5];
    ctx.lineTo(direction === 1 ? left : right, edge[i]);
    if (left !== right) ctx.lineTo(direction === 1 ? right : left, edge[i]);
  }
}

/** A run’s marker on its curve. */
export interface CurveMarker {
  readonly x: number;
  readonly y: number;
  readonly slot: Slot;
  readonly focused: boolean;
}

/** Empties a layer and draws markers, the focused run’s last. */
export function drawMarkers(
  ctx: CanvasRenderingContext2D,
  markers: readonly CurveMarker[],
  { width, height }: { width: number; height: number },
  pixelRatio: number,
  style: ChartStyle,
): void {
  clearLayer(ctx, pixelRatio);
  ctx.setLineDash([]);
  for (const { x, y, slot } of markers.toSorted((a, b) => Number(a.focused) - Number(b.focused))) {
    if (!(y >= -1 && y <= height + 1 && x >= -1 && x <= width + 1)) continue;
    ctx.beginPath();
    traceMarker(ctx, slot.marker, x, y, style.marker);
    ctx.strokeStyle = style.color(slot.hollow ? slot.color : '--paper');
    ctx.fillStyle = style.color(slot.hollow ? '--paper' : slot.color);
    ctx.lineWidth = 1.5;
    ctx.stroke();
    ctx.fill();
  }
}

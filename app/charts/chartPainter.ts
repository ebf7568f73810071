import type { ChartView } from '../../src/scene/scene.ts';
import { chartRecords, rowAt, type Trajectory } from '../engine/trajectories.ts';
import { slotOf } from '../plane/slots.ts';
import type { CloseUps } from './closeUp.ts';
import { curveShape, type PlotSize } from './curve.ts';
import { drawCurves, drawMarkers, type ChartStyle, type DrawnCurve } from './drawCurves.ts';
import { columnAt, lastRowTo, seriesOf, valueAt, type Series } from './series.ts';
import { visibleSpan, xToPixels, type Span } from './span.ts';
import { NO_AXIS, pixelsOf, valueAxis, type ValueAxis } from './valueAxis.ts';

/** A run that the chart shows. */
export interface ChartRun {
  readonly id: number;
  readonly trajectory: Trajectory;
  /** 1 … 12. */
  readonly slot: number;
  readonly focused: boolean;
}

/** All that a drawing of the chart depends on. */
export interface ChartScene {
  readonly runs: readonly ChartRun[];
  readonly view: ChartView;
  readonly steps: number;
  /** What the quantity is never below, where that is known. */
  readonly floor: number | null;
  readonly hovered: number | null;
  readonly size: PlotSize;
  readonly pixelRatio: number;
  readonly theme: string;
  /** Thin solid lines, for while a hand moves or runs still grow. */
  readonly light: boolean;
  readonly closeUps: Pick<CloseUps, 'of'>;
  /** Counts the close-ups that have come. */
  readonly arrivals: number;
}

/** The canvases, lowest first. One canvas holds what the playhead has passed, or, along evaluations, one a run does. */
export interface ChartLayers {
  readonly ahead: CanvasRenderingContext2D;
  readonly past: readonly CanvasRenderingContext2D[];
  readonly heads: CanvasRenderingContext2D;
}

/** What is on the canvases. */
export interface PaintedChart {
  readonly scene: ChartScene;
  /** What each trajectory had when it was drawn: it grows. */
  readonly had: readonly unknown[];
  /** The end of x: the steps, or the most evaluations of a run. */
  readonly total: number;
  readonly span: Span;
  readonly axis: ValueAxis;
  readonly series: readonly Series[];
  readonly curves: readonly Pick<DrawnCurve, 'shape' | 'coordinates'>[];
  /** Where the curves of the focused run’s coordinates end on the right, in pixels from the top. */
  readonly ends: readonly number[];
}

export const NOTHING_PAINTED: PaintedChart = {
  scene: {
    runs: [],
    view: { quantity: 'loss', scale: 'auto', against: 'steps', range: null },
    steps: 0,
    floor: null,
    hovered: null,
    size: { width: 0, height: 0 },
    pixelRatio: 1,
    theme: '',
    light: false,
    closeUps: { of: () => null },
    arrivals: 0,
  },
  had: [],
  total: 0,
  span: { from: 0, to: 0 },
  axis: NO_AXIS,
  series: [],
  curves: [],
  ends: [],
};

/**
 * Draws all curves anew.
 * @param before what is painted: its curves are used again where only their looks have changed
 */
export function paintChart(
  scene: ChartScene,
  layers: ChartLayers,
  style: ChartStyle,
  before: PaintedChart,
): PaintedChart {
  const { runs, pixelRatio, light, hovered } = scene;
  const painted = sameCurves(before, scene) ? { ...before, scene } : layOutChart(scene);
  const curves = runs.map(({ id, slot, focused }, i): DrawnCurve => {
    const standing = hovered === null ? 'plain' : hovered === id ? 'raised' : 'faded';
    return { ...painted.curves[i], slot: slotOf(slot), focused, standing };
  });
  const [past, ahead] = light ? (['past, light', 'ahead, light'] as const) : (['past', 'ahead'] as const);
  drawCurves(layers.ahead, curves, pixelRatio, style, ahead);
  layers.past.forEach((layer, i) =>
    drawCurves(layer, layers.past.length === 1 ? curves : curves.slice(i, i + 1), pixelRatio, style, past),
  );
  return painted;
}

/** Where everything of a chart is, without drawing it. */
export function layOutChart(scene: ChartScene): PaintedChart {
  const { runs, view, size, light } = scene;
  const total = view.against === 'steps' ? scene.steps : Math.max(0, ...runs.map(evaluationsInAll));
  const span = visibleSpan(view.range, total);
  const closeUps = runs.map(({ trajectory }) => scene.closeUps.of(trajectory, view.against, span));
  const series = runs.map(({ trajectory }, i) => seriesOf(trajectory, view, closeUps[i]));
  const coordinates = runs.map(({ trajectory, focused }, i) =>
    view.quantity === 'step' && focused
      ? Array.from({ length: trajectory.dimension }, (_, k) => seriesOf(trajectory, view, closeUps[i], k))
      : [],
  );
  const axis = valueAxis([...series, ...coordinates.flat()], scene.floor, view.scale, span);
  const toPixel = pixelsOf(axis, size.height);
  const shape = (one: Series) => curveShape(one, toPixel, span, size, !light);
  return {
    scene,
    had: runs.flatMap(holdings),
    total,
    span,
    axis,
    series,
    curves: series.map((one, i) => ({ shape: shape(one), coordinates: coordinates[i].map(shape) })),
    ends: coordinates.flat().map((one) => {
      const row = lastRowTo(one, span.to);
      return row < 0 ? Number.NaN : toPixel(columnAt(one.values, row));
    }),
  };
}

/** What each trajectory has: it grows. */
function holdings({ trajectory }: ChartRun): readonly unknown[] {
  return [trajectory, trajectory.rows, trajectory.outcome];
}

/** Whether the curves of this scene have the shapes of those that are painted. */
function sameCurves({ scene: before, had }: PaintedChart, scene: ChartScene): boolean {
  return (
    before.view === scene.view &&
    before.steps === scene.steps &&
    before.floor === scene.floor &&
    before.light === scene.light &&
    before.arrivals === scene.arrivals &&
    before.size.width === scene.size.width &&
    before.size.height === scene.size.height &&
    before.runs.length === scene.runs.length &&
    scene.runs.flatMap(holdings).every((value, i) => value === had[i]) &&
    (scene.view.quantity !== 'step' ||
      scene.runs.every(({ focused }, i) => focused === before.runs[i].focused))
  );
}

/** Whether a chart of this scene would look like the one that is painted. */
export function isPainted(painted: PaintedChart, scene: ChartScene): boolean {
  const { scene: before } = painted;
  return (
    sameCurves(painted, scene) &&
    before.hovered === scene.hovered &&
    before.theme === scene.theme &&
    before.pixelRatio === scene.pixelRatio &&
    scene.runs.every(({ id, slot, focused }, i) => {
      const other = before.runs[i];
      return id === other.id && slot === other.slot && focused === other.focused;
    })
  );
}

/** The end of a run’s evaluations; while it grows, where they are going. */
function evaluationsInAll({ trajectory }: ChartRun): number {
  const { rows, steps, outcome, task } = trajectory;
  if (rows === 0) return 0;
  const sofar = chartRecords(trajectory).evaluations[rows - 1];
  const last = steps[rows - 1];
  return outcome || last === 0 ? sofar : Math.round((sofar / last) * task.steps);
}

/** Where the playhead is on a run’s curve, in steps or evaluations. */
export function xOfPlayhead(
  { trajectory }: ChartRun,
  against: ChartView['against'],
  playhead: number,
): number {
  if (against === 'steps') return playhead;
  const { evaluations } = chartRecords(trajectory);
  const row = rowAt(trajectory, playhead);
  if (row < 0) return 0;
  const next = Math.min(row + 1, trajectory.rows - 1);
  const steps = trajectory.steps[next] - trajectory.steps[row];
  const part = steps === 0 ? 0 : (playhead - trajectory.steps[row]) / steps;
  return evaluations[row] + part * (evaluations[next] - evaluations[row]);
}

/** Draws each run’s marker where the playhead is on its curve. */
export function paintMarkers(
  { scene, axis, span }: PaintedChart,
  layers: ChartLayers,
  style: ChartStyle,
  playhead: number,
): void {
  const { runs, view, size, pixelRatio } = scene;
  const toPixel = pixelsOf(axis, size.height);
  const markers = runs.flatMap((run) => {
    const value = valueAt(run.trajectory, view.quantity, Math.floor(playhead));
    const x = xToPixels(span, xOfPlayhead(run, view.against, playhead), size.width);
    const { slot, focused } = run;
    return !Number.isFinite(value) ? [] : [{ x, y: toPixel(value), slot: slotOf(slot), focused }];
  });
  drawMarkers(layers.heads, markers, size, pixelRatio, style);
}

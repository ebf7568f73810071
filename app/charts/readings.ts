import type { Outcome } from '../../src/engine/trajectory.ts';
import type { PaintedChart } from './chartPainter.ts';
import { columnAt, lastRowTo } from './series.ts';
import { pixelsOf } from './valueAxis.ts';

/** What a run is at an x of the chart. */
export interface RunReading {
  readonly id: number;
  /** Null before the first row has come. */
  readonly value: number | null;
  /** The step of the value. */
  readonly step: number;
  /** What it has come to, where its curve ends before this x. */
  readonly ended: Outcome | null;
}

/** All visible runs at an x, the least value first, then those that are no number, then those that have ended. */
export function readRuns({ scene, series }: PaintedChart, x: number): RunReading[] {
  return scene.runs
    .map(({ id, trajectory }, i): RunReading => {
      const row = lastRowTo(series[i], x);
      if (row < 0) return { id, value: null, step: 0, ended: null };
      const isLast = row === series[i].rows - 1;
      return {
        id,
        value: columnAt(series[i].values, row),
        step: series[i].steps[row],
        ended: isLast && series[i].xs[row] < x ? trajectory.outcome : null,
      };
    })
    .toSorted((a, b) => rankOf(a) - rankOf(b) || (a.value ?? 0) - (b.value ?? 0));
}

function rankOf({ value, ended }: RunReading): number {
  return ended ? 2 : value === null || Number.isNaN(value) ? 1 : 0;
}

/** How far apart the places are at which there is something to read. */
export function gridOf({ scene, series }: PaintedChart): number {
  return scene.view.against === 'steps' ? Math.max(1, ...series.map(({ stride }) => stride)) : 1;
}

/** The place nearest to an x at which there is something to read. */
export function snapped(painted: PaintedChart, x: number): number {
  const grid = gridOf(painted);
  return Math.min(painted.total, Math.max(0, Math.round(x / grid) * grid));
}

/** The step of the focused run, or else the first one, at an x. */
export function stepAt({ scene: { view, runs }, series }: PaintedChart, x: number): number {
  if (view.against === 'steps') return Math.round(x);
  const i = Math.max(
    0,
    runs.findIndex(({ focused }) => focused),
  );
  const row = runs.length === 0 ? -1 : lastRowTo(series[i], x);
  return row < 0 ? 0 : series[i].steps[row];
}

/** The run whose curve is nearest to a height at an x, if it is at most so many pixels away. */
export function runNear(painted: PaintedChart, x: number, top: number, within: number): number | null {
  const toPixel = pixelsOf(painted.axis, painted.scene.size.height);
  let found: number | null = null;
  let least = within;
  for (const { id, value, ended } of readRuns(painted, x)) {
    if (value === null || ended) continue;
    const away = Math.abs(toPixel(value) - top);
    if (away <= least) {
      least = away;
      found = id;
    }
  }
  return found;
}

import { useEffect, useReducer, useRef, useState } from 'react';
import { createProblem } from '../../src/problems/createProblem.ts';
import { useFoundMinimizers } from '../engine/foundMinimizers.ts';
import { useApp, useAppState, useCalmState } from '../ui/AppContext.ts';
import {
  isPainted,
  NOTHING_PAINTED,
  paintChart,
  paintMarkers,
  xOfPlayhead,
  type ChartLayers,
  type ChartScene,
  type PaintedChart,
} from './chartPainter.ts';
import { readChartStyle } from './chartStyle.ts';
import { createCloseUps } from './closeUp.ts';
import type { Cursor } from './cursor.ts';
import type { ChartStyle } from './drawCurves.ts';
import { xToPixels } from './span.ts';
import { useCursorFrame } from './useCursorFrame.ts';

/** Milliseconds between two drawings of all curves while a hand moves, or runs grow; and of rest until the full style. */
const BUSY_INTERVAL = 120;
const REST_INTERVAL = 80;
/** Meanwhile drawings take no more than one part in so many of the time. */
const COST_PART = 8;

/** Called after each drawing, with where the focused run’s playhead is: in steps, or in evaluations. */
type OnFrame = (painted: PaintedChart, playhead: number) => void;

/**
 * Draws the chart. Curves are drawn once in two styles, and the playhead only moves the border between the two. While a
 * hand moves the paths on the map come first: curves follow a few times a second, thin and solid.
 */
export function useChartDrawing(
  { width, height, pixelRatio }: { width: number; height: number; pixelRatio: number },
  cursor: Cursor,
  onFrame: OnFrame,
) {
  const { session, playback } = useApp();
  const scene = useCalmState((state) => state.scene);
  const runIds = useAppState((state) => state.runIds);
  const theme = useAppState((state) => state.theme);
  const focus = useAppState((state) => state.focus);
  const hovered = useAppState((state) => state.hovered);
  const moving = useAppState((state) => state.moving);
  const view = useAppState((state) => state.chart);
  useFoundMinimizers();
  const ahead = useRef<HTMLCanvasElement>(null);
  const past = useRef<(HTMLCanvasElement | null)[]>([]);
  const heads = useRef<HTMLCanvasElement>(null);
  const painted = useRef<PaintedChart>(NOTHING_PAINTED);
  const style = useRef<ChartStyle | null>(null);
  const pace = useRef({ paintedAt: 0, cost: 0, timer: 0, isRested: false });
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  const [arrivals, arrive] = useReducer((count: number) => count + 1, 0);
  const [closeUps] = useState(() => createCloseUps(session, arrive));
  const [shown, setShown] = useState(NOTHING_PAINTED);

  // Along evaluations each run has a border of its own between what is past and what lies ahead.
  const pastCount = view.against === 'steps' ? 1 : scene.runs.filter(({ hidden }) => !hidden).length;

  const sceneNow = (): ChartScene => {
    const runs = session.displayed().flatMap((trajectory, i) => {
      const run = scene.runs[i];
      return run && !run.hidden ? [{ id: runIds[i], trajectory, slot: run.slot, focused: i === focus }] : [];
    });
    return {
      runs,
      view,
      steps: scene.steps,
      floor: view.quantity === 'loss' ? createProblem(scene.problem).minimum : 0,
      hovered: runs.some(({ id }) => id === hovered) ? hovered : null,
      size: { width, height },
      pixelRatio,
      theme,
      light: false,
      closeUps,
      arrivals,
    };
  };

  /** Draws the curves anew if they have changed, unless it is too early for that. */
  const paint = (layers: ChartLayers) => {
    const full = sceneNow();
    if (isPainted(painted.current, full)) return;
    const { current: state } = pace;
    const isBusy = moving || full.runs.some(({ trajectory }) => trajectory.outcome === null);
    const isHasty = isBusy && !state.isRested;
    state.isRested = false;
    const next = { ...full, light: isHasty };
    if (isPainted(painted.current, next)) return;
    const began = performance.now();
    const wait = state.paintedAt + Math.max(BUSY_INTERVAL, COST_PART * state.cost) - began;
    window.clearTimeout(state.timer);
    if (isHasty && wait > 0) {
      state.timer = window.setTimeout(drawAgain, wait);
      return;
    }
    style.current = readChartStyle(document.documentElement);
    painted.current = paintChart(next, layers, style.current, painted.current);
    state.paintedAt = performance.now();
    state.cost = state.paintedAt - began;
    setShown(painted.current);
    if (isHasty)
      state.timer = window.setTimeout(() => {
        state.isRested = true;
        drawAgain();
      }, REST_INTERVAL);
    else for (const { trajectory } of full.runs) closeUps.ask(trajectory, view.against, painted.current.span);
  };
  useEffect(() => {
    const { current: state } = pace;
    return () => window.clearTimeout(state.timer);
  }, []);

  useCursorFrame(cursor, () => {
    const layers = layersOf(ahead.current, past.current.slice(0, pastCount), heads.current);
    if (!layers || layers.past.length < pastCount || width === 0) return;
    paint(layers);
    const { span, scene: drawn } = painted.current;
    const { against } = drawn.view;
    const partOf = (x: number) => Math.min(1, Math.max(0, xToPixels(span, x, width) / width));
    const xs = drawn.runs.map((run) => xOfPlayhead(run, against, playback.playhead));
    const focused = drawn.runs.findIndex((run) => run.focused);
    const playhead = xs.at(Math.max(0, focused)) ?? playback.playhead;
    layers.past.forEach(({ canvas }, i) => {
      const part = partOf(pastCount === 1 ? playhead : (xs.at(i) ?? playhead));
      canvas.style.clipPath = `inset(0 ${(1 - part) * 100}% 0 0)`;
    });
    layers.ahead.canvas.style.clipPath =
      against === 'steps' ? `inset(0 0 0 ${partOf(playhead) * 100}%)` : 'none';
    if (style.current) paintMarkers(painted.current, layers, style.current, playback.playhead);
    onFrame(painted.current, playhead);
  });

  return { ahead, past, heads, pastCount, painted, shown };
}

function layersOf(
  ahead: HTMLCanvasElement | null,
  past: readonly (HTMLCanvasElement | null)[],
  heads: HTMLCanvasElement | null,
): ChartLayers | null {
  const context = (canvas: HTMLCanvasElement | null) => canvas?.getContext('2d') ?? null;
  const [below, above] = [context(ahead), context(heads)];
  return below && above
    ? { ahead: below, past: past.flatMap((canvas) => context(canvas) ?? []), heads: above }
    : null;
}

import { useMemo, useReducer, useRef, useState } from 'react';
import { ticks } from 'd3-array';
import { levelText } from '../../src/ground/levelText.ts';
import { appMessages as say } from '../../src/messages/app.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import { slotOf } from '../plane/slots.ts';
import { useElementSize } from '../plane/useElementSize.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { formatCount } from '../ui/formatNumber.ts';
import { useFrame } from '../ui/useFrame.ts';
import { drawCurves, drawMarkers, type Curve } from './drawLossChart.ts';
import { lossAxis, lossTicks, lossToPixel, type LossAxis } from './lossCurve.ts';

const NO_AXIS: LossAxis = { kind: 'linear', from: 0, to: 1, floor: 0 };
/** Milliseconds between two drawings of all curves while a hand moves. */
const MOVING_INTERVAL = 120;
/** Pixels that the last label of the axis keeps for itself. */
const LAST_LABEL = 70;

/**
 * The losses of all runs over the steps, on the scrubber's axis. Curves are drawn once in two styles, and the playhead
 * only moves the border between the two.
 */
export function LossChart() {
  const { session, store, playback } = useApp();
  const steps = useAppState(({ scene }) => scene.steps);
  const theme = useAppState((state) => state.theme);
  const focus = useAppState((state) => state.focus);
  const selection = useAppState(({ scene }) => scene.problem);
  const minimum = useMemo(() => createProblem(selection).minimum, [selection]);
  const plot = useRef<HTMLDivElement>(null);
  const past = useRef<HTMLCanvasElement>(null);
  const future = useRef<HTMLCanvasElement>(null);
  const heads = useRef<HTMLCanvasElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const axis = useRef(NO_AXIS);
  const drawn = useRef('');
  const drawnAt = useRef(0);
  const late = useRef(0);
  const [, drawLate] = useReducer((count: number) => count + 1, 0);
  const [shownAxis, setShownAxis] = useState(NO_AXIS);
  const { width, height, pixelRatio } = useElementSize(plot);

  useFrame(() => {
    const pastContext = past.current?.getContext('2d');
    const futureContext = future.current?.getContext('2d');
    const headContext = heads.current?.getContext('2d');
    if (!pastContext || !futureContext || !headContext || width === 0) return;
    const { scene } = store.getState();
    const curves: Curve[] = session
      .displayed()
      .flatMap((trajectory, i) =>
        scene.runs[i] && !scene.runs[i].hidden
          ? [{ trajectory, slot: slotOf(scene.runs[i].slot), focused: i === focus }]
          : [],
      );
    const frame = { width, height, pixelRatio, steps };
    const version = JSON.stringify([
      theme,
      minimum,
      frame,
      curves.map(({ trajectory, slot, focused }) => [trajectory.key, trajectory.rows, slot, focused]),
    ]);
    // The paths come first: while a hand moves, curves follow a few times a second.
    const isEarly = store.getState().moving && performance.now() - drawnAt.current < MOVING_INTERVAL;
    window.clearTimeout(late.current);
    if (version !== drawn.current && isEarly) late.current = window.setTimeout(drawLate, MOVING_INTERVAL);
    if (version !== drawn.current && !isEarly) {
      drawn.current = version;
      drawnAt.current = performance.now();
      axis.current = lossAxis(
        curves.map(({ trajectory }) => trajectory),
        minimum,
      );
      setShownAxis((before) =>
        JSON.stringify(before) === JSON.stringify(axis.current) ? before : axis.current,
      );
      drawCurves(pastContext, curves, axis.current, frame, 'past');
      drawCurves(futureContext, curves, axis.current, frame, 'future');
    }
    const part = steps === 0 ? 0 : playback.playhead / steps;
    if (past.current) past.current.style.clipPath = `inset(0 ${(1 - part) * 100}% 0 0)`;
    if (future.current) future.current.style.clipPath = `inset(0 0 0 ${part * 100}%)`;
    if (line.current) line.current.style.transform = `translateX(${part * width}px)`;
    drawMarkers(headContext, curves, axis.current, frame, playback.playhead);
  });

  const pixels = { width: Math.round(width * pixelRatio), height: Math.round(height * pixelRatio) };

  return (
    <section className="chart" aria-label={say.lossChartLabel}>
      <h2 className="visually-hidden">{say.lossChart}</h2>
      <div className="chart-plot" ref={plot}>
        <svg className="chart-rules" aria-hidden="true" width={width} height={height}>
          {lossTicks(shownAxis).map((value) => {
            const y = lossToPixel(shownAxis, value + shownAxis.floor, height);
            return (
              <g key={value}>
                <line x1={0} x2={width} y1={y} y2={y} />
                <text x={-10} y={y} dy="0.34em" textAnchor="end">
                  {levelText(Number(value.toPrecision(3)))}
                </text>
              </g>
            );
          })}
          <line className="chart-base" x1={0} x2={width} y1={height} y2={height} />
          {ticks(0, steps, 7)
            .filter((step) => Number.isInteger(step) && step < steps)
            .map((step) => {
              const x = (step / steps) * width;
              return (
                <g key={step}>
                  <line className="chart-base" x1={x} x2={x} y1={height} y2={height + 4} />
                  {x < width - LAST_LABEL && (
                    <text x={x} y={height + 17} textAnchor="middle">
                      {formatCount(step)}
                    </text>
                  )}
                </g>
              );
            })}
          <text x={width} y={height + 17} textAnchor="end">
            {say.steps(formatCount(steps))}
          </text>
        </svg>
        <canvas ref={future} aria-hidden="true" {...pixels} />
        <canvas ref={past} aria-hidden="true" {...pixels} />
        <canvas ref={heads} aria-hidden="true" {...pixels} />
        <div ref={line} className="chart-playhead" aria-hidden="true" />
      </div>
    </section>
  );
}

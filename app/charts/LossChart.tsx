import { useEffect, useMemo, useRef, useState } from 'react';
import { ticks } from 'd3-array';
import { levelText } from '../../src/ground/levelText.ts';
import { appMessages as say } from '../../src/messages/app.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import { readingAt, type Trajectory } from '../engine/trajectories.ts';
import { clearLayer } from '../plane/drawPaths.ts';
import { slotOf, traceMarker } from '../plane/slots.ts';
import { useElementSize } from '../plane/useElementSize.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { formatCount } from '../ui/formatNumber.ts';
import { useFrame } from '../ui/useFrame.ts';
import { lossAxis, lossCurve, lossTicks, lossToPixel, type LossAxis } from './lossCurve.ts';

const AHEAD_OPACITY = 0.5;
const MARKER = 4.5;
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
  const axis = useRef<LossAxis>({ kind: 'linear', from: 0, to: 1, floor: 0 });
  const drawn = useRef('');
  const [shownAxis, setShownAxis] = useState<LossAxis>(axis.current);
  const { width, height, pixelRatio } = useElementSize(plot);

  useEffect(() => {
    drawn.current = '';
  }, [theme, width, height, pixelRatio, focus, minimum]);

  useFrame(() => {
    const pastContext = past.current?.getContext('2d');
    const futureContext = future.current?.getContext('2d');
    const headContext = heads.current?.getContext('2d');
    if (!pastContext || !futureContext || !headContext || width === 0) return;
    const { scene } = store.getState();
    const trajectories = session.displayed();
    const visible = trajectories.filter((_, i) => !scene.runs[i]?.hidden);
    const version = trajectories.map(({ key, rows }, i) => `${key}${rows}${scene.runs[i]?.slot}`).join();
    if (version !== drawn.current) {
      drawn.current = version;
      axis.current = lossAxis(visible, minimum);
      setShownAxis((before) =>
        JSON.stringify(before) === JSON.stringify(axis.current) ? before : axis.current,
      );
      drawCurves(pastContext, trajectories, 1);
      drawCurves(futureContext, trajectories, AHEAD_OPACITY);
    }
    const part = steps === 0 ? 0 : playback.playhead / steps;
    if (past.current) past.current.style.clipPath = `inset(0 ${(1 - part) * 100}% 0 0)`;
    if (future.current) future.current.style.clipPath = `inset(0 0 0 ${part * 100}%)`;
    if (line.current) line.current.style.transform = `translateX(${part * width}px)`;
    drawMarkers(headContext, trajectories, part * width);
  });

  function drawCurves(ctx: CanvasRenderingContext2D, trajectories: readonly Trajectory[], opacity: number) {
    const { scene } = store.getState();
    const style = getComputedStyle(document.documentElement);
    clearLayer(ctx, pixelRatio);
    ctx.globalAlpha = opacity;
    const order = trajectories.map((_, i) => i).sort((a, b) => Number(a === focus) - Number(b === focus));
    for (const i of order) {
      if (scene.runs[i]?.hidden) continue;
      const slot = slotOf(scene.runs[i].slot);
      const points = lossCurve(trajectories[i], axis.current, steps, width, height);
      ctx.strokeStyle = style.getPropertyValue(slot.color);
      ctx.lineWidth = opacity === 1 ? (i === focus ? 2.5 : 1.6) : 1;
      ctx.setLineDash(opacity === 1 && i !== focus ? (slot.dash as number[]) : []);
      ctx.beginPath();
      for (let k = 0; k < points.length; k += 2) ctx.lineTo(points[k], points[k + 1]);
      ctx.stroke();
    }
    ctx.globalAlpha = 1;
  }

  function drawMarkers(ctx: CanvasRenderingContext2D, trajectories: readonly Trajectory[], x: number) {
    const { scene } = store.getState();
    const style = getComputedStyle(document.documentElement);
    clearLayer(ctx, pixelRatio);
    const step = Math.floor(playback.playhead);
    trajectories.forEach((trajectory, i) => {
      const reading = readingAt(trajectory, step);
      if (!reading || scene.runs[i]?.hidden || !Number.isFinite(reading.loss)) return;
      const y = lossToPixel(axis.current, reading.loss, height);
      if (y < -1 || y > height + 1) return;
      const { marker, color, hollow } = slotOf(scene.runs[i].slot);
      ctx.beginPath();
      traceMarker(ctx, marker, x, y, MARKER);
      ctx.strokeStyle = style.getPropertyValue(hollow ? color : '--paper');
      ctx.fillStyle = style.getPropertyValue(hollow ? '--paper' : color);
      ctx.lineWidth = 1.5;
      ctx.stroke();
      ctx.fill();
    });
  }

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
        {([future, past, heads] as const).map((layer, i) => (
          <canvas
            key={i}
            ref={layer}
            aria-hidden="true"
            width={Math.round(width * pixelRatio)}
            height={Math.round(height * pixelRatio)}
          />
        ))}
        <div ref={line} className="chart-playhead" aria-hidden="true" />
      </div>
    </section>
  );
}

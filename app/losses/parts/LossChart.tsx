import { useId, useRef, type ReactNode } from 'react';
import { tickIncrement, ticks } from 'd3-array';
import { useElementSize } from '../../plane/useElementSize.ts';
import { formatSetting } from '../../ui/formatNumber.ts';
import { linearScale, type LinearScale } from './linearScale.ts';

/** One axis of a chart. */
export interface ChartAxis {
  /** The numbers at its ends. */
  readonly domain: readonly [number, number];
  /** Written in italic, at the right end of x and above y: a symbol or a few words. */
  readonly name?: string;
  /** Where its ticks are; round numbers, as many as fit, where it is not given. None where the list is empty. */
  readonly ticks?: readonly number[];
  /** No tick is below this number. */
  readonly least?: number;
  readonly format?: (value: number) => string;
  /** Whether a hairline goes across the figure at each tick; it does on the y-axis where nothing is said. */
  readonly rules?: boolean;
}

/** What is drawn on a chart needs to know of it; lengths in CSS pixels from the upper left corner of the plot. */
export interface ChartFrame {
  readonly x: LinearScale;
  readonly y: LinearScale;
  readonly width: number;
  readonly height: number;
  /** For `clipPath`: what lies outside the plot is not drawn. */
  readonly clip: string;
}

export interface LossChartProps {
  /** Names the figure for those who hear it. */
  readonly label: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  /** Of the figure; its height is set in the style sheet, and is 240 px where nothing is said there. */
  readonly className?: string;
  /** The marks: SVG, drawn in order. Called once the size is known. */
  readonly children: (frame: ChartFrame) => ReactNode;
  /** HTML above the drawing, placed in its pixels. */
  readonly overlay?: (frame: ChartFrame) => ReactNode;
}

/** Pixels from one tick to the next, at least. */
const ACROSS = 110;
const UP = 48;
/** Length of a tick, and from the axis to the middle of its number in heights of letters. */
const TICK = 5;

/**
 * A figure with axes: ticks outside, hairlines at the numbers of the y-axis, the names of the axes in italic. Its box is
 * the plot itself; ticks and numbers lie in the margin around it (`--chart-left` and so on, in losses.css). It takes the
 * width that it is given, and is drawn again when that changes.
 */
export function LossChart({ label, x, y, className = '', children, overlay }: LossChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useElementSize(box);
  const clip = useId();
  const frame: ChartFrame = {
    x: linearScale(x.domain, [0, width]),
    y: linearScale(y.domain, [height, 0]),
    width,
    height,
    clip: `url(#${clip})`,
  };
  const isMeasured = width > 0 && height > 0;
  return (
    <div ref={box} className={`loss-chart ${className}`} role="group" aria-label={label}>
      {isMeasured && (
        <>
          <svg width={width} height={height}>
            <clipPath id={clip}>
              <rect width={width} height={height} />
            </clipPath>
            <ChartAxes frame={frame} x={x} y={y} />
            {children(frame)}
          </svg>
          {overlay?.(frame)}
        </>
      )}
    </div>
  );
}

function ChartAxes({ frame, x, y }: { frame: ChartFrame; x: ChartAxis; y: ChartAxis }) {
  const { width, height } = frame;
  const across = ticksOn(x, width / ACROSS);
  const up = ticksOn(y, height / UP);
  const { format: formatX = formatSetting, rules: rulesX = false } = x;
  const { format: formatY = formatSetting, rules: rulesY = true } = y;
  return (
    <g className="loss-axes" aria-hidden="true">
      {up.map((value) => {
        const at = frame.y(value);
        return (
          <g key={`y${value}`}>
            {rulesY && <line className="loss-rule" x1={0} x2={width} y1={at} y2={at} />}
            <text x={-10} y={at} dy="0.34em" textAnchor="end">
              {formatY(value)}
            </text>
          </g>
        );
      })}
      <line className="loss-base" x1={0} x2={width} y1={height} y2={height} />
      {across.map((value) => {
        const at = frame.x(value);
        return (
          <g key={`x${value}`}>
            {rulesX && <line className="loss-rule" x1={at} x2={at} y1={0} y2={height} />}
            <line className="loss-base" x1={at} x2={at} y1={height} y2={height + TICK} />
            <text x={at} y={height + TICK} dy="1.15em" textAnchor="middle">
              {formatX(value)}
            </text>
          </g>
        );
      })}
      {x.name && (
        <text className="loss-axis-name" x={width} y={height - 7} textAnchor="end">
          {x.name}
        </text>
      )}
      {y.name && (
        <text className="loss-axis-name" x={0} y={-8}>
          {y.name}
        </text>
      )}
    </g>
  );
}

function ticksOn({ ticks: given, domain, least = domain[0] }: ChartAxis, count: number): readonly number[] {
  return given ?? ticksOf(domain, count).filter((value) => value >= least);
}

/** Round numbers within a domain, about `count` of them and never fewer than two where there are two. */
export function ticksOf([from, to]: readonly [number, number], count: number): readonly number[] {
  const wanted = Math.max(2, Math.round(count));
  if (!Number.isFinite(tickIncrement(from, to, wanted))) return [];
  return ticks(from, to, wanted);
}

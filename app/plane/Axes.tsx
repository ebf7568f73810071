import { memo } from 'react';
import { ticks } from 'd3-array';
import { mapMessages as say } from '../../src/messages/map.ts';
import { formatCount } from '../ui/formatNumber.ts';
import { tickLabels } from './tickLabels.ts';
import { axisStep, axisTicks, TICK_SPACING, xToPixel, yToPixel, type Viewport } from './viewport.ts';

const TICK = 5;
/** Pixels that the name of an axis needs at its end, and a letter of what is said beside it, at the usual size. */
const NAME = 22;
const LETTER = 7.5;
/** Below the upper edge, beside the name of the axis. */
const NAME_HEIGHT = 26;

/**
 * Ticks outside the frame, their numbers, and the axes' names. Where numbers would be too long, what they have in common
 * is said once, beside the name.
 * @param unit the size of text against the usual one
 * @param steps of a run, where time runs to the right; null elsewhere
 */
export const Axes = memo(function Axes({
  viewport,
  unit,
  x: nameX,
  y: nameY,
  steps,
}: {
  viewport: Viewport;
  unit: number;
  x: string;
  y: string;
  steps: number | null;
}) {
  const { width, height, window } = viewport;
  const across = steps === null ? axisOf(window.x, viewport) : timeAxis(viewport, steps);
  const up = axisOf(window.y, viewport);
  const nameWidth = across.offset === '' ? NAME : NAME + LETTER * unit * (across.offset.length + 6);
  return (
    <svg className="axes" aria-hidden="true" width={width} height={height}>
      {across.ticks.map(({ value, label }) => {
        const at = xToPixel(viewport, value);
        return (
          <g key={`x${value}`}>
            <line x1={at} x2={at} y1={height} y2={height + TICK} />
            {at < width - nameWidth && (
              <text x={at} y={height + TICK + 15} textAnchor="middle">
                {label}
              </text>
            )}
          </g>
        );
      })}
      {up.ticks.map(({ value, label }) => {
        const at = yToPixel(viewport, value);
        return (
          <g key={`y${value}`}>
            <line x1={-TICK} x2={0} y1={at} y2={at} />
            {at > NAME_HEIGHT && (
              <text x={-TICK - 5} y={at} dy="0.34em" textAnchor="end">
                {label}
              </text>
            )}
          </g>
        );
      })}
      <text className="axis-name" x={width} y={height + TICK + 15} textAnchor="end">
        {nameX}
        <tspan className="axis-offset">{across.offset}</tspan>
      </text>
      {up.offset === '' ? (
        <text className="axis-name" x={-TICK - 5} y={10} textAnchor="end">
          {nameY}
        </text>
      ) : (
        // Longer than the margin is wide: above the frame.
        <text className="axis-name" x={0} y={-TICK}>
          {nameY}
          <tspan className="axis-offset">{up.offset}</tspan>
        </text>
      )}
    </svg>
  );
});

/** The ticks of an axis with their numbers, and what is said beside its name, if anything. */
function axisOf(interval: readonly [number, number], viewport: Viewport) {
  const values = axisTicks(interval, viewport);
  const { labels, offset } = tickLabels(values, axisStep(interval, viewport));
  return {
    ticks: values.map((value, i) => ({ value, label: labels[i] })),
    offset: offset ? say.axisOffset(offset.base, offset.power) : '',
  };
}

/** Ticks at whole steps of a run, as coordinates of a plane of time. */
function timeAxis({ window: { x }, width }: Viewport, steps: number) {
  const [first, last] = [Math.max(0, x[0] * steps), Math.min(steps, x[1] * steps)];
  const shown = Math.max(1, width / TICK_SPACING);
  const whole = ticks(first, last, shown).filter(Number.isInteger);
  return {
    ticks: whole.map((step) => ({ value: step / Math.max(1, steps), label: formatCount(step) })),
    offset: '',
  };
}

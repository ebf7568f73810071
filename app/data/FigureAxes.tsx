import { memo } from 'react';
import { ticks } from 'd3-array';
import { formatCoordinate } from '../ui/formatNumber.ts';
import { toPixel, type Figure, type Layout } from './figure.ts';
import type { Box } from './lineGeometry.ts';

const TICK = 5;
/** Pixels between ticks, in heights of their numbers. */
const SPACING = { x: 5, y: 3 };
const TOP = 6;

/** Where samples are drawn: beside it is room for numbers and the name of the feature. @param text height of a number */
export function insetsOf(width: number, height: number, text: number): Box {
  return { left: 2.5 * text, top: TOP, right: width - 0.75 * text, bottom: height - TICK - 2.6 * text };
}

interface FigureAxesProps {
  readonly figure: Figure;
  readonly layout: Layout;
  readonly text: number;
  readonly width: number;
  readonly height: number;
}

/** The frame of the figure, ticks with their numbers, the feature's name, and lines at 0 and at the threshold. */
export const FigureAxes = memo(function FigureAxes({ figure, layout, text, width, height }: FigureAxesProps) {
  const { box, x, y } = layout;
  const [across, up] = [box.right - box.left, box.bottom - box.top];
  const isThreshold = figure.kind === 'threshold';
  const rules = isThreshold ? (figure.isProbability ? [0, 0.5, 1] : [-1, 0, 1]) : [];
  const upwards = isThreshold ? rules : ticks(...figure.y.range, up / (SPACING.y * text));
  const hasOrigin = figure.kind === 'plane';
  return (
    <svg className="data-axes" aria-hidden="true" width={width} height={height}>
      {hasOrigin && (
        <g className="data-origin">
          <line x1={toPixel(x, 0)} x2={toPixel(x, 0)} y1={box.top} y2={box.bottom} />
          <line x1={box.left} x2={box.right} y1={toPixel(y, 0)} y2={toPixel(y, 0)} />
        </g>
      )}
      {rules.map((value, i) => (
        <line
          key={value}
          className={i === 1 ? 'data-middle' : 'data-rule'}
          x1={box.left}
          x2={box.right}
          y1={toPixel(y, value)}
          y2={toPixel(y, value)}
        />
      ))}
      <rect className="data-frame" x={box.left} y={box.top} width={across} height={up} />
      {ticks(...figure.x.range, across / (SPACING.x * text)).map((value) => (
        <g key={value}>
          <line x1={toPixel(x, value)} x2={toPixel(x, value)} y1={box.bottom} y2={box.bottom + TICK} />
          <text x={toPixel(x, value)} y={box.bottom + TICK + 0.95 * text} textAnchor="middle">
            {formatCoordinate(value)}
          </text>
        </g>
      ))}
      {upwards.map((value) => (
        <g key={value}>
          <line x1={box.left - TICK} x2={box.left} y1={toPixel(y, value)} y2={toPixel(y, value)} />
          <text x={box.left - TICK - 3} y={toPixel(y, value)} dy="0.34em" textAnchor="end">
            {formatCoordinate(value)}
          </text>
        </g>
      ))}
      <text className="data-x" x={box.right} y={box.bottom + TICK + 2.25 * text} textAnchor="end">
        {figure.x.name}
      </text>
    </svg>
  );
});

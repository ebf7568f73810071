import { memo } from 'react';
import { formatSetting } from '../ui/formatNumber.ts';
import { axisTicks, xToPixel, yToPixel, type Viewport } from './viewport.ts';

const TICK = 5;

/** Ticks outside the frame, their numbers, and the axes' names. */
export const Axes = memo(function Axes({
  viewport,
  x: nameX,
  y: nameY,
}: {
  viewport: Viewport;
  x: string;
  y: string;
}) {
  const { width, height, window } = viewport;
  return (
    <svg className="axes" aria-hidden="true" width={width} height={height}>
      {axisTicks(window.x, viewport).map((x) => {
        const at = xToPixel(viewport, x);
        return (
          <g key={`x${x}`}>
            <line x1={at} x2={at} y1={height} y2={height + TICK} />
            {at < width - 22 && (
              <text x={at} y={height + TICK + 15} textAnchor="middle">
                {formatSetting(x)}
              </text>
            )}
          </g>
        );
      })}
      {axisTicks(window.y, viewport).map((y) => {
        const at = yToPixel(viewport, y);
        return (
          <g key={`y${y}`}>
            <line x1={-TICK} x2={0} y1={at} y2={at} />
            {at > 26 && (
              <text x={-TICK - 5} y={at} dy="0.34em" textAnchor="end">
                {formatSetting(y)}
              </text>
            )}
          </g>
        );
      })}
      <text className="axis-name" x={width} y={height + TICK + 15} textAnchor="end">
        {nameX}
      </text>
      <text className="axis-name" x={-TICK - 5} y={10} textAnchor="end">
        {nameY}
      </text>
    </svg>
  );
});

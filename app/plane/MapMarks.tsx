import { memo } from 'react';
import type { Furniture } from './furniture.ts';

/** Minimizers, saddles and the start's name, under the heads. */
export const MapMarks = memo(function MapMarks({
  furniture: { marks, startBox, startText },
  width,
  height,
}: {
  furniture: Furniture;
  width: number;
  height: number;
}) {
  return (
    <svg className="marks" aria-hidden="true" width={width} height={height}>
      {marks.map(({ kind, x, y, text, box }, i) => (
        <g key={i}>
          <g transform={`translate(${x} ${y})`}>
            <path
              className={`mark mark-${kind}`}
              d={kind === 'minimizer' ? 'M-7-7 7 7M-7 7 7-7' : 'M0-8 8 0 0 8-8 0Z'}
            />
          </g>
          {text && box && (
            <text x={box.x + 3} y={box.y + box.height / 2} dy="0.34em">
              {text}
            </text>
          )}
        </g>
      ))}
      <text x={startBox.x + 3} y={startBox.y + startBox.height / 2} dy="0.34em">
        {startText}
      </text>
    </svg>
  );
});

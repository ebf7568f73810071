import { memo } from 'react';
import { keyTicks } from '../../src/ground/key.ts';
import { appMessages as say } from '../../src/messages/app.ts';
import { formatMeasure } from '../ui/formatNumber.ts';
import type { PaintedGround } from './groundClient.ts';
import type { Box } from './labelSolver.ts';
import type { Viewport } from './viewport.ts';

const BAR = { width: 190, height: 8 };
const BOX = { width: 262, height: 38 };
const INSET = 10;
/** A map narrower than this has no room for a key. */
const NARROWEST = 560;

/** Where the key stands; null where there is no room for it. */
export function keyBox({ width, height }: Viewport): Box | null {
  if (width < NARROWEST) return null;
  return { ...BOX, x: width - BOX.width - INSET, y: height - BOX.height - INSET };
}

/** What the bands' colours mean, in a corner of the map. */
export const MapKey = memo(function MapKey({
  ground,
  viewport,
  name: f,
}: {
  ground: PaintedGround;
  viewport: Viewport;
  name: string;
}) {
  const box = keyBox(viewport);
  const { levels, bandColors } = ground;
  const { ticks, stops } = keyTicks(levels, bandColors);
  if (!box || stops.length === 0) return null;
  const name = levels.labels === 'f' ? say.key(f) : say.keyAboveFloor(f, formatMeasure(levels.floor));
  const bar = { x: BOX.width - BAR.width - 8, y: 6 };
  return (
    <svg
      className="map-key"
      aria-hidden="true"
      width={BOX.width}
      height={BOX.height}
      style={{ transform: `translate(${box.x}px, ${box.y}px)` }}
    >
      <defs>
        <linearGradient id="map-key-ramp">
          {stops.map(({ at, color }) => (
            <stop key={at} offset={at} stopColor={color} />
          ))}
        </linearGradient>
      </defs>
      <text x={bar.x - 8} y={bar.y + BAR.height} textAnchor="end">
        {name}
      </text>
      <rect className="map-key-bar" {...bar} {...BAR} fill="url(#map-key-ramp)" />
      {ticks.map(({ at, text }) => (
        <g key={text}>
          <line
            x1={bar.x + at * BAR.width}
            x2={bar.x + at * BAR.width}
            y1={bar.y + BAR.height}
            y2={bar.y + BAR.height + 4}
          />
          <text x={bar.x + at * BAR.width} y={bar.y + BAR.height + 18} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
    </svg>
  );
});

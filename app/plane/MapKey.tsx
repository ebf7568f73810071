import { memo } from 'react';
import { keyTicks } from '../../src/ground/key.ts';
import { mapMessages as say } from '../../src/messages/map.ts';
import { formatMeasure } from '../ui/formatNumber.ts';
import type { PaintedGround } from './groundClient.ts';
import type { Box } from './labelSolver.ts';
import type { Viewport } from './viewport.ts';

/** In pixels, for text of the usual size. */
const BAR = { width: 190, height: 8 };
const BOX = { width: 262, height: 38 };
const INSET = 10;
/** About what a letter is wide. */
const LETTER = 6.5;
/** A map narrower than this has no room for a key. */
const NARROWEST = 560;

/**
 * Where the key stands; null where there is no room for it.
 * @param unit the size of text, as a factor of the usual one
 */
export function keyBox({ width, height }: Viewport, unit: number): Box | null {
  if (width < NARROWEST * unit) return null;
  const box = { width: BOX.width * unit, height: BOX.height * unit };
  return { ...box, x: width - box.width - INSET, y: height - box.height - INSET };
}

/** What the bands' colours mean, in a corner of the map. */
export const MapKey = memo(function MapKey({
  ground,
  viewport,
  unit,
  name: f,
}: {
  ground: PaintedGround;
  viewport: Viewport;
  unit: number;
  name: string;
}) {
  const box = keyBox(viewport, unit);
  const { levels, bandColors } = ground;
  const { ticks, stops } = keyTicks(levels, bandColors);
  if (!box || stops.length === 0) return null;
  const name = levels.labels === 'f' ? f : say.keyAboveFloor(f, formatMeasure(levels.floor));
  const size = { width: BAR.width * unit, height: BAR.height * unit };
  const bar = { x: box.width - size.width - 8 * unit, y: 6 * unit };
  const atTick = (at: number) => bar.x + at * size.width;
  const isInFrame = (at: number, text: string) =>
    atTick(at) + (LETTER * unit * text.length) / 2 <= box.width + INSET;
  return (
    <svg
      className="map-key"
      aria-hidden="true"
      width={box.width}
      height={box.height}
      style={{ transform: `translate(${box.x}px, ${box.y}px)` }}
    >
      <defs>
        <linearGradient id="map-key-ramp">
          {stops.map(({ at, color }) => (
            <stop key={at} offset={at} stopColor={color} />
          ))}
        </linearGradient>
      </defs>
      <text x={bar.x - 8} y={bar.y + size.height} textAnchor="end">
        {name}
      </text>
      <rect className="map-key-bar" {...bar} {...size} fill="url(#map-key-ramp)" />
      {ticks.map(({ at, text }) => (
        <g key={text}>
          <line x1={atTick(at)} x2={atTick(at)} y1={bar.y + size.height} y2={bar.y + size.height + 4} />
          {isInFrame(at, text) && (
            <text x={atTick(at)} y={bar.y + size.height + 18 * unit} textAnchor="middle">
              {text}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
});

import { slotOf, traceMarker } from '../plane/slots.ts';

const WIDTH = 34;
const HEIGHT = 16;

/** A run's line with its dash and marker, as on the map; crossed out where the map does not show it. */
export function Swatch({ slot, crossed = false }: { slot: number; crossed?: boolean }) {
  const { color, marker, hollow, dash } = slotOf(slot);
  const stroke = `var(${color})`;
  return (
    <svg className="swatch" aria-hidden="true" width={WIDTH} height={HEIGHT}>
      <line
        x1="0"
        x2={WIDTH}
        y1={HEIGHT / 2}
        y2={HEIGHT / 2}
        stroke={stroke}
        strokeWidth="2"
        strokeDasharray={dash.join(' ')}
      />
      <path
        d={markerPath(marker)}
        fill={hollow ? 'var(--paper)' : stroke}
        stroke={hollow ? stroke : 'var(--paper)'}
        strokeWidth={hollow ? 1.75 : 1.5}
      />
      {crossed && <line x1="9" x2="25" y1="15" y2="1" stroke="var(--ink)" strokeWidth="1.5" />}
    </svg>
  );
}

/** A marker as SVG path data, in the middle of the swatch. */
function markerPath(marker: ReturnType<typeof slotOf>['marker']): string {
  const parts: string[] = [];
  const number = (x: number) => x.toFixed(2);
  traceMarker(
    {
      moveTo: (x, y) => parts.push(`M${number(x)} ${number(y)}`),
      lineTo: (x, y) => parts.push(`L${number(x)} ${number(y)}`),
      closePath: () => parts.push('Z'),
      arc: (x, y, r) =>
        parts.push(
          `A${number(r)} ${number(r)} 0 1 1 ${number(x - r)} ${number(y)}A${number(r)} ${number(r)} 0 1 1 ${number(x + r)} ${number(y)}`,
        ),
    },
    marker,
    WIDTH / 2,
    HEIGHT / 2,
    5.5,
  );
  return parts.join('');
}

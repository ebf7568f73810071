import { slotOf, traceMarker, type Marker } from '../../plane/slots.ts';

/** The marker of a slot at a point of a chart, in its colour, with a halo of paper. */
export function ChartMarker({
  slot,
  x,
  y,
  size = 5.5,
}: {
  slot: number;
  x: number;
  y: number;
  size?: number;
}) {
  const { color, marker, hollow } = slotOf(slot);
  return (
    <path
      className="loss-marker"
      d={markerPath(marker, size)}
      style={{ transform: `translate(${x}px, ${y}px) scale(var(--mark, 1))` }}
      fill={hollow ? 'var(--paper)' : `var(${color})`}
      stroke={hollow ? `var(${color})` : 'var(--paper)'}
      strokeWidth={1.5}
      aria-hidden="true"
    />
  );
}

/** A marker around (0, 0) as SVG path data. */
function markerPath(marker: Marker, size: number): string {
  const parts: string[] = [];
  const number = (value: number) => value.toFixed(2);
  const pen = {
    moveTo: (px: number, py: number) => parts.push(`M${number(px)} ${number(py)}`),
    lineTo: (px: number, py: number) => parts.push(`L${number(px)} ${number(py)}`),
    closePath: () => parts.push('Z'),
    arc: (cx: number, cy: number, r: number) =>
      parts.push(
        `A${number(r)} ${number(r)} 0 1 1 ${number(cx - r)} ${number(cy)}A${number(r)} ${number(r)} 0 1 1 ${number(cx + r)} ${number(cy)}`,
      ),
  };
  traceMarker(pen, marker, 0, 0, size);
  return parts.join('');
}

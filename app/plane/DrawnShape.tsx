import type { LaidShape } from './shapeLayout.ts';

/** Half of the cross at a stationary point, and the dots at corners and trials. */
const CROSS = 'M-5 0H5M0-5V5';
const DOT = 2.5;

/** One shape of the equations on the map, dotted: where a step can lead, a model, the trials of a search. */
export function DrawnShape({ shape, lit }: { readonly shape: LaidShape; readonly lit: boolean }) {
  return (
    <g className="map-shape" data-shape={shape.kind} data-lit={lit || undefined}>
      <Outline shape={shape} />
    </g>
  );
}

function Outline({ shape }: { readonly shape: LaidShape }) {
  switch (shape.kind) {
    case 'ellipse': {
      const { at, rx, ry, degrees, isModel } = shape;
      return (
        <g transform={`translate(${at.x} ${at.y})`}>
          <ellipse rx={rx} ry={ry} transform={`rotate(${degrees})`} />
          {isModel && <path d={CROSS} />}
        </g>
      );
    }
    case 'box': {
      const { from, to, corners } = shape;
      const dots = corners ? [from, to, { x: from.x, y: to.y }, { x: to.x, y: from.y }] : [];
      return (
        <>
          <rect x={from.x} y={from.y} width={to.x - from.x} height={to.y - from.y} />
          {dots.map(({ x, y }) => (
            <circle key={`${x} ${y}`} cx={x} cy={y} r={DOT} />
          ))}
        </>
      );
    }
    case 'lines':
      return (
        <>
          {shape.lines.map(([a, b], i) => (
            <line key={i} x1={a.x} y1={a.y} x2={b.x} y2={b.y} />
          ))}
          <path d={CROSS} transform={`translate(${shape.at.x} ${shape.at.y})`} />
        </>
      );
    case 'trials': {
      const { ray, dots } = shape;
      return (
        <>
          <line x1={ray[0].x} y1={ray[0].y} x2={ray[1].x} y2={ray[1].y} />
          {dots.map(({ x, y }, i) => (
            <circle key={i} cx={x} cy={y} r={DOT} />
          ))}
        </>
      );
    }
  }
}

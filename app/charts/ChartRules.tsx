import { levelText } from '../../src/ground/levelText.ts';
import { formatCount } from '../ui/formatNumber.ts';
import { spanTicks, xToPixels, type Span } from './span.ts';
import { pixelsOf, valueTicks, type ValueAxis } from './valueAxis.ts';

/** In heights of a tick’s letters: from one number to the next, below the axis, and the room a count needs. */
const LINE = 1.75;
const BELOW = 1.3;
const COUNT_WIDTH = 6.2;
const LETTER = 0.52;

export interface ChartRulesProps {
  readonly axis: ValueAxis;
  readonly span: Span;
  readonly width: number;
  readonly height: number;
  /** Pixels of the letters of ticks. */
  readonly em: number;
  /** Pixels at the right below the axis that belong to what x is called. */
  readonly reserved: number;
  readonly coordinates: readonly { readonly name: string; readonly y: number }[];
}

/** Rules, ticks and numbers of the chart, behind its curves; and the names of coordinates at their curves’ ends. */
export function ChartRules({ axis, span, width, height, em, reserved, coordinates }: ChartRulesProps) {
  const toPixel = pixelsOf(axis, height);
  const halfOf = (text: string) => (text.length * LETTER * em) / 2;
  const labels = Math.max(2, Math.min(4, Math.floor(height / (LINE * em))));
  return (
    <svg className="chart-rules" aria-hidden="true" width={width} height={height}>
      {valueTicks(axis, labels).map(({ value, isLabelled }) => {
        const y = toPixel(value + axis.floor);
        return (
          <g key={value}>
            <line x1={0} x2={width} y1={y} y2={y} />
            {isLabelled && (
              <text x={-10} y={y} dy="0.34em" textAnchor="end">
                {levelText(value)}
              </text>
            )}
          </g>
        );
      })}
      <line className="chart-base" x1={0} x2={width} y1={height} y2={height} />
      {spanTicks(span, width, COUNT_WIDTH * em).map((value) => {
        const x = xToPixels(span, value, width);
        const text = formatCount(value);
        return (
          <g key={value}>
            <line className="chart-base" x1={x} x2={x} y1={height} y2={height + 4} />
            {x + halfOf(text) < width - reserved && (
              // At the left edge a number begins there, so that it keeps clear of the other axis.
              <text x={Math.max(x, halfOf(text) - LETTER * em)} y={height + BELOW * em} textAnchor="middle">
                {text}
              </text>
            )}
          </g>
        );
      })}
      {apart(coordinates, em).map(({ name, y }) => (
        <text key={name} className="chart-coordinate" x={width + 5} y={y} dy="0.34em">
          {name}
        </text>
      ))}
    </svg>
  );
}

/** Names one above the other where their curves end close together. */
function apart(names: ChartRulesProps['coordinates'], em: number): { name: string; y: number }[] {
  let last = Number.NEGATIVE_INFINITY;
  return names
    .filter(({ y }) => Number.isFinite(y))
    .toSorted((a, b) => a.y - b.y)
    .map(({ name, y }) => {
      last = Math.max(y, last + em);
      return { name, y: last };
    });
}

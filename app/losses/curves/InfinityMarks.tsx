import type { CurveId } from '../../../src/losses/curves/formulas.ts';
import { AXES } from '../../../src/losses/curves/axes.ts';
import { lossCurvesMessages as say } from '../../../src/messages/lossCurves.ts';
import { slotOf } from '../../plane/slots.ts';
import { formatSetting } from '../../ui/formatNumber.ts';
import { ChartMarker } from '../parts/ChartMarker.tsx';
import type { ChartFrame } from '../parts/LossChart.tsx';
import { bodyEm } from '../parts/bodyEm.ts';
import type { Box } from './labelPlaces.ts';
import type { Curves } from './useCurves.ts';

export interface InfinityMarksProps {
  readonly frame: ChartFrame;
  readonly curves: Curves;
  readonly of: 'value' | 'slope';
  /** The loss that is pointed at. */
  readonly lit: CurveId | null;
}

/** All in heights of letters: the arrowhead and half its width, */
const HEAD = 0.7;
const HALF = 0.42;
/** from it to the first marker, and from one to the next, */
const FIRST = 0.7;
const NEXT = 1;
/** the words, and how far beside the edge they begin: clear of curves that leave the figure there. */
const WORDS = 5.4;
const BESIDE = { value: 2.6, slope: 1.5 };

/** What the words may take of the upper edge, wherever the prediction is: room for the names of curves is elsewhere. */
export function infinityBoxes({ x, width }: ChartFrame, shown: Curves['shown'], em: number): Box[] {
  return x.domain.flatMap((end) => {
    if (!shown.some(({ curve }) => curve.valueAt(end) === Number.POSITIVE_INFINITY)) return [];
    const wide = (BESIDE.value + WORDS) * em;
    const left = x(end) < width / 2 ? 0 : width - wide;
    return [{ left, right: left + wide, top: 0, bottom: (HEAD + FIRST + 0.7) * em }];
  });
}

/** Losses that are infinite at the prediction: at the edge an arrowhead, the marker of each, and ∞ beside them. */
export function InfinityMarks({ frame, curves, of, lit }: InfinityMarksProps) {
  const { axis, shown, focus, prediction } = curves;
  const marks = shown
    .map(({ curve, slot }) => ({
      id: curve.id,
      name: curve.name,
      slot,
      at: of === 'value' ? curve.valueAt(prediction) : curve.slopeAt(prediction),
    }))
    .filter(({ at }) => Math.abs(at) === Number.POSITIVE_INFINITY);
  if (marks.length === 0) return null;
  const em = bodyEm();
  const x = frame.x(prediction);
  const side = x < frame.width / 2 ? 1 : -1;
  const where = say.where(AXES[axis].symbol, formatSetting(prediction));
  return [1, -1].map((sign) => {
    const those = marks.filter(({ at }) => Math.sign(at) === sign);
    if (those.length === 0) return null;
    const edge = sign > 0 ? 0 : frame.height;
    const { slot } = those.find(({ id }) => id === focus?.curve.id) ?? those[0];
    const place = (i: number) => edge + sign * (HEAD + FIRST + NEXT * i) * em;
    const words = sign > 0 ? '∞' : '−∞';
    return (
      <g key={sign}>
        <path
          className="curve-infinite"
          style={{ fill: `var(${slotOf(slot).color})` }}
          d={`M${x} ${edge}l${-HALF * em} ${sign * HEAD * em}h${2 * HALF * em}Z`}
        />
        {those.map(({ id, name, slot: own }, i) => {
          const y = place(i);
          return (
            <g
              key={id}
              className="curve"
              data-faded={(lit !== null && lit !== id) || undefined}
              role="img"
              aria-label={say.infiniteMark[of](name, sign > 0, where)}
            >
              <ChartMarker slot={own} x={x} y={y} size={id === focus?.curve.id ? 7 : 5} />
            </g>
          );
        })}
        <text
          className="loss-label"
          x={x + side * BESIDE[of] * em}
          y={place(0)}
          dy="0.34em"
          textAnchor={side > 0 ? 'start' : 'end'}
          aria-hidden="true"
        >
          {/* Beside steep slopes there is room for the sign alone. */}
          {of === 'value' ? `${words} ${where}` : words}
        </text>
      </g>
    );
  });
}

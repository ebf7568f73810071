import type { Kink } from '../../../src/losses/loss.ts';
import { lossCurvesMessages as say } from '../../../src/messages/lossCurves.ts';
import { slotOf } from '../../plane/slots.ts';
import { formatSetting } from '../../ui/formatNumber.ts';
import { bodyEm } from '../parts/bodyEm.ts';
import type { ChartFrame } from '../parts/LossChart.tsx';
import type { DrawnCurve } from './useCurves.ts';

/** So far the lines of the fan go to each side, in pixels, and at most this part of the figure's width. */
const REACH = 150;
const LARGEST_PART = 0.22;
/** From the corner to the words, and from them to the axis: in heights of their letters, aside in pixels. */
const WITHIN = 2.9;
const BELOW = 2.3;
const ABOVE_BASE = 0.75;
const BESIDE = 16;
/** Lines between its edges. */
const LINES = 6;

/**
 * The subdifferential at a corner: every line through it whose slope is one of its subgradients lies below the loss. All of
 * them are a fan; the one that the engine takes is drawn full.
 */
export function KinkFan({ frame, drawn, kink }: { frame: ChartFrame; drawn: DrawnCurve; kink: Kink }) {
  const { curve, slot } = drawn;
  const [x, y] = [frame.x(kink.at), frame.y(curve.valueAt(kink.at))];
  const reach = Math.min(REACH, LARGEST_PART * frame.width);
  const unitX = frame.x(1) - frame.x(0);
  const unitY = frame.y(1) - frame.y(0);
  /** The end of the line of a slope, to the right; the one to the left lies opposite. */
  const endOf = (slope: number): readonly [number, number] => {
    const [dx, dy] = [unitX, slope * unitY];
    const length = Math.hypot(dx, dy);
    return [(reach * dx) / length, (reach * dy) / length];
  };
  const [from, to] = [endOf(kink.from), endOf(kink.to)];
  const wedge = (sign: number) =>
    `M0 0L${sign * from[0]} ${sign * from[1]}A${reach} ${reach} 0 0 0 ${sign * to[0]} ${sign * to[1]}Z`;
  const between = Array.from(
    { length: LINES - 1 },
    (_, i) => kink.from + ((kink.to - kink.from) * (i + 1)) / LINES,
  );
  const line = (slope: number, className: string) => {
    const [dx, dy] = endOf(slope);
    return <line key={`${className} ${slope}`} className={className} x1={-dx} y1={-dy} x2={dx} y2={dy} />;
  };
  const taken = curve.slopeAt(kink.at);
  return (
    <g className="kink-fan" style={{ color: `var(${slotOf(slot).color})` }} clipPath={frame.clip}>
      <g transform={`translate(${x} ${y})`}>
        <path className="kink-wedge" d={wedge(1) + wedge(-1)} />
        {between.map((slope) => line(slope, 'kink-between'))}
        {[kink.from, kink.to].map((slope) => line(slope, 'kink-edge'))}
        {line(taken, 'kink-taken')}
      </g>
    </g>
  );
}

/** What is said of a fan on the figure is so wide, in heights of its letters. */
export const FAN_WORDS = 10.7;

/** What the fan is, in words on the figure: below its flat side, or within its corner. */
export function KinkWords({ frame, drawn, kink }: { frame: ChartFrame; drawn: DrawnCurve; kink: Kink }) {
  const { x, y, anchor } = kinkWordsPlace(frame, drawn.curve.valueAt(kink.at), kink, bodyEm());
  return (
    <text className="loss-label" x={x} y={y} dy="0.34em" textAnchor={anchor} aria-hidden="true">
      {say.fanOnFigure(formatSetting(kink.from), formatSetting(kink.to))}
    </text>
  );
}

/**
 * Where the words of a fan are written, in pixels of the frame.
 * @param em pixels of their letters
 */
export function kinkWordsPlace(frame: ChartFrame, value: number, { at, from, to }: Kink, em: number) {
  const [x, y] = [frame.x(at), frame.y(value)];
  if (from < 0 && to > 0) {
    const half = (FAN_WORDS * em) / 2;
    const within = Math.min(Math.max(x, half), frame.width - half);
    return { x: within, y: y - WITHIN * em, anchor: 'middle' } as const;
  }
  const below = Math.min(y + BELOW * em, frame.height - ABOVE_BASE * em);
  return from < 0
    ? ({ x: Math.max(x - BESIDE, FAN_WORDS * em), y: below, anchor: 'end' } as const)
    : ({ x: Math.min(x + BESIDE, frame.width - FAN_WORDS * em), y: below, anchor: 'start' } as const);
}

/** What is said of a corner beside the figure. */
export function kinkSentence({ from, to }: Kink, taken: number): string {
  return say.fan(formatSetting(from), formatSetting(to), formatSetting(taken));
}

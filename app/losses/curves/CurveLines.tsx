import { useMemo } from 'react';
import type { Curve } from '../../../src/losses/curves/curve.ts';
import { exitsOf, sampled, type Exit } from '../../../src/losses/curves/sample.ts';
import { slotOf } from '../../plane/slots.ts';
import { ChartMarker } from '../parts/ChartMarker.tsx';
import { linePath } from '../parts/linePath.ts';
import type { ChartFrame } from '../parts/LossChart.tsx';
import type { DrawnCurve } from './useCurves.ts';

/** So many points a curve has, at least. */
const POINTS = 240;

export interface CurveLinesProps {
  readonly frame: ChartFrame;
  readonly drawn: DrawnCurve;
  readonly of: 'value' | 'slope';
  readonly prediction: number;
  readonly isFocused: boolean;
  /** Another curve is pointed at. */
  readonly isFaded: boolean;
  readonly onPoint: (isPointedAt: boolean) => void;
  readonly onChoose: () => void;
}

/** The pieces of a curve or of its slope over the whole axis. */
export function piecesOf(curve: Curve, of: 'value' | 'slope', domain: readonly [number, number]) {
  const jump = curve.jump === null ? [] : [curve.jump];
  return of === 'value'
    ? sampled(curve.valueAt, domain, jump, POINTS)
    : sampled(curve.slopeAt, domain, [...jump, ...curve.kinks.map(({ at }) => at)], POINTS);
}

/** One loss on a figure: its line in colour and dash, and arrowheads where it leaves. */
export function CurveLines({ frame, drawn, of, isFocused, isFaded, ...on }: CurveLinesProps) {
  const { curve, slot } = drawn;
  const { color, dash } = slotOf(slot);
  const { domain } = frame.x;
  const pieces = useMemo(() => piecesOf(curve, of, domain), [curve, of, domain]);
  const { width, height } = frame;
  const [low, high] = frame.y.domain;
  const { path, exits } = useMemo(
    () => ({
      path: pieces.map((piece) => linePath(frame, piece)).join(''),
      exits: pieces.flatMap((piece) => exitsOf(piece, [low, high])),
    }),
    // The frame is another one each time: its size and what it shows say all of it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [pieces, width, height, low, high],
  );
  const jumps = of === 'value' ? [] : curve.kinks;
  return (
    <g
      className="curve"
      data-faded={isFaded || undefined}
      data-focused={isFocused || undefined}
      style={{ color: `var(${color})` }}
    >
      {jumps.map((kink) => (
        <line
          key={kink.at}
          className="curve-jump"
          x1={frame.x(kink.at)}
          x2={frame.x(kink.at)}
          y1={frame.y(kink.from)}
          y2={frame.y(kink.to)}
        />
      ))}
      <g clipPath={frame.clip}>
        <path className="curve-line" d={path} strokeDasharray={dash.join(' ')} />
        <path
          className="curve-touch"
          d={path}
          onPointerEnter={() => on.onPoint(true)}
          onPointerLeave={() => on.onPoint(false)}
          onClick={on.onChoose}
        />
      </g>
      {exits.map((exit) => (
        <ExitArrow key={`${exit.x} ${exit.y}`} frame={frame} exit={exit} />
      ))}
    </g>
  );
}

/** What lies above all lines: the two sides of a jump, and the marker of the loss at the prediction. */
export function CurveMarks({
  frame,
  drawn,
  of,
  prediction,
  isFocused,
  isFaded,
}: Omit<CurveLinesProps, 'onPoint' | 'onChoose'>) {
  const { curve, slot } = drawn;
  const at = of === 'value' ? curve.valueAt(prediction) : curve.slopeAt(prediction);
  const [low, high] = frame.y.domain;
  return (
    <g className="curve" data-faded={isFaded || undefined} style={{ color: `var(${slotOf(slot).color})` }}>
      {curve.jump !== null && <JumpDots frame={frame} drawn={drawn} at={curve.jump} of={of} />}
      {at >= low && at <= high && (
        <ChartMarker slot={slot} x={frame.x(prediction)} y={frame.y(at)} size={isFocused ? 7 : 5} />
      )}
    </g>
  );
}

/** An arrowhead on the edge through which a curve leaves, in its direction. */
function ExitArrow({ frame, exit: { x, y, towards } }: { frame: ChartFrame; exit: Exit }) {
  const dx = towards[0] * (frame.x(1) - frame.x(0));
  const dy = towards[1] * (frame.y(1) - frame.y(0));
  const angle = (Math.atan2(dy, dx) * 180) / Math.PI;
  return (
    <path
      className="curve-exit"
      d="M-7-4.5 2 0-7 4.5-5 0Z"
      transform={`translate(${frame.x(x)} ${frame.y(y)}) rotate(${angle})`}
    />
  );
}

/** At a jump: which of the two values the loss has there, and which it has not; its slope has neither. */
function JumpDots({
  frame,
  drawn: { curve },
  at,
  of,
}: {
  frame: ChartFrame;
  drawn: DrawnCurve;
  at: number;
  of: string;
}) {
  const x = frame.x(at);
  if (of === 'slope') return <circle className="curve-open" cx={x} cy={frame.y(0)} r="4" />;
  const has = curve.valueAt(at);
  const sides = [curve.valueAt(at - 1e-9), curve.valueAt(at + 1e-9)];
  return sides.map((value) => (
    <circle
      key={value}
      className={value === has ? 'curve-closed' : 'curve-open'}
      cx={x}
      cy={frame.y(value)}
      r="4"
    />
  ));
}

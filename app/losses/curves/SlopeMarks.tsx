import type { Kink } from '../../../src/losses/loss.ts';
import { lossCurvesMessages as say } from '../../../src/messages/lossCurves.ts';
import { slotOf } from '../../plane/slots.ts';
import { formatSetting } from '../../ui/formatNumber.ts';
import type { ChartFrame } from '../parts/LossChart.tsx';
import type { DrawnCurve } from './useCurves.ts';

/** The tangent goes so far to each side, in pixels. */
const REACH = 72;
/** Room that a word beside the segment takes, in letters of the usual size. */
const WORD = 150;

/** The tangent of the loss that is read at the prediction: its slope is the gradient. */
export function Tangent({
  frame,
  drawn: { curve, slot },
  prediction,
}: {
  frame: ChartFrame;
  drawn: DrawnCurve;
  prediction: number;
}) {
  const [value, slope] = [curve.valueAt(prediction), curve.slopeAt(prediction)];
  const [x, y] = [frame.x(prediction), frame.y(value)];
  if (!Number.isFinite(value) || !Number.isFinite(slope)) return null;
  const [dx, dy] = [frame.x(1) - frame.x(0), slope * (frame.y(1) - frame.y(0))];
  const part = REACH / Math.hypot(dx, dy);
  return (
    <line
      className="curve-tangent"
      style={{ color: `var(${slotOf(slot).color})` }}
      clipPath={frame.clip}
      x1={x - part * dx}
      y1={y - part * dy}
      x2={x + part * dx}
      y2={y + part * dy}
    />
  );
}

/** All subgradients at a corner: the segment between the slopes of its two sides, and the one that the engine takes. */
export function SlopeFan({
  frame,
  drawn: { curve, slot },
  kink,
}: {
  frame: ChartFrame;
  drawn: DrawnCurve;
  kink: Kink;
}) {
  const x = frame.x(kink.at);
  const taken = curve.slopeAt(kink.at);
  const isRight = x + WORD < frame.width;
  const side = isRight ? 1 : -1;
  const middle = (frame.y(kink.from) + frame.y(kink.to)) / 2;
  return (
    <g style={{ color: `var(${slotOf(slot).color})` }}>
      <line className="slope-segment" x1={x} x2={x} y1={frame.y(kink.from)} y2={frame.y(kink.to)} />
      <circle className="slope-taken" cx={x} cy={frame.y(taken)} r="5" />
      <text
        className="loss-label"
        x={x + side * 12}
        y={middle}
        dy="0.34em"
        textAnchor={isRight ? 'start' : 'end'}
      >
        {say.fanOnSlopes(formatSetting(taken))}
      </text>
    </g>
  );
}

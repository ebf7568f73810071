import { useRef, type PointerEvent } from 'react';
import { AXES, slopesShown } from '../../../src/losses/curves/axes.ts';
import type { CurveId } from '../../../src/losses/curves/formulas.ts';
import { lossCurvesMessages as say } from '../../../src/messages/lossCurves.ts';
import { formatCoordinate, formatMeasure } from '../../ui/formatNumber.ts';
import { DragHandle } from '../parts/DragHandle.tsx';
import { LossChart, type ChartFrame } from '../parts/LossChart.tsx';
import { CurveLines, CurveMarks } from './CurveLines.tsx';
import { CurveNames } from './CurveNames.tsx';
import { InfinityMarks } from './InfinityMarks.tsx';
import { KinkFan, KinkWords } from './KinkFan.tsx';
import { SlopeFan, Tangent } from './SlopeMarks.tsx';
import { kinkAt } from './kinkAt.ts';
import type { Curves, DrawnCurve } from './useCurves.ts';

export interface CurveFigureProps {
  readonly curves: Curves;
  readonly isPositive: boolean;
  /** The loss that is pointed at. */
  readonly lit: CurveId | null;
  readonly onLit: (id: CurveId | null) => void;
  readonly onFocus: (id: CurveId) => void;
  readonly onMove: (prediction: number) => void;
  readonly onBegin: () => void;
  readonly onEnd: () => void;
}

/** The losses over their axis, and below them on the same axis their slopes; one line through both is the prediction. */
export function CurveFigure(props: CurveFigureProps) {
  const { curves, isPositive } = props;
  const { axis, focus, prediction } = curves;
  const { domain, values } = AXES[axis];
  const { name, onFigure } = say.axes[axis];
  const kink = focus && kinkAt(focus.curve, prediction);
  return (
    <figure className="curves-figure">
      <LossChart
        label={say.values(name)}
        className="curves-values"
        x={{ domain, format: () => '' }}
        y={{ domain: values, name: say.loss, least: 0 }}
      >
        {(frame) => (
          <>
            <Ground frame={frame} {...props} />
            <PredictionLine frame={frame} prediction={prediction} above={0} />
            {focus && kink && <KinkFan frame={frame} drawn={focus} kink={kink} />}
            {focus && !kink && <Tangent frame={frame} drawn={focus} prediction={prediction} />}
            <Lines frame={frame} of="value" {...props} />
            <CurveNames frame={frame} curves={curves} />
            {focus && kink && <KinkWords frame={frame} drawn={focus} kink={kink} />}
            <InfinityMarks frame={frame} of="value" curves={curves} lit={props.lit} />
            <PredictionHandle frame={frame} {...props} />
          </>
        )}
      </LossChart>
      <LossChart
        label={say.slopes(name)}
        className="curves-slopes"
        x={{ domain, name: onFigure }}
        y={{ domain: slopesShown(axis, isPositive), name: say.slope }}
      >
        {(frame) => (
          <>
            <Ground frame={frame} {...props} />
            <PredictionLine frame={frame} prediction={prediction} above={BETWEEN} />
            <Lines frame={frame} of="slope" {...props} />
            {focus && kink && <SlopeFan frame={frame} drawn={focus} kink={kink} />}
            <InfinityMarks frame={frame} of="slope" curves={curves} lit={props.lit} />
          </>
        )}
      </LossChart>
    </figure>
  );
}

/** Every loss that is shown, the one that is read above the others. */
function Lines({
  frame,
  of,
  curves,
  lit,
  onLit,
  onFocus,
}: CurveFigureProps & { frame: ChartFrame; of: 'value' | 'slope' }) {
  const { shown, focus, prediction } = curves;
  const strong = lit ?? focus?.curve.id;
  const ordered = [...shown].sort((a, b) => Number(a.curve.id === strong) - Number(b.curve.id === strong));
  const looksOf = (drawn: DrawnCurve) => ({
    frame,
    drawn,
    of,
    prediction,
    isFocused: drawn === focus,
    isFaded: lit !== null && lit !== drawn.curve.id,
  });
  return (
    <>
      {ordered.map((drawn) => (
        <CurveLines
          key={drawn.curve.id}
          {...looksOf(drawn)}
          onPoint={(isPointedAt) => onLit(isPointedAt ? drawn.curve.id : null)}
          onChoose={() => onFocus(drawn.curve.id)}
        />
      ))}
      {ordered.map((drawn) => (
        <CurveMarks key={drawn.curve.id} {...looksOf(drawn)} />
      ))}
    </>
  );
}

/** The line of the prediction; it may go on above its chart, to the one over it. */
function PredictionLine({
  frame,
  prediction,
  above,
}: {
  frame: ChartFrame;
  prediction: number;
  above: number;
}) {
  const x = frame.x(prediction);
  return <line className="curves-prediction" x1={x} x2={x} y1={-above} y2={frame.height} />;
}

/** Pixels between the two charts, as in the style sheet. */
const BETWEEN = 40;

/** A press anywhere on a chart takes the prediction there, and drags it on. */
function Ground({ frame, onMove, onBegin, onEnd, curves }: CurveFigureProps & { frame: ChartFrame }) {
  const pointer = useRef<number | null>(null);
  const { domain, step } = AXES[curves.axis];
  const moveTo = (event: PointerEvent<SVGRectElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    const [from, to] = domain;
    const at = Math.min(to, Math.max(from, frame.x.invert(event.clientX - left)));
    const fine = step / 10;
    onMove(Number((Math.round(at / fine) * fine).toPrecision(12)));
  };
  const end = ({ pointerId }: PointerEvent) => {
    if (pointer.current !== pointerId) return;
    pointer.current = null;
    onEnd();
  };
  return (
    <rect
      className="curves-ground"
      width={frame.width}
      height={frame.height}
      onPointerDown={(event) => {
        if (event.button !== 0 || event.pointerType === 'touch') return;
        pointer.current = event.pointerId;
        event.currentTarget.setPointerCapture(event.pointerId);
        onBegin();
        moveTo(event);
      }}
      onPointerMove={(event) => {
        if (pointer.current === event.pointerId) moveTo(event);
      }}
      onPointerUp={end}
      onPointerCancel={end}
      onLostPointerCapture={end}
    />
  );
}

/** The prediction on the axis, to be dragged. */
function PredictionHandle({
  frame,
  curves,
  onMove,
  onBegin,
  onEnd,
}: CurveFigureProps & { frame: ChartFrame }) {
  const { axis, shown, prediction } = curves;
  const { domain, step } = AXES[axis];
  const { name } = say.axes[axis];
  const losses = shown.map(({ curve }) => say.lossAt(curve.name, formatMeasure(curve.valueAt(prediction))));
  return (
    <DragHandle
      label={say.handle(name)}
      valueText={say.handleText(name, formatCoordinate(prediction), losses)}
      value={prediction}
      min={domain[0]}
      max={domain[1]}
      step={step}
      along="x"
      x={frame.x(prediction)}
      y={frame.height}
      valueAt={frame.x.invert}
      onChange={onMove}
      onBegin={onBegin}
      onEnd={onEnd}
    />
  );
}

import { useId } from 'react';
import { divergenceMessages as say } from '../../../src/messages/divergence.ts';
import { printExactly, printNumber } from '../../../src/reading/printNumber.ts';
import { spokenNumber } from '../../../src/reading/speech.ts';
import { Prose } from '../../lecture/Prose.tsx';
import { DragHandle } from '../parts/DragHandle.tsx';
import { LossChart } from '../parts/LossChart.tsx';
import type { BarHand, Pair, Side } from './pair.ts';

/** Of what an outcome has of the axis, one bar takes so much; and a bar is never wider than this. */
const PART = 0.3;
const WIDEST = 72;
/** Bars as wide as this have their number above them. */
const ROOM = 28;
/** An arrow key goes so far. */
const STEP = 0.01;

const SIDES: readonly { readonly side: Side; readonly color: string; readonly offset: number }[] = [
  { side: 'p', color: '--run-2', offset: -1 },
  { side: 'q', color: '--run-3', offset: 1 },
];

/** Truth and prediction as bars side by side, each with a handle at its top. */
export function BarsFigure({ pair, hand }: { pair: Pair; hand: BarHand }) {
  const hatch = useId();
  const divergence = spokenNumber(printNumber(pair.forward.divergence, 3));
  return (
    <section aria-label={say.figure}>
      <p className="divergence-legend">
        <span className="legend-p">
          <Prose text={say.truth} />
        </span>
        <span className="legend-q">
          <Prose text={say.prediction} />
        </span>
      </p>
      <LossChart
        label={say.figure}
        className="bars-chart"
        x={{ domain: [0, pair.p.length], ticks: [] }}
        y={{ domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1] }}
      >
        {({ x, y, height }) => {
          const width = Math.min(WIDEST, PART * (x(1) - x(0)));
          return (
            <>
              <pattern
                id={hatch}
                width="6"
                height="6"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect className="hatch-paper" width="6" height="6" />
                <rect className="hatch-line" width="2.5" height="6" />
              </pattern>
              {pair.p.map((_, k) => (
                <text
                  key={k}
                  className="bars-name"
                  x={x(k + 0.5)}
                  y={height + 5}
                  dy="1.15em"
                  textAnchor="middle"
                >
                  {k + 1}
                </text>
              ))}
              {SIDES.map(({ side, color, offset }) =>
                pair[side].map((value, k) => {
                  const middle = x(k + 0.5) + (offset * (width + 4)) / 2;
                  return (
                    <g key={`${side}${k}`} className={`bar-${side}`}>
                      <rect
                        x={middle - width / 2}
                        y={y(value)}
                        width={width}
                        height={height - y(value)}
                        {...(side === 'q' && { fill: `url(#${hatch})` })}
                      />
                      {width >= ROOM && (
                        <text className="bar-value" x={middle} y={y(value) - 14} textAnchor="middle">
                          {printExactly(value).mantissa}
                        </text>
                      )}
                      <DragHandle
                        label={say.handle[side](k + 1)}
                        valueText={say.handleText(spokenNumber(printExactly(value)), divergence)}
                        value={value}
                        min={0}
                        max={1}
                        step={STEP}
                        along="y"
                        x={middle}
                        y={y(value)}
                        valueAt={y.invert}
                        color={color}
                        onChange={(to) => hand.onChange(side, k, to)}
                        onBegin={hand.onBegin}
                        onEnd={hand.onEnd}
                      >
                        <circle className="drag-halo" r="8.5" />
                        <circle className="drag-circle" r="6.5" />
                      </DragHandle>
                    </g>
                  );
                }),
              )}
            </>
          );
        }}
      </LossChart>
      <p className="loss-remark">{say.hint}</p>
    </section>
  );
}

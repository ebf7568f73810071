import { coinMessages as say } from '../../../src/messages/coin.ts';
import { lossTop } from '../../../src/losses/walk/coinWalk.ts';
import { printShort } from '../../../src/losses/walk/printEquation.ts';
import { printedText } from '../../../src/losses/walk/printedText.ts';
import { printExactly, printNumber } from '../../../src/reading/printNumber.ts';
import { spokenNumber } from '../../../src/reading/speech.ts';
import { DragHandle } from '../parts/DragHandle.tsx';
import { LossChart } from '../parts/LossChart.tsx';
import type { Hand, Toss } from './toss.ts';

const DIGITS = 3;
/** Room above the highest point of the likelihood. */
const ROOM = 1.12;
/** An arrow key goes so far. */
const STEP = 0.01;

const KINDS = {
  likelihood: { title: say.likelihood, figure: say.likelihoodFigure, color: '--run-2' },
  loss: { title: say.loss, figure: say.lossFigure, color: '--run-3' },
} as const;

interface CoinChartProps {
  readonly kind: keyof typeof KINDS;
  readonly toss: Toss;
  readonly hand: Hand;
}

/** One of the two curves over p, with a handle where p is and a mark where the flips are most likely. */
export function CoinChart({ kind, toss, hand }: CoinChartProps) {
  const { title, figure, color } = KINDS[kind];
  const { p, curves, most, counts, likelihood, loss } = toss;
  const isLoss = kind === 'loss';
  const values = isLoss ? curves.losses : curves.likelihoods;
  const best = isLoss ? Math.min(...values) : Math.max(...values);
  const top = isLoss ? lossTop(counts) : best * ROOM;
  const value = isLoss ? loss : likelihood;
  const text = printedText(printNumber(value, DIGITS));
  const valueText = say.handleText(
    spokenNumber(printExactly(p)),
    spokenNumber(printNumber(likelihood, DIGITS)),
    spokenNumber(printNumber(loss, DIGITS)),
  );
  return (
    <section className={`coin-chart ${kind}`}>
      <h2>
        {title} <span className="coin-value">{text}</span>
      </h2>
      <LossChart
        label={figure}
        x={{ domain: [0, 1], ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] }}
        y={{
          domain: [0, top],
          ...(!isLoss && { ticks: [0, best], format: (v: number) => printedText(printNumber(v, DIGITS)) }),
        }}
      >
        {({ x, y, clip, height }) => {
          const at = Math.max(0, y(Math.min(value, top)));
          return (
            <>
              <line className="coin-most" x1={x(most)} x2={x(most)} y1={0} y2={height} />
              <text
                className="loss-label"
                x={x(most)}
                y={-6}
                textAnchor={most < 0.2 ? 'start' : most > 0.8 ? 'end' : 'middle'}
              >
                {isLoss ? say.least : say.most(printedText(printShort(most)))}
              </text>
              <text className="loss-label" x={x(0.9)} y={height + 5} dy="1em" textAnchor="middle">
                p
              </text>
              <path
                className="loss-curve"
                clipPath={clip}
                d={`M${values
                  .map((v, i) => ({ v, i }))
                  .filter(({ v }) => Number.isFinite(v))
                  .map(({ v, i }) => `${x(curves.p[i]).toFixed(1)} ${Math.max(-height, y(v)).toFixed(1)}`)
                  .join('L')}`}
              />
              <line className="coin-drop" x1={x(p)} x2={x(p)} y1={at} y2={height} />
              <DragHandle
                label={say.handle[kind]}
                valueText={valueText}
                value={p}
                min={0}
                max={1}
                step={STEP}
                along="x"
                x={x(p)}
                y={at}
                valueAt={x.invert}
                color={color}
                {...hand}
              />
              {value > top && <path className="coin-beyond" d={`M${x(p)} -26v12M${x(p) - 4} -21l4 -5 4 5`} />}
            </>
          );
        }}
      </LossChart>
    </section>
  );
}

import { softmaxMessages as say } from '../../../src/messages/softmax.ts';
import { LOSS_TOPICS } from '../../../src/losses/topics/registry.ts';
import { LN_OF_BASE, LOG_TEX, type Logarithm } from '../../../src/losses/walk/logarithm.ts';
import { movingLine, type Pen } from '../../../src/losses/reading/movingLine.ts';
import type { ShownLine } from '../../../src/losses/reading/shownLine.ts';
import { surpriseCurve } from '../../../src/losses/walk/surprise.ts';
import { printExactly } from '../../../src/reading/printNumber.ts';
import { Segments } from '../../controls/Segments.tsx';
import { LossChart } from '../parts/LossChart.tsx';
import { Printed } from './Printed.tsx';
import { Stage } from './Stage.tsx';
import type { Walk } from './walk.ts';

/** The top of the curve, in nats; above it the point stands at the edge. */
const TOP = 5;

/** −log of the true class's probability, and where that lies on the curve. */
export function LossStage({ walk, onLogarithm }: { walk: Walk; onLogarithm: (to: Logarithm) => void }) {
  const { trueClass, logarithm, reading, loss } = walk;
  const scale = LN_OF_BASE[logarithm];
  const p = Math.exp(-reading.loss);
  const top = TOP / scale;
  const height = reading.loss / scale;
  return (
    <Stage
      title={say.loss}
      line={lossLine(walk)}
      foot={
        <Segments
          symbol={LOSS_TOPICS.softmax.values.logarithm.symbol}
          label={say.logarithm}
          segments={LOSS_TOPICS.softmax.values.logarithm.options.map((key) => ({
            key,
            text: say.logarithms[key],
            spoken: say.logarithmsSpoken[key],
          }))}
          chosen={logarithm}
          onChoose={(key) => onLogarithm(logarithmOf(key))}
        />
      }
    >
      <div className="walk-end">
        <p className="walk-loss">
          <data value={height}>
            <Printed number={loss} />
          </data>
          <span>{say.classes[trueClass]}</span>
        </p>
        <LossChart
          label={say.curve}
          className="surprise-chart"
          x={{ domain: [0, 1], ticks: [0, 0.5, 1] }}
          y={{ domain: [0, top], ticks: [0, 2, 4] }}
        >
          {({ x, y, clip, height: bottom }) => (
            <>
              <path
                className="loss-curve"
                clipPath={clip}
                d={`M${surpriseCurve(1)
                  .map(([at, nats]) => `${x(at)} ${y(Math.min(2 * top, nats / scale))}`)
                  .join('L')}`}
              />
              <text className="loss-label" x={x(0.18)} y={y(2.1 / scale)}>
                {`−${say.logarithms[logarithm]} p`}
              </text>
              <text className="loss-note" x={x(0.75)} y={bottom + 5} dy="1.15em" textAnchor="middle">
                {say.curveAxis(say.classes[trueClass])}
              </text>
              <line className="surprise-drop" x1={x(p)} x2={x(p)} y1={bottom} y2={y(Math.min(height, top))} />
              {height <= top ? (
                <circle className="surprise-point" cx={x(p)} cy={y(height)} r="5" />
              ) : (
                <path className="surprise-point" d={`M${x(p) - 5} 8 ${x(p)} 0l5 8z`} />
              )}
            </>
          )}
        </LossChart>
      </div>
    </Stage>
  );
}

function logarithmOf(key: string): Logarithm {
  return LOSS_TOPICS.softmax.values.logarithm.options.find((option) => option === key) ?? 'ln';
}

/** The last line, by the way that is shown. */
function lossLine({ trueClass, logarithm, stages, printed }: Walk): ShownLine {
  const { probabilities, sum, loss, ends } = printed;
  const log = LOG_TEX[logarithm];
  const lines = (symbols: string, numbers: (pen: Pen) => string) =>
    movingLine(
      (pen) =>
        String.raw`\begin{aligned} L &= ${symbols} \\ &= ${numbers(pen)} ${pen.relation} ${pen.number(loss)} \end{aligned}`,
      ends ? '=' : '≈',
    );
  if (stages.way === 'as-printed')
    return lines(`-${log} p_c`, ({ number }) => `-${log} ${number(probabilities[trueClass])}`);
  const shift = stages.exponents[trueClass];
  // A difference is in nats; what it is divided by makes other logarithms of it.
  const scale = logarithm === 'ln' ? '' : String.raw` / \ln ${logarithm === 'log2' ? 2 : 10}`;
  const whole = (difference: string) =>
    scale === '' ? difference : String.raw`\bigl(${difference}\bigr)${scale}`;
  return lines(whole(String.raw`\ln \textstyle\sum_j e^{s_j - m} - (s_c - m)`), ({ number, bracketed }) =>
    whole(String.raw`\ln ${number(sum)} - ${bracketed(printExactly(shift), shift !== 0)}`),
  );
}

import { softmaxMessages as say } from '../../../src/messages/softmax.ts';
import { printedText } from '../../../src/losses/walk/printedText.ts';
import { LOSS_TOPICS } from '../../../src/losses/topics/registry.ts';
import { movingLine, type Pen } from '../../../src/losses/reading/movingLine.ts';
import type { Way } from '../../../src/losses/walk/softmaxWalk.ts';
import { printExactly } from '../../../src/reading/printNumber.ts';
import { Segments } from '../../controls/Segments.tsx';
import { Printed } from './Printed.tsx';
import { Bar, Stage, SumRow } from './Stage.tsx';
import type { Walk } from './walk.ts';

/** e raised to each score, or to its distance from the largest, and the sum. */
export function ExpStage({ walk, onWay }: { walk: Walk; onWay: (way: Way) => void }) {
  const { trueClass, stages, printed } = walk;
  const { way, exponents, exponentials } = stages;
  const sign = way === 'stable' ? 's_c - m' : 's_c';
  const most = Math.max(...exponentials);
  return (
    <Stage
      title={say.exponentials}
      line={movingLine(
        (pen) =>
          `e^{${sign}} = e^{${exponentTex(walk, pen)}} = ${pen.number(printed.exponentials[trueClass])}`,
      )}
      foot={
        <Segments
          symbol={LOSS_TOPICS.softmax.values.way.symbol}
          label={say.way}
          segments={LOSS_TOPICS.softmax.values.way.options.map((key) => ({ key, text: say.ways[key] }))}
          chosen={way}
          onChoose={(key) => onWay(key === 'stable' ? 'stable' : 'as-printed')}
        />
      }
    >
      <ul className="walk-rows">
        {exponentials.map((value, k) => (
          <li key={say.classes[k]} className={k === trueClass ? 'walk-row true' : 'walk-row'}>
            <span className="walk-name repeated">{say.classes[k]}</span>
            <span className="walk-power">
              <i>e</i>
              <sup>{printedText(printExactly(exponents[k]))}</sup>
            </span>
            <Bar to={partOf(value, most)} />
            <span className="walk-number">
              <Printed number={printed.exponentials[k]} />
            </span>
          </li>
        ))}
        <SumRow>
          <Printed number={printed.sum} />
        </SumRow>
      </ul>
    </Stage>
  );
}

function exponentTex({ scores, trueClass, stages }: Walk, { number, bracketed }: Pen): string {
  const score = number(printExactly(scores[trueClass]));
  if (stages.way === 'as-printed') return score;
  return `${score} - ${bracketed(printExactly(stages.largest), stages.largest < 0)}`;
}

/** What is beyond float64 fills its track. */
function partOf(value: number, most: number): number {
  if (value === Number.POSITIVE_INFINITY) return 1;
  return most > 0 ? value / most : 0;
}

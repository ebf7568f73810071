import { softmaxMessages as say } from '../../../src/messages/softmax.ts';
import { movingLine } from '../../../src/losses/reading/movingLine.ts';
import { printedText } from '../../../src/losses/walk/printedText.ts';
import { printExactly } from '../../../src/reading/printNumber.ts';
import { Printed } from './Printed.tsx';
import { Bar, Stage, SumRow } from './Stage.tsx';
import type { Walk } from './walk.ts';

/** Each exponential's part of the sum. */
export function ProbabilityStage({ walk }: { walk: Walk }) {
  const { trueClass, stages, printed } = walk;
  const { exponentials, sum, probabilities, divides } = printed;
  const exponent = stages.way === 'stable' ? (k: string) => `s_${k} - m` : (k: string) => `s_${k}`;
  const line = movingLine(
    ({ number, relation }) =>
      String.raw`p_c = \dfrac{e^{${exponent('c')}}}{\sum_j e^{${exponent('j')}}} = ` +
      String.raw`\dfrac{${number(exponentials[trueClass])}}{${number(sum)}} ${relation} ${number(probabilities[trueClass])}`,
    divides ? '=' : '≈',
  );
  return (
    <Stage
      title={say.probabilities}
      line={line}
      foot={
        <p className="loss-remark" role="status">
          {noteOf(walk)}
        </p>
      }
    >
      <ul className="walk-rows">
        {stages.probabilities.map((p, k) => (
          <li key={say.classes[k]} className={k === trueClass ? 'walk-row true' : 'walk-row'}>
            <span className="walk-name repeated">{say.classes[k]}</span>
            <Bar to={Number.isFinite(p) ? p : 0} />
            <span className="walk-number">
              <Printed number={probabilities[k]} />
            </span>
          </li>
        ))}
        <SumRow>{stages.probabilities.some(Number.isNaN) ? say.notANumber : 1}</SumRow>
      </ul>
    </Stage>
  );
}

/** What is to be said of the way that is shown: above all where it breaks down. */
function noteOf({ stages, printed, trueClass, loss }: Walk): string {
  const largest = printedText(printExactly(stages.largest));
  const exact = printedText(loss);
  if (!Number.isFinite(stages.sum)) return say.tooLarge(largest, exact);
  if (!Number.isFinite(printed.loss.value)) return say.tooSmall(exact);
  if (printedText(printed.loss) !== exact) return say.rounded(say.classes[trueClass], exact);
  return stages.way === 'stable' ? say.stable(largest) : say.printed;
}

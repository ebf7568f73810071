import { divergenceMessages as say } from '../../../src/messages/divergence.ts';
import { movingLine } from '../../../src/losses/reading/movingLine.ts';
import { printedText } from '../../../src/losses/walk/printedText.ts';
import { printNumber } from '../../../src/reading/printNumber.ts';
import { Prose } from '../../lecture/Prose.tsx';
import { NumberLine } from '../parts/NumberLine.tsx';
import type { Pair } from './pair.ts';
import { printDifference } from './printDifference.ts';

const raw = String.raw;

/** The divergence as a difference, with its numbers, and what is true of it here. */
export function DivergenceNotes({ pair }: { pair: Pair }) {
  const { p, q, unit, forward, backward } = pair;
  const { left, inputs, relation } = printDifference(forward);
  const [cross, own] = inputs;
  const log = unit === 'bits' ? raw`\log_2` : raw`\ln`;
  const isSame = p.every((x, k) => x === q[k]);
  const isFarther = shown(forward.divergence) !== shown(backward.divergence);
  const there = outcomesOf(p, q);
  const back = outcomesOf(q, p);
  return (
    <section className="divergence-formulas">
      <h2>{say.divergence}</h2>
      <NumberLine
        line={movingLine(
          (pen) =>
            raw`\begin{aligned} H(p, q) &= -\textstyle\sum_k p_k ${log} q_k \\ H(p) &= -\textstyle\sum_k p_k ${log} p_k \\ \mathrm{KL}(p \,\Vert\, q) &= H(p, q) - H(p) \\ &= ${pen.number(cross)} - ${pen.number(own)} ${pen.relation} ${pen.number(left)} \end{aligned}`,
          relation,
        )}
        className="divergence-line"
      />
      {there.length > 0 && (
        <p className="loss-warning" role="status">
          {say.excluded(there)}
        </p>
      )}
      {back.length > 0 && (
        <p className="loss-warning" role="status">
          {say.excludedBack(back)}
        </p>
      )}
      <p className="loss-remark">
        <Prose text={isSame ? say.same : say.positive} />{' '}
        {isFarther && say.noDistance(shown(forward.divergence), shown(backward.divergence))}
      </p>
      <p className="loss-remark">
        <Prose text={say.training} />
      </p>
    </section>
  );
}

function shown(x: number): string {
  return printedText(printNumber(x, 3));
}

/** The outcomes that a truth has and a prediction excludes, counted from 1. */
function outcomesOf(truth: readonly number[], prediction: readonly number[]): string[] {
  return truth.flatMap((x, k) => (x > 0 && prediction[k] === 0 ? [String(k + 1)] : []));
}

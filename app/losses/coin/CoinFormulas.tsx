import { coinMessages as say } from '../../../src/messages/coin.ts';
import { movingLine, type Pen } from '../../../src/losses/reading/movingLine.ts';
import type { ShownLine } from '../../../src/losses/reading/shownLine.ts';
import { cleared, printShort } from '../../../src/losses/walk/printEquation.ts';
import { numberTex, printExactly, printNumber } from '../../../src/reading/printNumber.ts';
import type { PrintedNumber } from '../../../src/reading/reading.ts';
import { Tex } from '../../formulas/Tex.tsx';
import { Prose } from '../../lecture/Prose.tsx';
import { NumberLine } from '../parts/NumberLine.tsx';
import { powerBase } from './powerBase.ts';
import type { Toss } from './toss.ts';

const DIGITS = 3;
const raw = String.raw;

/** Likelihood, its negative logarithm and the maximum, each with its numbers. */
export function CoinFormulas({ toss }: { toss: Toss }) {
  const { p, counts, likelihood, loss } = toss;
  const { heads, tails } = counts;
  const impossible = p === 0 && heads > 0 ? say.faces.heads : p === 1 && tails > 0 ? say.faces.tails : null;
  const only = heads === 0 ? say.faces.tails : tails === 0 ? say.faces.heads : null;
  const [of, notOf] = [p, cleared(1 - p)].map(printExactly);
  // A face that was not seen adds nothing, whatever its probability.
  const terms = (pen: Pen) => [
    ...(heads > 0 ? [raw`${heads} \ln ${powerBase(pen, of)}`] : []),
    ...(tails > 0 ? [raw`${tails} \ln ${powerBase(pen, notOf)}`] : []),
  ];
  return (
    <>
      <Formula
        title={say.likelihood}
        symbols={raw`L(p) = \prod_i p^{y_i}(1 - p)^{1 - y_i} = p^k (1 - p)^{n - k}`}
        numbers={movingLine(
          (pen) =>
            raw`${powerBase(pen, of)}^{${heads}} \cdot ${powerBase(pen, notOf)}^{${tails}} = ${pen.number(shown(likelihood))}`,
        )}
      />
      <Formula
        title={say.loss}
        symbols={raw`-\ln L = -k \ln p - (n - k) \ln(1 - p)`}
        numbers={movingLine((pen) => raw`-${terms(pen).join(' - ')} = ${pen.number(shown(loss))}`)}
      />
      {impossible !== null && (
        <p className="loss-warning" role="status">
          {say.zero(impossible)}
        </p>
      )}
      <Formula
        title={say.mostTitle}
        symbols={raw`\hat p = \dfrac kn = \dfrac{${heads}}{${heads + tails}} ${mostRelation(toss)} ${numberTex(printShort(toss.most))}`}
        numbers={null}
      />
      <p className="loss-remark">
        <Prose text={only === null ? say.mostSentence : say.mostAtEnd(only)} />
      </p>
      <Formula
        title={say.entropyTitle}
        symbols={raw`\begin{aligned} -\ln L &= -\ln \textstyle\prod_i p^{y_i}(1 - p)^{1 - y_i} \\ &= \textstyle\sum_i \bigl[-y_i \ln p - (1 - y_i) \ln(1 - p)\bigr] \end{aligned}`}
        numbers={null}
      />
      <p className="loss-remark">{say.entropySentence}</p>
    </>
  );
}

interface FormulaProps {
  readonly title: string;
  readonly symbols: string;
  /** The same with numbers, on a line of its own. */
  readonly numbers: ShownLine | null;
}

function Formula({ title, symbols, numbers }: FormulaProps) {
  return (
    <section className="coin-formula">
      <h2>{title}</h2>
      <Tex tex={symbols} className="coin-line" fits />
      {numbers !== null && <NumberLine line={numbers} className="coin-line" />}
    </section>
  );
}

function shown(x: number): PrintedNumber {
  return printNumber(cleared(x), DIGITS);
}

/** Whether the part of heads is what is printed of it, or nearly. */
function mostRelation({ most }: Toss): string {
  return printShort(most).value === cleared(most) ? '=' : raw`\approx`;
}

import { coinMessages as say } from '../../../src/messages/coin.ts';
import { movingLine } from '../../../src/losses/reading/movingLine.ts';
import { LOSSES } from '../../../src/losses/registry.ts';
import { LOSS_TOPICS } from '../../../src/losses/topics/registry.ts';
import { categoricalOf } from '../../../src/losses/walk/coinWalk.ts';
import { cleared } from '../../../src/losses/walk/printEquation.ts';
import { surprise } from '../../../src/losses/walk/surprise.ts';
import { printExactly, printNumber } from '../../../src/reading/printNumber.ts';
import { Segments } from '../../controls/Segments.tsx';
import { Credit } from '../parts/Credit.tsx';
import { NumberLine } from '../parts/NumberLine.tsx';
import { powerBase } from './powerBase.ts';

type Face = 'heads' | 'tails';

const raw = String.raw;

interface OneFlipProps {
  readonly p: number;
  readonly seen: Face;
  readonly onSeen: (face: Face) => void;
}

/** One flip as a one-hot target: the product over the faces is the probability of the one that was seen. */
export function OneFlip({ p, seen, onSeen }: OneFlipProps) {
  const { seen: spec } = LOSS_TOPICS.coin.values;
  const [heads, tails] = [p, cleared(1 - p)].map(printExactly);
  const [y0, y1] = seen === 'heads' ? [1, 0] : [0, 1];
  const likelihood = categoricalOf(p, seen);
  const product = printExactly(cleared(likelihood));
  const loss = printNumber(surprise(likelihood), 3);
  const lines = [
    movingLine(
      ({ number }) =>
        raw`\mathbf p = \begin{pmatrix} ${number(heads)} \\ ${number(tails)} \end{pmatrix}, \quad \mathbf y = \begin{pmatrix} ${y0} \\ ${y1} \end{pmatrix}`,
    ),
    movingLine(
      (pen) =>
        raw`\prod_k p_k^{y_k} = ${powerBase(pen, heads)}^{${y0}} \cdot ${powerBase(pen, tails)}^{${y1}} = p_c = ${pen.number(product)}`,
    ),
    movingLine(
      ({ number }) => raw`-\ln \prod_k p_k^{y_k} = -\sum_k y_k \ln p_k = -\ln p_c = ${number(loss)}`,
    ),
  ];
  return (
    <section className="one-flip" aria-labelledby="coin-one-hot">
      <h2 id="coin-one-hot">{say.oneHot}</h2>
      <Segments
        symbol={spec.symbol}
        label={say.seen}
        segments={spec.options.map((key) => ({ key, text: say.faces[key] }))}
        chosen={seen}
        onChoose={(key) => onSeen(key === 'heads' ? 'heads' : 'tails')}
      />
      {lines.map((line, i) => (
        <NumberLine key={i} line={line} className="coin-line" />
      ))}
      <p className="loss-remark">
        {say.oneHotSentence} {say.encoding}
      </p>
      <Credit cite={LOSSES['categorical-likelihood'].cite} />
    </section>
  );
}

import { coinMessages as say } from '../../../src/messages/coin.ts';
import { LOSSES } from '../../../src/losses/registry.ts';
import { LOSS_TOPICS } from '../../../src/losses/topics/registry.ts';
import { categoricalOf } from '../../../src/losses/walk/coinWalk.ts';
import { cleared } from '../../../src/losses/walk/printEquation.ts';
import { surprise } from '../../../src/losses/walk/surprise.ts';
import { numberTex, printExactly, printNumber } from '../../../src/reading/printNumber.ts';
import { Segments } from '../../controls/Segments.tsx';
import { Tex } from '../../formulas/Tex.tsx';
import { Credit } from '../parts/Credit.tsx';
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
  const [heads, tails] = [p, cleared(1 - p)].map((x) => numberTex(printExactly(x)));
  const [y0, y1] = seen === 'heads' ? [1, 0] : [0, 1];
  const likelihood = categoricalOf(p, seen);
  const product = numberTex(printExactly(cleared(likelihood)));
  const loss = numberTex(printNumber(surprise(likelihood), 3));
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
      <Tex
        tex={raw`\mathbf p = \begin{pmatrix} ${heads} \\ ${tails} \end{pmatrix}, \quad \mathbf y = \begin{pmatrix} ${y0} \\ ${y1} \end{pmatrix}`}
        className="coin-line"
        fits
      />
      <Tex
        tex={raw`\prod_k p_k^{y_k} = ${powerBase(heads)}^{${y0}} \cdot ${powerBase(tails)}^{${y1}} = p_c = ${product}`}
        className="coin-line"
        fits
      />
      <Tex
        tex={raw`-\ln \prod_k p_k^{y_k} = -\sum_k y_k \ln p_k = -\ln p_c = ${loss}`}
        className="coin-line"
        fits
      />
      <p className="loss-remark">
        {say.oneHotSentence} {say.encoding}
      </p>
      <Credit cite={LOSSES['categorical-likelihood'].cite} />
    </section>
  );
}

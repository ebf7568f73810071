import { coinMessages as say } from '../../../src/messages/coin.ts';
import { LOSSES } from '../../../src/losses/registry.ts';
import {
  coinCurves,
  countFlips,
  likelihoodOf,
  mostLikely,
  negativeLogOf,
} from '../../../src/losses/walk/coinWalk.ts';
import { printShort } from '../../../src/losses/walk/printEquation.ts';
import { printExactly, printNumber } from '../../../src/reading/printNumber.ts';
import { spokenNumber } from '../../../src/reading/speech.ts';
import { SpecSlider } from '../../controls/SpecSlider.tsx';
import '../../styles/losses-coin.css';
import { Credit } from '../parts/Credit.tsx';
import { Spoken } from '../parts/Spoken.tsx';
import { useLossValues } from '../useLossValues.ts';
import { CoinChart } from './CoinChart.tsx';
import { CoinFormulas } from './CoinFormulas.tsx';
import { FlipRow } from './FlipRow.tsx';
import { OneFlip } from './OneFlip.tsx';
import type { Toss } from './toss.ts';

/** Likelihood of a coin: what a sequence of flips says of its probability of heads. */
export function CoinPage() {
  const { specs, values, set, begin, end } = useLossValues('coin');
  const { flips, heads: p, seen } = values;
  const counts = countFlips(flips);
  const toss: Toss = {
    p,
    counts,
    curves: coinCurves(counts),
    most: mostLikely(counts),
    likelihood: likelihoodOf(p, counts),
    loss: negativeLogOf(p, counts),
  };
  const hand = { onChange: (to: number) => set('heads', to), onBegin: begin, onEnd: end };
  return (
    <div className="loss-page coin-page loss-columns">
      <div className="coin-figure">
        <FlipRow flips={flips} p={p} onChange={(to) => set('flips', to)} />
        <div className="coin-charts">
          <CoinChart kind="likelihood" toss={toss} hand={hand} />
          <CoinChart kind="loss" toss={toss} hand={hand} />
        </div>
        <OneFlip p={p} seen={seen} onSeen={(face) => set('seen', face)} />
      </div>
      <div className="loss-side">
        <SpecSlider
          spec={specs.heads}
          value={p}
          color="--run-2"
          onChange={hand.onChange}
          onBegin={begin}
          onEnd={end}
        />
        <CoinFormulas toss={toss} />
        <Credit cite={LOSSES['bernoulli-likelihood'].cite} />
      </div>
      <Spoken
        text={say.summary(
          counts.heads,
          flips.length,
          spokenNumber(printExactly(p)),
          spokenNumber(printNumber(toss.likelihood, 3)),
          spokenNumber(printNumber(toss.loss, 3)),
          spokenNumber(printShort(toss.most)),
        )}
      />
    </div>
  );
}

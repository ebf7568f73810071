import { useRef } from 'react';
import { divergenceMessages as say } from '../../../src/messages/divergence.ts';
import { LOSSES } from '../../../src/losses/registry.ts';
import {
  distributionOf,
  ofLength,
  withEntry,
  withOneMore,
  withoutLast,
} from '../../../src/losses/walk/distribution.ts';
import { readDivergence } from '../../../src/losses/walk/divergenceTerms.ts';
import { printNumber } from '../../../src/reading/printNumber.ts';
import { spokenNumber } from '../../../src/reading/speech.ts';
import { Segments } from '../../controls/Segments.tsx';
import '../../styles/losses-divergence.css';
import { Credit } from '../parts/Credit.tsx';
import { LossButton } from '../parts/LossButton.tsx';
import { Spoken } from '../parts/Spoken.tsx';
import { useLossValues } from '../useLossValues.ts';
import { BarsFigure } from './BarsFigure.tsx';
import { DivergenceNotes } from './DivergenceNotes.tsx';
import { LengthsFigure } from './LengthsFigure.tsx';
import { inUnit, type Pair, type Side } from './pair.ts';
import { TermTable } from './TermTable.tsx';

/** KL divergence on bars that can be dragged. */
export function DivergencePage() {
  const { specs, values, set, begin, end } = useLossValues('divergence');
  // A link may hold shares of anything, and lists of two lengths.
  const p = distributionOf(values.p);
  const q = ofLength(values.q, p.length);
  const pair: Pair = {
    p,
    q,
    unit: values.unit,
    forward: inUnit(readDivergence(p, q), values.unit),
    backward: inUnit(readDivergence(q, p), values.unit),
  };
  // Throughout a gesture the others keep the shares that they had at its begin.
  const held = useRef<Pair | null>(null);
  const hand = {
    onBegin: () => {
      held.current = pair;
      begin();
    },
    onEnd: () => {
      held.current = null;
      end();
    },
    onChange: (side: Side, k: number, to: number) =>
      set(side, withEntry((held.current ?? pair)[side], k, to)),
  };
  const setBoth = (nextP: readonly number[], nextQ: readonly number[]) => {
    begin();
    set('p', nextP);
    set('q', nextQ);
    end();
  };
  const { minLength, maxLength } = specs.p;
  const spoken = (x: number) => spokenNumber(printNumber(x, 3));
  return (
    <div className="loss-page divergence-page loss-columns">
      <div className="divergence-figure">
        <BarsFigure pair={pair} hand={hand} />
        <p className="loss-buttons">
          <LossButton isOff={p.length >= maxLength} onPress={() => setBoth(withOneMore(p), withOneMore(q))}>
            {say.add}
          </LossButton>
          <LossButton isOff={p.length <= minLength} onPress={() => setBoth(withoutLast(p), withoutLast(q))}>
            {say.remove}
          </LossButton>
          <LossButton onPress={() => set('q', p)}>{say.equal}</LossButton>
          <LossButton onPress={() => setBoth(q, p)}>{say.swap}</LossButton>
        </p>
        <LengthsFigure pair={pair} />
      </div>
      <div className="loss-side">
        <Segments
          symbol={specs.unit.symbol}
          label={say.unit}
          segments={specs.unit.options.map((key) => ({ key, text: say.units[key] }))}
          chosen={values.unit}
          onChoose={(key) => set('unit', key)}
        />
        <DivergenceNotes pair={pair} />
        <TermTable pair={pair} hand={hand} />
        <Credit cite={LOSSES['kl-divergence'].cite} />
      </div>
      <Spoken
        text={say.summary(
          spoken(pair.forward.divergence),
          spoken(pair.forward.crossEntropy),
          spoken(pair.forward.entropy),
          spoken(pair.backward.divergence),
          say.unitNames[values.unit],
        )}
      />
    </div>
  );
}

import { softmaxMessages as say } from '../../../src/messages/softmax.ts';
import { LN_OF_BASE } from '../../../src/losses/walk/logarithm.ts';
import { readSoftmax } from '../../../src/losses/walk/softmaxReading.ts';
import { printWalk, softmaxWalk } from '../../../src/losses/walk/softmaxWalk.ts';
import { printNumber } from '../../../src/reading/printNumber.ts';
import { spokenNumber } from '../../../src/reading/speech.ts';
import '../../styles/losses-softmax.css';
import '../../styles/losses-softmax-figures.css';
import { Spoken } from '../parts/Spoken.tsx';
import { useLossValues } from '../useLossValues.ts';
import { ExpStage } from './ExpStage.tsx';
import { GradientTable } from './GradientTable.tsx';
import { InitialLoss } from './InitialLoss.tsx';
import { LogarithmNote } from './LogarithmNote.tsx';
import { LossStage } from './LossStage.tsx';
import { ProbabilityStage } from './ProbabilityStage.tsx';
import { ScoreStage } from './ScoreStage.tsx';
import type { Walk } from './walk.ts';

/** Softmax cross-entropy, step by step: scores, exponentials, probabilities, and −log of one of them. */
export function SoftmaxPage() {
  const page = useLossValues('softmax');
  const { scores, way, logarithm } = page.values;
  // A link may name a class that is not there.
  const trueClass = Math.min(page.values.trueClass, scores.length - 1);
  const stages = softmaxWalk(scores, way);
  const reading = readSoftmax(scores, trueClass);
  const walk: Walk = {
    scores,
    trueClass,
    logarithm,
    stages,
    printed: printWalk(stages, trueClass, logarithm),
    reading,
    loss: printNumber(reading.loss / LN_OF_BASE[logarithm], 3),
  };
  const setScores = (to: readonly number[]) => page.set('scores', to);
  return (
    <div className="loss-page softmax-page">
      <ol className="walk" aria-label={say.figure}>
        <ScoreStage walk={walk} page={page} />
        <Arrow words={say.arrows.exp} />
        <ExpStage walk={walk} onWay={(to) => page.set('way', to)} />
        <Arrow words={say.arrows.normalise} />
        <ProbabilityStage walk={walk} />
        <Arrow words={say.arrows.log} />
        <LossStage walk={walk} onLogarithm={(to) => page.set('logarithm', to)} />
      </ol>
      <LogarithmNote />
      <div className="softmax-below">
        <GradientTable walk={walk} />
        <InitialLoss walk={walk} onEqual={() => setScores(scores.map(() => 0))} />
      </div>
      <Spoken
        text={say.summary(
          say.classes[trueClass],
          spokenNumber(walk.printed.probabilities[trueClass]),
          spokenNumber(walk.loss),
          say.logarithmsSpoken[logarithm],
        )}
      />
    </div>
  );
}

/** From one stage to the next; on a phone it points down. */
function Arrow({ words }: { words: string }) {
  return (
    <li className="walk-arrow" aria-hidden="true">
      <span>{words}</span>
      <svg width="28" height="12" viewBox="0 0 28 12">
        <path d="M0 6h26M21 1.5 26 6l-5 4.5" />
      </svg>
    </li>
  );
}

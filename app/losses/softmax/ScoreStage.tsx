import { useId, useRef, useState } from 'react';
import { softmaxMessages as say } from '../../../src/messages/softmax.ts';
import { movingLine } from '../../../src/losses/reading/movingLine.ts';
import { LOSS_TOPICS } from '../../../src/losses/topics/registry.ts';
import { printExactly } from '../../../src/reading/printNumber.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { rangeOf } from '../../controls/readTyped.ts';
import { useElementSize } from '../../plane/useElementSize.ts';
import { formatSetting } from '../../ui/formatNumber.ts';
import { DragHandle } from '../parts/DragHandle.tsx';
import { LossButton } from '../parts/LossButton.tsx';
import { linearScale } from '../parts/linearScale.ts';
import { scoreAxis } from './scoreAxis.ts';
import { Stage } from './Stage.tsx';
import type { SoftmaxValues, Walk } from './walk.ts';

const SPEC = LOSS_TOPICS.softmax.values.scores;
const SCORE_RANGE = rangeOf(SPEC.each);

/** The scores: dragged or typed, each a choice for the true class. */
export function ScoreStage({ walk, page }: { walk: Walk; page: SoftmaxValues }) {
  const { scores, trueClass } = walk;
  const group = useId();
  // While a hand moves a score, its axis stays.
  const [held, setHeld] = useState(0);
  const axis = Math.max(held, scoreAxis(scores));
  const begin = () => {
    setHeld(axis);
    page.begin();
  };
  const end = () => {
    setHeld(0);
    page.end();
  };
  const setScore = (k: number, to: number) =>
    page.set(
      'scores',
      scores.map((s, i) => (i === k ? to : s)),
    );
  const isFull = scores.length >= SPEC.maxLength;
  const remove = () => {
    page.begin();
    page.set('scores', scores.slice(0, -1));
    page.set('trueClass', Math.min(trueClass, scores.length - 2));
    page.end();
  };
  return (
    <Stage
      title={say.scores}
      line={movingLine(({ number }) => `s_c = ${number(printExactly(scores[trueClass]))}`)}
      foot={
        <span className="loss-buttons">
          <LossButton isOff={isFull} onPress={() => page.set('scores', [...scores, 0])}>
            {isFull ? say.full : say.add(say.classes[scores.length])}
          </LossButton>
          <LossButton isOff={scores.length <= SPEC.minLength} onPress={remove}>
            {say.remove(say.classes[scores.length - 1])}
          </LossButton>
        </span>
      }
    >
      <ul className="walk-rows">
        {scores.map((score, k) => (
          <li key={say.classes[k]} className={k === trueClass ? 'walk-row true' : 'walk-row'}>
            <label className="walk-name">
              <input
                type="radio"
                name={group}
                aria-label={say.isTrue(say.classes[k])}
                checked={k === trueClass}
                onChange={() => page.set('trueClass', k)}
              />
              {say.classes[k]}
            </label>
            <ScoreBar
              label={say.score(say.classes[k])}
              score={score}
              axis={axis}
              onChange={(to) => setScore(k, to)}
              onBegin={begin}
              onEnd={end}
            />
            <NumberField
              {...SCORE_RANGE}
              label={say.score(say.classes[k])}
              value={score}
              onChange={(to) => setScore(k, to)}
              onBegin={page.begin}
              onEnd={page.end}
            />
          </li>
        ))}
      </ul>
    </Stage>
  );
}

interface ScoreBarProps {
  readonly label: string;
  readonly score: number;
  /** The numbers at the ends of its track are −axis and axis. */
  readonly axis: number;
  readonly onChange: (to: number) => void;
  readonly onBegin: () => void;
  readonly onEnd: () => void;
}

/** A bar from 0 to the score, with a handle at its end. */
function ScoreBar({ label, score, axis, onChange, onBegin, onEnd }: ScoreBarProps) {
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useElementSize(box);
  const x = linearScale([-axis, axis], [HANDLE, width - HANDLE]);
  const middle = height / 2;
  return (
    <div ref={box} className="walk-track">
      {width > 0 && (
        <svg width={width} height={height}>
          <line className="loss-rule" x1={x(-axis)} x2={x(axis)} y1={middle} y2={middle} />
          <line className="loss-base" x1={x(0)} x2={x(0)} y1={0} y2={height} />
          <rect
            className="walk-fill"
            x={Math.min(x(0), x(score))}
            y={height / 4}
            width={Math.abs(x(score) - x(0))}
            height={height / 2}
          />
          <DragHandle
            label={label}
            valueText={formatSetting(score)}
            value={score}
            min={-axis}
            max={axis}
            step={axis / 100}
            along="x"
            x={x(score)}
            y={middle}
            valueAt={x.invert}
            onChange={onChange}
            onBegin={onBegin}
            onEnd={onEnd}
          >
            <circle className="drag-halo" r="8" />
            <circle className="drag-circle" r="6.5" />
          </DragHandle>
        </svg>
      )}
    </div>
  );
}

/** Half of a handle stays within the track at its ends. */
const HANDLE = 8;

import { softmaxMessages as say } from '../../../src/messages/softmax.ts';
import { initialLoss } from '../../../src/losses/walk/softmaxReading.ts';
import { printedText } from '../../../src/losses/walk/printedText.ts';
import { printNumber } from '../../../src/reading/printNumber.ts';
import { LossButton } from '../parts/LossButton.tsx';
import { LossChart } from '../parts/LossChart.tsx';
import type { Walk } from './walk.ts';

/** As many classes as the axis shows. */
const MOST = 12;
const CLASSES = Array.from({ length: MOST }, (_, i) => i + 1);
const TOP = 2.6;
/** The number of classes that the lecture asks about. */
const LECTURE = 10;

/** What a net that has learned nothing yet should lose. */
export function InitialLoss({ walk: { scores }, onEqual }: { walk: Walk; onEqual: () => void }) {
  const classes = scores.length;
  // The two would lie on each other.
  const labelled = Math.abs(classes - LECTURE) < 4 ? [classes] : [classes, LECTURE];
  const isEqual = scores.every((score) => score === scores[0]);
  const value = (count: number) => printedText(printNumber(initialLoss(count), 3));
  return (
    <section className="softmax-part" aria-labelledby="softmax-initial">
      <h2 id="softmax-initial">{say.initial}</h2>
      <LossChart
        label={say.initialFigure}
        className="initial-chart"
        x={{ domain: [1, MOST], name: say.initialAxis, ticks: [1, 2, 4, 6, 8, 10, 12] }}
        y={{ domain: [0, TOP], ticks: [0, 1, 2] }}
      >
        {({ x, y, height }) => (
          <>
            <path
              className="loss-curve"
              d={`M${CLASSES.map((count) => `${x(count)} ${y(initialLoss(count))}`).join('L')}`}
            />
            {CLASSES.slice(1).map((count) => (
              <circle key={count} className="initial-dot" cx={x(count)} cy={y(initialLoss(count))} r="2.5" />
            ))}
            <line
              className="surprise-drop"
              x1={x(classes)}
              x2={x(classes)}
              y1={height}
              y2={y(initialLoss(classes))}
            />
            <circle className="surprise-point" cx={x(classes)} cy={y(initialLoss(classes))} r="5.5" />
            {labelled.map((count) => (
              <text
                key={count}
                className="loss-label"
                x={x(count) + (count < LECTURE ? 6 : 0)}
                y={y(initialLoss(count)) + (count < LECTURE ? 20 : 32)}
                textAnchor={count < LECTURE ? 'start' : 'middle'}
              >
                ln {count} = {value(count)}
              </text>
            ))}
          </>
        )}
      </LossChart>
      <p className="loss-remark">{say.initialWhy}</p>
      <p className="loss-remark" role="status">
        {isEqual && say.initialEqual}
      </p>
      {!isEqual && <LossButton onPress={onEqual}>{say.equal}</LossButton>}
    </section>
  );
}

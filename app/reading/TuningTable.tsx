import { useId, useState } from 'react';
import { curvatureMessages as say } from '../../src/messages/curvature.ts';
import type { Curvature } from '../../src/reading/curvature.ts';
import { isPlain } from '../../src/reading/stability.ts';
import { hasSchedule, settingsFor, tuningsOf } from '../../src/reading/tuning.ts';
import type { AnyValues } from '../../src/specs/spec.ts';
import { setHyperparameters } from '../store/runActions.ts';
import { useApp } from '../ui/AppContext.ts';
import { formatMeasure } from '../ui/formatNumber.ts';
import type { CurrentStep } from './stepSource.ts';

/** The constants that are best for the local quadratic, and a button that gives them to a run which can have them. */
export function TuningTable({ step, curvature }: { step: CurrentStep; curvature: Curvature }) {
  const { store } = useApp();
  const [used, setUsed] = useState<AnyValues | null>(null);
  const title = useId();
  const { task, runId } = step;
  const tunings = tuningsOf(task, curvature);
  if (tunings.length === 0)
    return curvature.values.every(Number.isFinite) ? (
      <p className="curvature-words">{say.noTunings}</p>
    ) : null;
  const own = tunings.find(({ id }) => id === task.optimizer.id);
  const settings = own ? settingsFor(task, own) : null;
  const isUsed = has(task.optimizer.hyperparameters, used);
  return (
    <>
      <h4 id={title}>{say.tunings}</h4>
      <table className="curvature-tunings" aria-labelledby={title}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{say.method}</span>
            </th>
            <Heading words={say.learningRateWords}>{say.learningRate}</Heading>
            <Heading words={say.momentumWords}>{say.momentum}</Heading>
            <Heading words={say.rateWords}>{say.rate}</Heading>
          </tr>
        </thead>
        <tbody>
          {tunings.map(({ id, learningRate, momentum, rate }) => (
            <tr key={id} className={id === own?.id ? 'own' : undefined}>
              <th scope="row">{say.methodName(id)}</th>
              <td>
                <data value={learningRate}>{formatMeasure(learningRate)}</data>
              </td>
              <td>
                {momentum === null ? (
                  <>
                    <span aria-hidden="true">{say.noMomentum}</span>
                    <span className="visually-hidden">{say.noMomentumWords}</span>
                  </>
                ) : (
                  <data value={momentum}>{formatMeasure(momentum)}</data>
                )}
              </td>
              <td>{say.times(formatMeasure(rate))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {own && settings && (
        <button
          type="button"
          className="curvature-use"
          aria-describedby={title}
          onClick={() => {
            setHyperparameters(store, new Map([[runId, settings]]));
            setUsed(settings);
          }}
        >
          {say.use[own.id]}
        </button>
      )}
      <p className="curvature-words" role="status">
        {isUsed ? say.used : ''}
      </p>
      {own && isPlain(task) && hasSchedule(task) && <p className="curvature-words">{say.schedule}</p>}
    </>
  );
}

function Heading({ words, children }: { words: string; children: string }) {
  return (
    <th scope="col">
      <span aria-hidden="true">{children}</span>
      <span className="visually-hidden">{words}</span>
    </th>
  );
}

/** Whether a run has all of these settings. */
function has(hyperparameters: AnyValues, settings: AnyValues | null): boolean {
  return (
    settings !== null && Object.entries(settings).every(([name, value]) => hyperparameters[name] === value)
  );
}

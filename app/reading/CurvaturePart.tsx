import { useId } from 'react';
import { curvatureMessages as say } from '../../src/messages/curvature.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import { axisRoles, curvatureAtHead, type Curvature } from '../../src/reading/curvature.ts';
import { penaltyOf } from '../../src/reading/stability.ts';
import { readSteps } from '../store/viewActions.ts';
import '../styles/curvature.css';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { formatCount, formatSetting } from '../ui/formatNumber.ts';
import { CurvatureValues } from './CurvatureValues.tsx';
import type { CurrentStep } from './stepSource.ts';
import { TuningTable } from './TuningTable.tsx';
import { useSlowStep } from './useSlowStep.ts';

/** On demand: how f curves at the head, the largest stable learning rate beside the run's own, and the best one. */
export function CurvaturePart() {
  const { store } = useApp();
  const isOn = useAppState(({ reading }) => reading?.curvature ?? false);
  const id = useId();
  return (
    <section className="curvature" aria-labelledby={`${id}title`}>
      <div className="curvature-switch">
        <h3 id={`${id}title`}>
          <label htmlFor={`${id}switch`}>{say.title}</label>
        </h3>
        <span className="switch">
          <input
            id={`${id}switch`}
            type="checkbox"
            role="switch"
            aria-describedby={`${id}help`}
            checked={isOn}
            aria-checked={isOn}
            onChange={({ target }) => readSteps(store, { curvature: target.checked })}
          />
        </span>
      </div>
      <span className={isOn ? 'visually-hidden' : 'curvature-words'} id={`${id}help`}>
        {say.help}
      </span>
      {isOn && <AtHead />}
    </section>
  );
}

function AtHead() {
  const step = useSlowStep();
  if (!step) return <p className="curvature-words">{say.awaited}</p>;
  return <Read step={step} />;
}

function Read({ step }: { step: CurrentStep }) {
  const { task, explanation } = step;
  const curvature = curvatureAtHead(task, explanation);
  const { shape, negative, values } = curvature;
  const penalty = penaltyOf(task);
  const marks = marksText(task.problem, curvature);
  return (
    <>
      <p className="curvature-words">
        {say.standing(formatCount(step.step), shape, negative, values.length)}
        {createProblem(task.problem).online && ` ${say.mean}`}
      </p>
      <CurvatureValues step={step} curvature={curvature} />
      {penalty !== 0 && <p className="curvature-words">{say.penalty(formatSetting(penalty))}</p>}
      <TuningTable step={step} curvature={curvature} />
      {marks !== null && <p className="curvature-words">{marks}</p>}
    </>
  );
}

/** What stands on the map of it; null where nothing does. */
function marksText(selection: CurrentStep['task']['problem'], { shape, values }: Curvature): string | null {
  const { plane } = createProblem(selection);
  if (plane.kind === 'time' || values.length < 2) return null;
  if (shape === 'level' || shape === 'kink' || shape === 'unknown') return null;
  const even = axisRoles(values).every((role) => role === null);
  return say.marks(values.length > 2 ? 'projected' : shape === 'bowl' ? 'ellipse' : 'signs', even);
}

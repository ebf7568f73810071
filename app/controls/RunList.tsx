import { useRef } from 'react';
import { appMessages as say, outcomeWords, stopReasons } from '../../src/messages/app.ts';
import type { Outcome } from '../../src/engine/trajectory.ts';
import type { Run } from '../../src/scene/scene.ts';
import { readingAt } from '../engine/trajectories.ts';
import { slotOf } from '../plane/slots.ts';
import { focusRun } from '../store/actions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { formatCount, formatMeasure, formatSetting } from '../ui/formatNumber.ts';
import { runNames } from '../ui/names.ts';
import { Swatch } from '../ui/Swatch.tsx';
import { useFrame } from '../ui/useFrame.ts';

/** All runs: what they are called, their learning rate, and what they have come to at the playhead. */
export function RunList() {
  const runs = useAppState(({ scene }) => scene.runs);
  const names = runNames(runs);
  return (
    <section className="runs" aria-labelledby="runs-title">
      <h2 id="runs-title">{say.runs}</h2>
      {runs.length === 0 ? (
        <p>{say.noRuns}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{say.runs}</span>
              </th>
              <th scope="col" className="math" aria-label={say.learningRate} title={say.learningRate}>
                η
              </th>
              <th scope="col">{say.loss}</th>
              <th
                scope="col"
                className="math gradient-norm"
                aria-label={say.gradientNorm}
                title={say.gradientNorm}
              >
                ‖<i>g</i>‖
              </th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run, i) => (
              <RunRow key={i} run={run} index={i} name={names[i]} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function RunRow({ run, index, name }: { run: Run; index: number; name: string }) {
  const { store, session, playback } = useApp();
  const focused = useAppState((state) => state.focus === index);
  const loss = useRef<HTMLDataElement>(null);
  const norm = useRef<HTMLDataElement>(null);
  const outcome = useRef<HTMLSpanElement>(null);
  const sentence = useRef<HTMLTableCellElement>(null);

  useFrame(() => {
    const trajectory = session.displayed()[index];
    const reading = trajectory && readingAt(trajectory, Math.floor(playback.playhead));
    write(loss.current, reading?.loss);
    write(norm.current, reading?.gradientNorm);
    if (!outcome.current) return;
    const ended =
      trajectory?.outcome && playback.playhead >= trajectory.outcome.step ? trajectory.outcome : null;
    outcome.current.textContent = ended && !outcomeSentence(ended) ? outcomeWord(ended) : '';
    if (!sentence.current) return;
    const text = ended ? outcomeSentence(ended) : '';
    sentence.current.textContent = text;
    (sentence.current.parentElement as HTMLElement).hidden = text === '';
  });

  return (
    <>
      <tr className={focused ? 'run focused' : 'run'}>
        <th scope="row">
          <button
            type="button"
            aria-pressed={focused}
            aria-label={say.focusRun(name)}
            onClick={() => focusRun(store, index)}
          >
            <Swatch slot={run.slot} />
            <span className="run-name" title={name} style={{ color: `var(${slotOf(run.slot).color})` }}>
              {name}
            </span>
            <span ref={outcome} className="outcome" />
          </button>
        </th>
        <td>{formatSetting(run.optimizer.hyperparameters.learningRate as number)}</td>
        <td>
          <data ref={loss} data-quantity="loss" />
        </td>
        <td className="gradient-norm">
          <data ref={norm} data-quantity="gradient-norm" />
        </td>
      </tr>
      <tr className="run-sentence" hidden>
        <td ref={sentence} colSpan={4} />
      </tr>
    </>
  );
}

/** Three digits to read, all of them in the value. */
function write(element: HTMLDataElement | null, value: number | undefined): void {
  if (!element) return;
  element.textContent = value === undefined ? '' : formatMeasure(value);
  element.value = value === undefined ? '' : String(value);
}

/** What a run has come to, in a word beside its name; nothing where it just took all its steps. */
export function outcomeWord({ kind }: Outcome): string {
  return kind === 'finished' ? '' : outcomeWords[kind];
}

/** Why a run ended early, as a sentence below it. */
export function outcomeSentence(outcome: Outcome): string {
  if (outcome.kind === 'diverged') return say.divergedSentence(formatCount(outcome.step));
  return outcome.kind === 'stopped'
    ? `${say.stoppedAt(formatCount(outcome.step))} ${stopReasons[outcome.reason.kind]}`
    : '';
}

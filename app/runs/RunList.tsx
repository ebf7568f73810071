import { useState } from 'react';
import { runMessages as say } from '../../src/messages/runs.ts';
import { Hint } from '../help/Hint.tsx';
import { useAppState } from '../ui/AppContext.ts';
import { useAfterFirstPaths } from '../ui/useAfterFirstPaths.ts';
import { useFetchAhead } from '../ui/useFetchAhead.ts';
import { useMedia } from '../ui/useMedia.ts';
import { runNames } from '../ui/names.ts';
import { AddRun } from './AddRun.tsx';
import { AllRunsMenu } from './AllRunsMenu.tsx';
import { loadUnfoldedRun, RunRow } from './RunRow.tsx';

/** All runs: what they are called, their learning rate, and what they have come to at the playhead. */
export function RunList() {
  const runs = useAppState(({ scene }) => scene.runs);
  const runIds = useAppState((state) => state.runIds);
  const [news, announce] = useState('');
  const names = runNames(runs);
  const hasRoom = useRoomForNorms();
  const isAfter = useAfterFirstPaths();
  useFetchAhead(loadUnfoldedRun);
  return (
    <section className="runs" aria-labelledby="runs-title">
      <div className="runs-head">
        <h2 id="runs-title">{say.title}</h2>
        <Hint id="unfold" />
        {runs.length > 0 && <AllRunsMenu />}
        <AddRun announce={announce} />
      </div>
      {runs.length === 0 ? <p className="no-runs">{say.noRuns}</p> : null}
      <table hidden={runs.length === 0}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{say.title}</span>
            </th>
            <th
              scope="col"
              className="math rate-column"
              aria-label={say.learningRate}
              title={say.learningRate}
            >
              <i>η</i>
            </th>
            <th scope="col" className="loss-column">
              {say.loss}
            </th>
            {hasRoom && (
              <th
                scope="col"
                className="math gradient-norm"
                aria-label={say.gradientNorm}
                title={say.gradientNorm}
              >
                ‖<i>g</i>‖
              </th>
            )}
            <td className="chevron-column" />
          </tr>
        </thead>
        {runs.map((run, i) => (
          <RunRow
            key={runIds[i]}
            id={runIds[i]}
            index={i}
            count={runs.length}
            run={run}
            name={names[i]}
            hasRoom={hasRoom}
            isAfterFirstPaths={isAfter}
            announce={announce}
          />
        ))}
      </table>
      <p className="visually-hidden" role="status">
        {news}
      </p>
    </section>
  );
}

/** Whether the list has a column for gradient norms: not where it is narrow, or its type large. */
function useRoomForNorms(): boolean {
  const isNarrow = useMedia('(max-width: 1100px)');
  const theme = useAppState((state) => state.theme);
  return !isNarrow && theme !== 'projector';
}

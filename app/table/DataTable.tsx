import { useEffect, useId, useState, useSyncExternalStore } from 'react';
import { outcomeWords } from '../../src/messages/app.ts';
import { tableMessages as say } from '../../src/messages/dataTable.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import { PROBLEMS } from '../../src/problems/registry.ts';
import { NumberField } from '../controls/NumberField.tsx';
import type { Trajectory } from '../engine/trajectories.ts';
import { fieldWidth } from '../footer/fieldWidth.ts';
import { Modal } from '../help/Modal.tsx';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { formatCoordinate, formatCount } from '../ui/formatNumber.ts';
import { CopyIcon } from '../ui/icons.tsx';
import { runNames } from '../ui/names.ts';
import { parameterNames } from './parameterNames.ts';
import { RowWindow } from './RowWindow.tsx';
import { tableCsv, tableRows, type TableRows } from './tableRows.ts';

/** All numbers that the page has of the focused run, with the playhead marked among them. */
export function DataTable({ onClose }: { onClose: () => void }) {
  const { playback, session, copy } = useApp();
  const scene = useAppState((state) => state.scene);
  const focus = useAppState((state) => state.focus);
  const [said, setSaid] = useState('');
  const captionId = useId();
  // Enough to know the rows by: they grow, get a stretch of every step, and are exchanged.
  useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => versionOf(session.trajectories()[focus]),
  );
  const step = useSyncExternalStore(
    (listener) => playback.subscribe(listener),
    () => Math.floor(playback.playhead),
  );
  useEffect(() => playback.pause(), [playback]);
  const trajectory = session.trajectories()[focus];
  const rows = tableRows(trajectory);
  const names = parameterNames(createProblem(scene.problem));
  const place = `(${scene.start.map(formatCoordinate).join(', ')})`;

  const copyAll = async () => {
    const copied = await copy(tableCsv(rows, names));
    setSaid(copied ? say.copied(formatCount(rows.count)) : say.notCopied);
  };
  return (
    <Modal title={say.title} className="data-table" onClose={onClose}>
      <p id={captionId} className="data-caption">
        {say.caption(
          runNames(scene.runs)[focus],
          PROBLEMS[scene.problem.id].name,
          place,
          formatCount(scene.steps),
        )}{' '}
        {endOf(trajectory)} {strideWords(rows)}
      </p>
      <div className="data-tools">
        <label>
          <span>{say.goTo}</span>{' '}
          <NumberField
            label={say.goTo}
            value={step}
            min={0}
            max={scene.steps}
            integer
            width={fieldWidth(formatCount(scene.steps), 4)}
            format={formatCount}
            next={(value, direction) => value + direction}
            onChange={(next) => playback.seek(next)}
          />
        </label>
        <span role="status">{said}</span>
        <button type="button" className="quiet" onClick={() => void copyAll()}>
          <CopyIcon />
          {say.copyCsv}
        </button>
      </div>
      <RowWindow
        rows={rows}
        names={names}
        step={step}
        captionId={captionId}
        onChoose={(chosen) => playback.seek(chosen)}
      />
    </Modal>
  );
}

function versionOf({ key, rows, detail, outcome }: Trajectory): string {
  return `${key} ${rows} ${detail?.steps[0] ?? ''} ${outcome?.kind ?? ''}`;
}

function endOf({ outcome }: Trajectory): string {
  if (!outcome) return say.underWay;
  return outcome.kind === 'finished' ? '' : say.ended(outcomeWords[outcome.kind], formatCount(outcome.step));
}

/** Which steps have a row. */
function strideWords({ stride, stretch }: TableRows): string {
  if (stride === 1) return say.everyStep;
  const rest = stretch ? say.stretch(formatCount(stretch[0]), formatCount(stretch[1])) : say.noStretch;
  return say.everySoMany(formatCount(stride)) + rest;
}

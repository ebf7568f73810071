import { memo, useEffect, useId, useRef, useSyncExternalStore } from 'react';
import { arrowMessages as say } from '../../src/messages/arrows.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import type { Problem } from '../../src/problems/problem.ts';
import type { PictureArrow } from '../../src/reading/arrows/stepPicture.ts';
import { planeCoordinate } from '../plane/viewport.ts';
import { parameterNames } from '../table/parameterNames.ts';
import '../styles/arrows.css';
import { useApp } from '../ui/AppContext.ts';
import { formatCount, formatMeasure } from '../ui/formatNumber.ts';
import { arrowBoard } from './arrowBoard.ts';
import { arrowNotes } from './arrowNotes.ts';
import { RoleArrow } from './RoleArrow.tsx';
import { renderReading } from './readingKatex.ts';
import { arrowTex, stepPictureOf } from './stepPictureOf.ts';
import { useSlowStep } from './useSlowStep.ts';

/** The arrows of the step that is read: what each is, how far it leads and how it is drawn. */
export function ArrowTable() {
  const { store, commands } = useApp();
  const id = useId();
  const step = useSlowStep();
  const board = arrowBoard(store);
  const drawn = useSyncExternalStore(board.subscribe, board.current);
  if (!step) return null;
  const { task } = step;
  const picture = stepPictureOf(step);
  const problem = createProblem(task.problem);
  const names = shownNames(problem);
  const notes = arrowNotes(picture, problem, names, drawn);
  return (
    <section className="arrow-table" aria-labelledby={`${id}title`}>
      <h3 id={`${id}title`}>
        {say.title}
        <small>{picture.kind === 'sum' ? say.sum : say.shared}</small>
      </h3>
      <table>
        <caption className="visually-hidden">{say.caption(formatCount(step.step))}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{say.arrow}</span>
            </th>
            {names.map((name) => (
              <th key={name} scope="col" aria-label={say.changeSpoken(name)}>
                {say.change(name)}
              </th>
            ))}
            <th scope="col">{say.length}</th>
          </tr>
        </thead>
        <tbody>
          {picture.arrows.map((arrow) => (
            <tr key={arrow.term} data-term={arrow.term}>
              <th scope="row">
                <ArrowName
                  role={arrow.role}
                  label={arrow.label}
                  tex={arrowTex(task, arrow.template)}
                  drawnAs={drawnAs(arrow, picture.kind, drawn?.scales[arrow.term] ?? null)}
                />
              </th>
              {waysOf(arrow, problem).map((way, i) => (
                <td key={names[i]}>
                  <data value={way}>{formatMeasure(way)}</data>
                </td>
              ))}
              <td>
                <data value={Math.hypot(...arrow.vector)}>{formatMeasure(Math.hypot(...arrow.vector))}</data>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {notes.length > 0 && (
        <div className="arrow-notes">
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      )}
      {drawn?.isSmall && (
        <p className="arrow-notes">
          {say.small}{' '}
          <button type="button" onClick={() => void commands.run('zoom-to-playhead')}>
            {say.zoom}
          </button>
        </p>
      )}
    </section>
  );
}

/** A row's arrow, term and word; it has the focus for its row, and lights the arrow by it. */
const ArrowName = memo(function ArrowName({
  role,
  label,
  tex,
  drawnAs,
}: {
  readonly tex: string;
  readonly drawnAs: string;
} & Pick<PictureArrow, 'role' | 'label'>) {
  const formula = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (formula.current) renderReading(tex, formula.current);
  }, [tex]);
  return (
    <button type="button" className="arrow-row">
      <RoleArrow role={role} />
      <span>
        <span ref={formula} data-role={role} aria-hidden="true" />{' '}
        <span className="arrow-word-of">{label}</span>
        {drawnAs !== '' && <small>{drawnAs}</small>}
      </span>
    </button>
  );
});

/** Its scale on the map; in a sum what adds up needs none. */
function drawnAs({ isTrue }: PictureArrow, kind: 'sum' | 'shared', scale: number | null): string {
  if (scale !== null) return say.drawnAt(scale);
  return kind === 'shared' && isTrue ? say.trueLength : '';
}

/** What the map's coordinates are called: of time only the parameter. */
function shownNames(problem: Problem): readonly string[] {
  const names = parameterNames(problem);
  const directions = problem.plane.kind === 'time' ? [problem.plane.v] : [problem.plane.u, problem.plane.v];
  return directions.map((direction) => names[direction.findIndex((x) => x !== 0)]);
}

/** How far an arrow leads along each of them. */
function waysOf({ vector }: PictureArrow, { plane }: Problem): readonly number[] {
  const directions = plane.kind === 'time' ? [plane.v] : [plane.u, plane.v];
  const flat = { ...plane, origin: plane.origin.map(() => 0) };
  return directions.map((direction) => planeCoordinate(flat, direction, vector));
}

import { problemMessages as say } from '../../src/messages/problems.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import { unlistedOf } from '../../src/problems/problem.ts';
import { PROBLEMS } from '../../src/problems/registry.ts';
import { useFoundMinimizers } from '../engine/foundMinimizers.ts';
import { useAppState } from '../ui/AppContext.ts';
import { pointText, valueText } from './pointText.ts';

/** The minimizers and saddles of the problem on the map, with the marks they have there. */
export function ProblemPoints() {
  const selection = useAppState(({ scene }) => scene.problem);
  useFoundMinimizers();
  const problem = createProblem(selection);
  const globalFirst = problem.minimizers.toSorted(
    (a, b) => Number(a.kind === 'local') - Number(b.kind === 'local'),
  );
  const points = [
    ...globalFirst.map(({ point, kind }) => ({ point, word: say[kind], mark: 'minimizer' as const })),
    ...problem.saddles.map((point) => ({ point, word: say.saddle, mark: 'saddle' as const })),
  ];
  const unlisted = unlistedOf(PROBLEMS[selection.id], selection.params);
  const note = unlisted ?? (problem.minimizers.length === 0 ? say.noMinimizers : null);
  return (
    <>
      <ul className="problem-points" aria-label={say.points}>
        {points.map(({ point, word, mark }) => (
          <li key={`${mark} ${point.join()}`}>
            <Mark kind={mark} />
            <span>
              {word} <b>{pointText(point, problem.shape)}</b>
            </span>
            <span className="problem-point-value">
              {say.value(valueText(problem.value(Float64Array.from(point)), selection.scale))}
            </span>
          </li>
        ))}
      </ul>
      {note !== null && <p className="present-note">{note}</p>}
    </>
  );
}

/** The mark of the map, smaller. */
function Mark({ kind }: { kind: 'minimizer' | 'saddle' }) {
  return (
    <svg className="icon" aria-hidden="true" width="12" height="12" viewBox="-6 -6 12 12">
      <path d={kind === 'minimizer' ? 'M-4-4 4 4M-4 4 4-4' : 'M0-5 5 0 0 5-5 0Z'} />
    </svg>
  );
}

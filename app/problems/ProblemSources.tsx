import { citationText } from '../formulas/citationText.ts';
import { problemMessages as say } from '../../src/messages/problems.ts';
import { PROBLEMS } from '../../src/problems/registry.ts';
import { useAppState } from '../ui/AppContext.ts';

/** Where the problem on the map is taught, or printed. */
export function ProblemSources() {
  const id = useAppState(({ scene }) => scene.problem.id);
  const { cite = [] } = PROBLEMS[id];
  if (cite.length === 0) return null;
  return (
    <ul className="problem-sources" aria-label={say.sources}>
      {cite.map((citation) => (
        <li key={citationText(citation)}>{citationText(citation)}</li>
      ))}
    </ul>
  );
}

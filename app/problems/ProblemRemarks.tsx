import { PROBLEMS } from '../../src/problems/registry.ts';
import { useAppState } from '../ui/AppContext.ts';

/** What else the chosen parameters mean, and whose data it is. */
export function ProblemRemarks() {
  const { id, params } = useAppState(({ scene }) => scene.problem);
  const definition = PROBLEMS[id];
  return (
    <>
      {definition.remarks?.(params).map((sentence) => (
        <p key={sentence} className="present-note">
          {sentence}
        </p>
      ))}
      {definition.credit !== undefined && <p className="problem-sources">{definition.credit}</p>}
    </>
  );
}

import { useAppState } from '../ui/AppContext.ts';
import { runNames } from '../ui/names.ts';
import { Swatch } from '../ui/Swatch.tsx';
import { RunRule } from './RunRule.tsx';

/** The focused run's update rule, as a panel of its own. */
export function UpdateRule() {
  const runs = useAppState(({ scene }) => scene.runs);
  const focus = useAppState((state) => state.focus);
  const run = runs[focus];
  if (!run) return null;
  return (
    <section className="rule-panel" aria-labelledby="rule-title">
      <h2 id="rule-title">
        <Swatch slot={run.slot} />
        {runNames(runs)[focus]}
      </h2>
      <RunRule run={run} />
    </section>
  );
}

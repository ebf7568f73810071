import { appMessages as say } from '../../src/messages/app.ts';
import { OPTIMIZERS } from '../../src/optimizers/registry.ts';
import type { Citation } from '../../src/specs/citation.ts';
import { useAppState } from '../ui/AppContext.ts';
import { runNames } from '../ui/names.ts';
import { Swatch } from '../ui/Swatch.tsx';
import { ruleTex } from './ruleTex.ts';
import { Tex } from './Tex.tsx';

/** The focused run's update rule in symbols, and where it is taught. */
export function UpdateRule() {
  const runs = useAppState(({ scene }) => scene.runs);
  const focus = useAppState((state) => state.focus);
  const run = runs[focus];
  if (!run) return null;
  const optimizer = OPTIMIZERS[run.optimizer.id];
  return (
    <section className="rule" aria-labelledby="rule-title">
      <h2 id="rule-title">
        <Swatch slot={run.slot} />
        {runNames(runs)[focus]}
      </h2>
      <p className="rule-idea">{optimizer.idea}</p>
      {ruleTex(optimizer, run.optimizer.hyperparameters).map((tex) => (
        <Tex key={tex} tex={tex} className="rule-line" />
      ))}
      <details className="rule-sources">
        <summary>{say.sources}</summary>
        <ul>
          {optimizer.cite.map((citation) => (
            <li key={citationText(citation)}>{citationText(citation)}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function citationText(citation: Citation): string {
  return 'lecture' in citation ? `${citation.lecture}: ${citation.at}` : `${citation.paper}, ${citation.at}`;
}

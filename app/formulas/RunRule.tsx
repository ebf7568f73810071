import { runMessages as say } from '../../src/messages/runs.ts';
import { OPTIMIZERS } from '../../src/optimizers/registry.ts';
import type { Run } from '../../src/scene/scene.ts';
import type { Citation } from '../../src/specs/citation.ts';
import { useAppState } from '../ui/AppContext.ts';
import { citationText } from './citationText.ts';
import { partsOf } from './partsOf.ts';
import { alignedRuleTex } from './ruleTex.ts';
import { shortCitation } from './shortCitation.ts';
import { Tex } from './Tex.tsx';

/** A run's whole rule in symbols, the ideas behind it, and where they are taught. */
export function RunRule({ run }: { run: Run }) {
  const problem = useAppState(({ scene }) => scene.problem);
  const optimizer = OPTIMIZERS[run.optimizer.id];
  const parts = partsOf(run);
  const short = shortCitation(optimizer.cite);
  return (
    <div className="rule">
      {/* Beside the first line where that is the optimizer’s, which is short. */}
      <details className={parts.length > 0 ? 'rule-sources apart' : 'rule-sources'}>
        <summary>{short ? say.asIn(short.source, short.place) : say.sources}</summary>
        <Sources cite={optimizer.cite} />
        {parts.map(({ key, name, cite }) => (
          <div key={key}>
            {name}
            <Sources cite={cite} />
          </div>
        ))}
      </details>
      <Tex tex={alignedRuleTex({ ...run, problem })} className="rule-lines" fits />
      <p className="rule-idea">{optimizer.idea}</p>
      {parts.map(({ key, name, idea }) => (
        <p key={key} className="rule-idea">
          {say.ideaOf(name, idea)}
        </p>
      ))}
    </div>
  );
}

function Sources({ cite }: { cite: readonly Citation[] }) {
  return (
    <ul>
      {cite.map((citation) => (
        <li key={citationText(citation)}>{citationText(citation)}</li>
      ))}
    </ul>
  );
}

import { ruleMessages as say } from '../../src/messages/rules.ts';
import { OPTIMIZERS } from '../../src/optimizers/registry.ts';
import type { Run } from '../../src/scene/scene.ts';
import type { Citation } from '../../src/specs/citation.ts';
import { citationText } from './citationText.ts';
import { partsOf } from './partsOf.ts';
import { shortCitation } from './shortCitation.ts';

/** Where a run's whole rule is taught: its optimizer, its modifiers and its schedule. */
export function RuleSources({ run, className = '' }: { run: Run; className?: string }) {
  const optimizer = OPTIMIZERS[run.optimizer.id];
  const short = shortCitation(optimizer.cite);
  return (
    <details className={`rule-sources ${className}`}>
      <summary>{short ? say.asIn(short.source, short.place) : say.sources}</summary>
      <Sources cite={optimizer.cite} />
      {partsOf(run).map(({ key, name, cite }) => (
        <div key={key}>
          {name}
          <Sources cite={cite} />
        </div>
      ))}
    </details>
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

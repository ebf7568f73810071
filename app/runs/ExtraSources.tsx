import { ruleMessages as say } from '../../src/messages/rules.ts';
import type { Citation } from '../../src/specs/citation.ts';
import { citationText } from '../formulas/citationText.ts';

/** Where a schedule or a modifier is taught, to be unfolded. */
export function ExtraSources({ cite }: { cite: readonly Citation[] }) {
  return (
    <details className="extra-sources">
      <summary>{say.sources}</summary>
      <ul>
        {cite.map((citation) => (
          <li key={citationText(citation)}>{citationText(citation)}</li>
        ))}
      </ul>
    </details>
  );
}

import { ruleMessages as say } from '../../../src/messages/rules.ts';
import type { Citation } from '../../../src/specs/citation.ts';
import { citationText } from '../../formulas/citationText.ts';
import { shortCitation } from '../../formulas/shortCitation.ts';

/** Where something is taught: the shortest place in words, which opens all of them. */
export function Credit({ cite }: { cite: readonly Citation[] }) {
  const short = shortCitation(cite);
  return (
    <details className="loss-credit">
      <summary>{short ? say.asIn(short.source, short.place) : say.sources}</summary>
      <ul>
        {cite.map((citation) => (
          <li key={citationText(citation)}>{citationText(citation)}</li>
        ))}
      </ul>
    </details>
  );
}

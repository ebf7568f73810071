import { runMessages as say } from '../../src/messages/runs.ts';
import type { Optimizer } from '../../src/optimizers/optimizer.ts';
import type { AnyValues } from '../../src/specs/spec.ts';
import { alignedRuleTex } from './ruleTex.ts';
import { shortCitation } from './shortCitation.ts';
import { citationText } from './citationText.ts';
import { Tex } from './Tex.tsx';

/** An update rule in symbols, the idea behind it, and where it is taught. */
export function RunRule({
  optimizer,
  hyperparameters,
}: {
  optimizer: Optimizer;
  hyperparameters: AnyValues;
}) {
  const short = shortCitation(optimizer.cite);
  return (
    <div className="rule">
      <details className="rule-sources">
        <summary>{short ? say.asIn(short.source, short.place) : say.sources}</summary>
        <ul>
          {optimizer.cite.map((citation) => (
            <li key={citationText(citation)}>{citationText(citation)}</li>
          ))}
        </ul>
      </details>
      <Tex tex={alignedRuleTex(optimizer, hyperparameters)} className="rule-lines" fits />
      <p className="rule-idea">{optimizer.idea}</p>
    </div>
  );
}

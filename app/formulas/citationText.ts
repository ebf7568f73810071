import { ruleMessages as say } from '../../src/messages/rules.ts';
import type { Citation } from '../../src/specs/citation.ts';

/** Where something is taught or published, in words. */
export function citationText(citation: Citation): string {
  return 'lecture' in citation
    ? say.source(citation.lecture, citation.at)
    : say.paper(citation.paper, citation.at);
}

import type { SymbolPair } from '../../src/lectures/printedForm.ts';
import { lectureMessages as say } from '../../src/messages/lectures.ts';
import type { Lecture } from '../../src/specs/citation.ts';

import { Tex } from '../formulas/Tex.tsx';
import { Prose } from './Prose.tsx';

/** What a lecture calls each thing, and what it is called here. */
export function SymbolTable({ lecture, symbols }: { lecture: Lecture; symbols: readonly SymbolPair[] }) {
  if (symbols.length === 0) return null;
  return (
    <details className="printed-symbols">
      <summary>{say.symbols}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.theirs(lecture)}</th>
            <th scope="col">{say.ours}</th>
            <th scope="col">{say.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {symbols.map(({ theirs, ours, words }) => (
            <tr key={theirs}>
              <td>
                <Tex tex={theirs} className="printed-symbol" />
              </td>
              <td>
                <Tex tex={ours} className="printed-symbol" />
              </td>
              <td>
                <Prose text={words} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

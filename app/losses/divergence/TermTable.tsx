import { divergenceMessages as say } from '../../../src/messages/divergence.ts';
import { printEquation } from '../../../src/losses/walk/printEquation.ts';
import { printedText } from '../../../src/losses/walk/printedText.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { Prose } from '../../lecture/Prose.tsx';
import type { BarHand, Pair } from './pair.ts';

const STEP = 0.01;
const SIDES = ['p', 'q'] as const;

/** What each outcome adds to the divergence; the entries can be typed. */
export function TermTable({ pair, hand }: { pair: Pair; hand: BarHand }) {
  const { forward, unit } = pair;
  const { left, inputs } = printEquation(forward.divergence, forward.terms, (terms) =>
    terms.reduce((sum, term) => sum + term, 0),
  );
  const finite = forward.terms.filter(Number.isFinite).map(Math.abs);
  const most = Math.max(...finite, Number.MIN_VALUE);
  return (
    <table className="term-table">
      <caption>{say.terms}</caption>
      <thead>
        <tr>
          <th scope="col">{say.columns.outcome}</th>
          {SIDES.map((side) => (
            <th key={side} scope="col" className={`of-${side}`}>
              <i>{say.columns[side]}</i>
            </th>
          ))}
          <th scope="col" colSpan={2}>
            <Prose text={say.columns.term[unit]} />
          </th>
        </tr>
      </thead>
      <tbody>
        {forward.terms.map((term, k) => (
          <tr key={k}>
            <th scope="row">{k + 1}</th>
            {SIDES.map((side) => (
              <td key={side}>
                <NumberField
                  label={say.handle[side](k + 1)}
                  min={0}
                  max={1}
                  value={pair[side][k]}
                  next={(from, direction) => Math.round((from + direction * STEP) * 1000) / 1000}
                  onChange={(to) => hand.onChange(side, k, to)}
                  onBegin={hand.onBegin}
                  onEnd={hand.onEnd}
                />
              </td>
            ))}
            <td className="term-picture">
              <svg width="100%" height="14" aria-hidden="true">
                <rect
                  className={term < 0 ? 'term-minus' : 'term-plus'}
                  x={`${50 + Math.min(0, partOf(term, most)) * 50}%`}
                  width={`${Math.abs(partOf(term, most)) * 50}%`}
                  height="14"
                />
                <line className="loss-base" x1="50%" x2="50%" y1="0" y2="14" />
              </svg>
            </td>
            <td>{printedText(inputs[k])}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={4}>
            <Prose text={say.forward.divergence} />
          </th>
          <td>{printedText(left)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** A term as a part of the largest; what is infinite fills its side. */
function partOf(term: number, most: number): number {
  return Number.isFinite(term) ? term / most : Math.sign(term);
}

import { centralDifference } from '../../../src/losses/network/backward.ts';
import { entriesOf, idOf, type Entry } from '../../../src/losses/network/entries.ts';
import { leftOf } from '../../../src/losses/network/readEntry.ts';
import { printNumber } from '../../../src/reading/printNumber.ts';
import { backpropagationMessages as say } from '../../../src/messages/backpropagation.ts';
import { Tex } from '../../formulas/Tex.tsx';
import { Printed } from './Printed.tsx';
import { gradient, type NetworkPart } from './networkOf.ts';

/** Digits of the two numbers that are compared, and of their difference. */
const DIGITS = 6;
const FEW = 2;

/** All of the gradient, equation by equation, each entry beside what finite differences give. */
export function GradientTables(part: NetworkPart) {
  const entries = entriesOf(part.network);
  return (
    <div className="network-tables">
      {(['bp1', 'bp2', 'bp3', 'bp4'] as const).map((equation) => (
        <EquationTable key={equation} part={part} equation={equation} entries={entries[equation]} />
      ))}
    </div>
  );
}

interface EquationTableProps {
  readonly part: NetworkPart;
  readonly equation: keyof typeof say.equations;
  readonly entries: readonly Entry[];
}

function EquationTable({ part, equation, entries }: EquationTableProps) {
  const { name, tex } = say.equations[equation];
  const isSoftmax = equation === 'bp1' && part.network.pair === 'softmax-entropy';
  const { columns } = say;
  return (
    <section className="network-equation" aria-label={name}>
      <h2>
        <span className="network-tag">{`(${name})`}</span>
        <Tex tex={isSoftmax ? say.softmaxForm : tex} className="network-formula" fits />
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{columns.entry}</span>
            </th>
            <th scope="col">{columns.equation}</th>
            <th scope="col">{columns.differences}</th>
            <th scope="col">{columns.apart}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <EntryRow key={idOf(entry)} part={part} entry={entry} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function EntryRow({ part, entry }: { part: NetworkPart; entry: Entry }) {
  const exact = gradient(part, entry);
  const measured = centralDifference(part.network, entry);
  const isRead = idOf(entry) === idOf(part.read);
  return (
    <tr className={isRead ? 'read' : ''}>
      <th scope="row">
        <button
          type="button"
          aria-pressed={isRead}
          aria-label={entryName(entry)}
          onClick={() => part.page.set('read', idOf(entry))}
        >
          <Tex tex={leftOf(entry)} className="network-entry" />
        </button>
      </th>
      <td>
        <Printed of={printNumber(exact, DIGITS)} />
      </td>
      <td>
        <Printed of={printNumber(measured, DIGITS)} />
      </td>
      <td>
        <Printed of={printNumber(Math.abs(exact - measured), FEW)} />
      </td>
    </tr>
  );
}

/** An entry in words. */
export function entryName(entry: Entry): string {
  const [layer, at] = [String(entry.layer), String(entry.at + 1)];
  return entry.kind === 'weight'
    ? say.names.weight(layer, at, String(entry.from + 1))
    : say.names[entry.kind](layer, at);
}

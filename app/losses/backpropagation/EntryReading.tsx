import { centralDifference, NUMBERS_OF } from '../../../src/losses/network/backward.ts';
import { HIDDEN } from '../../../src/losses/network/network.ts';
import { readEntry, symbolOf, type EntryLine } from '../../../src/losses/network/readEntry.ts';
import { costLine, forwardLines } from '../../../src/losses/network/readForward.ts';
import { shownLine } from '../../../src/losses/reading/shownLine.ts';
import { backpropagationMessages as say } from '../../../src/messages/backpropagation.ts';
import type { NumberSpec } from '../../../src/specs/spec.ts';
import { SpecSlider } from '../../controls/SpecSlider.tsx';
import { Tex } from '../../formulas/Tex.tsx';
import { formatMeasure } from '../../ui/formatNumber.ts';
import { NumberLine } from '../parts/NumberLine.tsx';
import { entryName } from './GradientTables.tsx';
import { gradient, type NetworkPart } from './networkOf.ts';

/** What is read: its number to be set, the lines it comes from with their numbers, and the check. */
export function EntryReading(part: NetworkPart) {
  const { network, flowed, back, read } = part;
  const exact = gradient(part, read);
  const measured = centralDifference(network, read);
  return (
    <section className="network-reading" aria-label={say.read}>
      <h2>{entryName(read)}</h2>
      {read.kind !== 'delta' && <EntrySlider {...part} />}
      {read.kind === 'delta' && <Lines lines={forwardLines(network, flowed, read.layer, read.at)} />}
      {read.kind === 'delta' && read.layer === 3 && <Lines lines={[costLine(network, flowed, back)]} />}
      <div className="network-backward">
        <Lines lines={readEntry(network, flowed, back, read)} />
      </div>
      <div className="network-check">
        <Tex tex={say.checkFormula} className="network-line" fits />
        <p>{say.inSum(formatMeasure(exact), formatMeasure(measured), apart(exact, measured))}</p>
      </div>
    </section>
  );
}

function apart(exact: number, measured: number): string {
  return formatMeasure(Math.abs(exact - measured));
}

function Lines({ lines }: { lines: readonly EntryLine[] }) {
  return lines.map(({ left, symbols, line }) => (
    <NumberLine key={`${left} ${symbols}`} line={shownLine(left, symbols, line)} className="network-line" />
  ));
}

/** The weight or bias that is read, to be slid and typed. */
function EntrySlider({ page, network, read }: NetworkPart) {
  if (read.kind === 'delta') return null;
  const key = NUMBERS_OF[read.layer][read.kind];
  const row = read.kind === 'weight' ? read.at * HIDDEN + read.from : read.at;
  const value = network[key][row];
  const spec: NumberSpec = {
    kind: 'number',
    key,
    symbol: read.kind === 'weight' ? 'w' : 'b',
    label: say.value,
    default: 0,
    min: -100,
    max: 100,
    scale: 'linear',
    slider: [-5, 5],
  };
  return (
    <div className="spec-controls" data-symbol={symbolOf(read)}>
      <SpecSlider
        spec={spec}
        value={value}
        onChange={(to) =>
          page.set(
            key,
            network[key].map((old, i) => (i === row ? to : old)),
          )
        }
        onBegin={page.begin}
        onEnd={page.end}
      />
    </div>
  );
}

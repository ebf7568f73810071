import { backpropagationMessages as say } from '../../../src/messages/backpropagation.ts';
import { NumbersControl } from '../../controls/NumbersControl.tsx';
import { Segments } from '../../controls/Segments.tsx';
import { SpecSlider } from '../../controls/SpecSlider.tsx';
import { Prose } from '../../lecture/Prose.tsx';
import { formatMeasure, formatSetting } from '../../ui/formatNumber.ts';
import { Credit } from '../parts/Credit.tsx';
import { Spoken } from '../parts/Spoken.tsx';
import { EntryReading } from './EntryReading.tsx';
import { entryName } from './GradientTables.tsx';
import { gradient, SPECS, type NetworkPart } from './networkOf.ts';

const CITE = [
  { lecture: 'Optimizers', at: '“Review. Backpropagation”, (BP1) to (BP4)' },
  { paper: 'Nielsen 2015, Neural Networks and Deep Learning', at: 'chapter 2' },
] as const;

/** Far enough that ŷ rounds to 1. */
const SATURATED = 50;

/** What is set, what comes of it in words, and the entry that is read. */
export function NetworkSide(part: NetworkPart) {
  const { page, network, back, read } = part;
  const { values, set, begin, end } = page;
  const isSigmoid = values.pair === 'sigmoid-entropy' || values.pair === 'sigmoid-squares';
  const makeMistake = () => {
    begin();
    set('label', '0');
    set('outputBiases', [SATURATED, ...values.outputBiases.slice(1)]);
    set('read', 'delta-3-1');
    end();
  };
  const sentence = sentenceOf(part);
  return (
    <aside className="loss-side network-side">
      <Choice page={page} name="pair" label={say.pair} texts={say.pairs} />
      <Choice page={page} name="activation" label={say.activation} texts={say.activations} />
      <Choice page={page} name="pass" label={say.pass} texts={say.passes} />
      {isSigmoid && <Choice page={page} name="label" label={say.label} texts={{ 0: '0', 1: '1' }} />}
      {values.pair === 'softmax-entropy' && (
        <Choice page={page} name="category" label={say.category} texts={{ 1: '1', 2: '2', 3: '3' }} />
      )}
      <div className="spec-controls">
        {values.pair === 'linear-squares' && (
          <SpecSlider
            spec={SPECS.number}
            value={values.number}
            onChange={(to) => set('number', to)}
            onBegin={begin}
            onEnd={end}
          />
        )}
        <NumbersControl spec={SPECS.inputs} value={values.inputs} onChange={(to) => set('inputs', to)} />
      </div>
      <p className="network-sentence">
        <Prose text={sentence} />
      </p>
      {isSigmoid && (
        <p className="network-mistake">
          <button type="button" onClick={makeMistake}>
            {say.sureMistake}
          </button>
        </p>
      )}
      <EntryReading {...part} />
      <Credit cite={CITE} />
      <Spoken
        text={`${say.cost(formatMeasure(back.cost.printed))}. ${sentence} ${say.spoken(entryName(read), formatMeasure(gradient(part, read)))}`}
      />
      <p className="visually-hidden">{say.target(network.target.map(formatSetting).join(', '))}</p>
    </aside>
  );
}

type ChoiceName = 'pair' | 'activation' | 'pass' | 'label' | 'category';

interface ChoiceProps {
  readonly page: NetworkPart['page'];
  readonly name: ChoiceName;
  readonly label: string;
  readonly texts: Readonly<Record<string, string>>;
}

function Choice({ page, name, label, texts }: ChoiceProps) {
  return (
    <Segments
      symbol={String.raw`\mathrm{choice}`}
      label={label}
      segments={SPECS[name].options.map((key) => ({ key, text: texts[key] }))}
      chosen={page.values[name]}
      onChoose={(key) => page.set(name, key)}
    />
  );
}

/** What the pair of output and loss does to δ, with its numbers. */
function sentenceOf({ network, flowed, back }: NetworkPart): string {
  const own = network.pair === 'softmax-entropy' ? network.target.indexOf(1) : 0;
  const [a, y] = [flowed.a3[own], network.target[own]];
  const delta = formatMeasure(back.delta3[own]);
  if (network.activation === 'relu' && flowed.z2.includes(0)) return say.kink;
  if (!Number.isFinite(back.cost.printed))
    return say.infinite(formatSetting(a), formatMeasure(back.cost.value), delta);
  switch (network.pair) {
    case 'sigmoid-entropy':
      return say.match(formatMeasure(a), formatSetting(y), delta);
    case 'linear-squares':
      return say.matchLinear(formatMeasure(a), formatSetting(y), delta);
    case 'softmax-entropy':
      return say.matchSoftmax;
    case 'sigmoid-squares': {
      const difference = formatMeasure(back.cost.slopes[0]);
      const slope = back.outputSlopes?.[0] ?? 1;
      return slope === 0 && a !== y
        ? say.stopped(difference)
        : say.mismatch(difference, formatMeasure(slope), delta);
    }
  }
}

import { noiseMessages as say } from '../../src/messages/noise.ts';
import { isWholeSet, MAX_BATCH } from '../../src/random/batches.ts';
import { SAMPLING_ORDERS, type Sampling } from '../../src/scene/scene.ts';
import { Segments } from '../controls/Segments.tsx';
import { SpecSlider } from '../controls/SpecSlider.tsx';
import { beginGesture, endGesture, setSampling } from '../store/actions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { formatCount } from '../ui/formatNumber.ts';
import { BATCH } from './noiseSpecs.ts';
import { SeedPart } from './SeedPart.tsx';

const KINDS = ['full', 'mini', 'single'] as const;
type Kind = (typeof KINDS)[number];
/** What a mini-batch begins with, where there are more samples. */
const USUAL = 16;

/** Which samples each step sees: all, some or one of them, and in which order. @param samples number of samples */
export function BatchPart({ samples }: { samples: number }) {
  const { store } = useApp();
  const sampling = useAppState(({ scene }) => scene.sampling);
  const { batchSize, order } = sampling;
  const isWhole = isWholeSet(sampling, samples);
  const kind = isWhole ? 'full' : batchSize === 1 ? 'single' : 'mini';
  const most = order === 'replacement' ? MAX_BATCH : samples;
  const sizes: Readonly<Record<Kind, Sampling['batchSize']>> = {
    full: 'full',
    mini: Math.max(2, Math.min(USUAL, Math.floor(samples / 2))),
    single: 1,
  };
  const choose = (key: string) => {
    const chosen = KINDS.find((one) => one === key);
    if (chosen !== undefined) setSampling(store, { batchSize: sizes[chosen] });
  };
  const chooseOrder = (key: string) => {
    const chosen = SAMPLING_ORDERS.find((one) => one === key);
    if (chosen !== undefined) setSampling(store, { order: chosen });
  };
  return (
    <section aria-labelledby="batch-title">
      <h2 id="batch-title">{say.batchSheet}</h2>
      <p className="noise-words">{sizeWords(sampling, samples)}</p>
      <div className="spec-controls batch-controls">
        <Segments
          symbol=""
          label={say.samplesAStep}
          segments={KINDS.map((key) => ({ key, text: say[key] }))}
          chosen={kind}
          onChoose={choose}
        />
        <SpecSlider
          spec={{ ...BATCH, max: Math.max(samples, most), slider: [1, samples] }}
          value={batchSize === 'full' ? samples : batchSize}
          onChange={(next) => setSampling(store, { batchSize: next })}
          onBegin={() => beginGesture(store)}
          onEnd={() => endGesture(store)}
        />
        {batchSize !== 'full' && (
          <Segments
            symbol=""
            label={say.order}
            segments={SAMPLING_ORDERS.map((key) => ({ key, text: say.orders[key] }))}
            chosen={order}
            onChoose={chooseOrder}
          />
        )}
      </div>
      {!isWhole && (
        <>
          <p className="noise-words">{orderWords(sampling, samples)}</p>
          <SeedPart />
        </>
      )}
    </section>
  );
}

function sizeWords(sampling: Sampling, samples: number): string {
  const all = formatCount(samples);
  if (isWholeSet(sampling, samples) || sampling.batchSize === 'full') return say.seesAll(all);
  return sampling.batchSize === 1 ? say.seesOne(all) : say.seesBatch(formatCount(sampling.batchSize), all);
}

function orderWords({ batchSize, order }: Sampling, samples: number): string {
  if (order === 'replacement' || batchSize === 'full') return say.replacement;
  const left = samples % batchSize;
  return say.epochs(formatCount(Math.ceil(samples / batchSize)), left === 0 ? null : formatCount(left));
}

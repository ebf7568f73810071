import { useEffect, useRef } from 'react';
import { noiseMessages as say } from '../../src/messages/noise.ts';
import { NumberField } from '../controls/NumberField.tsx';
import { SpecSlider } from '../controls/SpecSlider.tsx';
import { beginGesture, endGesture, setNoise, setSampling, setSeed } from '../store/actions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { formatMeasure } from '../ui/formatNumber.ts';
import { DieIcon } from '../ui/icons.tsx';
import { CloudPart } from './CloudPart.tsx';
import { BATCH, NOISE } from './noiseSpecs.ts';
import { deviationOf, seedAfter, SEEDS } from './seeds.ts';
import { SpreadPart } from './SpreadPart.tsx';

/** The noise that all runs share, the cloud of what it might have been, and what the batch size does to that. */
export function NoiseSheet() {
  const parts = useRef<HTMLDivElement>(null);
  // Where the sheet was opened before it had arrived, the focus waits around it.
  useEffect(() => {
    if (parts.current?.parentElement === document.activeElement)
      parts.current?.querySelector('input')?.focus();
  }, []);
  return (
    <div ref={parts} className="noise-parts">
      <NoisePart />
      <CloudPart />
      <SpreadPart />
    </div>
  );
}

function NoisePart() {
  const { store } = useApp();
  const sampling = useAppState(({ scene }) => scene.sampling);
  const { noise, batchSize, seed } = sampling;
  const gesture = { onBegin: () => beginGesture(store), onEnd: () => endGesture(store) };
  const isWhole = batchSize === 'full';
  const silence = isWhole ? say.wholeBatch : say.silent;
  return (
    <section aria-labelledby="noise-title">
      <h2 id="noise-title">{say.sheet}</h2>
      <p className="noise-words">
        {say.draw} {noise === 0 || isWhole ? silence : say.deviation(formatMeasure(deviationOf(sampling)))}
      </p>
      <div className="spec-controls">
        <SpecSlider spec={NOISE} value={noise} onChange={(next) => setNoise(store, next)} {...gesture} />
        {isWhole ? (
          <button type="button" className="noise-batch" onClick={() => setSampling(store, { batchSize: 1 })}>
            {say.takeBatch}
          </button>
        ) : (
          <SpecSlider
            spec={BATCH}
            value={batchSize}
            onChange={(next) => setSampling(store, { batchSize: next })}
            {...gesture}
          />
        )}
      </div>
      <div className="noise-seed" title={say.seedKeys}>
        <span aria-hidden="true">{say.seed}</span>
        <NumberField
          label={say.seed}
          value={seed}
          min={0}
          max={SEEDS - 1}
          integer
          width="6.5rem"
          format={String}
          next={(value, direction) => value + direction}
          onChange={(next) => setSeed(store, next)}
        />
        <button type="button" className="quiet" onClick={() => setSeed(store, seedAfter(seed, 1))}>
          <DieIcon />
          {say.newSeed}
        </button>
      </div>
    </section>
  );
}

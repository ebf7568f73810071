import { useEffect, useRef } from 'react';
import { noiseMessages as say } from '../../src/messages/noise.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import { SpecSlider } from '../controls/SpecSlider.tsx';
import { beginGesture, endGesture, setNoise, setSampling } from '../store/actions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { formatMeasure } from '../ui/formatNumber.ts';
import { BatchPart } from './BatchPart.tsx';
import { CloudPart } from './CloudPart.tsx';
import { BATCH, NOISE } from './noiseSpecs.ts';
import { SeedPart } from './SeedPart.tsx';
import { deviationOf } from './seeds.ts';
import { SpreadPart } from './SpreadPart.tsx';

/**
 * The noise that all runs share, or on a data problem their batches; the cloud of what they might have been, and what the
 * batch size does to that.
 */
export function NoiseSheet() {
  const parts = useRef<HTMLDivElement>(null);
  const samples = useAppState(({ scene }) => createProblem(scene.problem).samples);
  // Where the sheet was opened before it had arrived, the focus waits around it.
  useEffect(() => {
    if (parts.current?.parentElement === document.activeElement)
      parts.current?.querySelector('input')?.focus();
  }, []);
  return (
    <div ref={parts} className="noise-parts">
      {samples > 0 ? <BatchPart samples={samples} /> : <NoisePart />}
      <CloudPart />
      <SpreadPart />
    </div>
  );
}

function NoisePart() {
  const { store } = useApp();
  const sampling = useAppState(({ scene }) => scene.sampling);
  const { noise, batchSize } = sampling;
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
      <SeedPart />
    </section>
  );
}

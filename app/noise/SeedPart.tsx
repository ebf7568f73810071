import { noiseMessages as say } from '../../src/messages/noise.ts';
import { NumberField } from '../controls/NumberField.tsx';
import { setSeed } from '../store/actions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { DieIcon } from '../ui/icons.tsx';
import { seedAfter, SEEDS } from './seeds.ts';

/** The seed of all draws, and the way to another. */
export function SeedPart() {
  const { store } = useApp();
  const seed = useAppState(({ scene }) => scene.sampling.seed);
  return (
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
  );
}

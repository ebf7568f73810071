import { footerMessages as say } from '../../src/messages/footer.ts';
import { NumberField } from '../controls/NumberField.tsx';
import { seedAfter, SEEDS } from '../noise/seeds.ts';
import { setSeed } from '../store/actions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { DieIcon } from '../ui/icons.tsx';
import { fieldWidth } from './fieldWidth.ts';

/** Which noise is drawn. Seeds next to each other are unrelated, so the next one is no less new than another. */
export function SeedField() {
  const { store } = useApp();
  const seed = useAppState(({ scene }) => scene.sampling.seed);
  return (
    <span className="footer-field">
      <span>{say.seed}</span>
      <NumberField
        label={say.seed}
        value={seed}
        min={0}
        max={SEEDS - 1}
        integer
        width={fieldWidth}
        format={String}
        next={(value, direction) => value + direction}
        onChange={(next) => setSeed(store, next)}
      />
      <button
        type="button"
        className="quiet"
        aria-label={say.nextSeed}
        title={say.nextSeedHelp}
        onClick={() => setSeed(store, seedAfter(seed, 1))}
      >
        <DieIcon />
      </button>
    </span>
  );
}

import { runMessages } from '../../src/messages/runs.ts';
import { runSettingMessages as say } from '../../src/messages/runSettings.ts';
import { Words } from '../controls/Words.tsx';
import { formatCount } from '../ui/formatNumber.ts';
import { bestText } from './bestText.ts';
import type { Sought } from './bestSettings.ts';
import { settingsOf } from './settingsOf.ts';
import { useBest } from './useBest.ts';

/** What a search has found, in words; it is true as long as the run keeps those settings. */
export interface FoundText {
  readonly text: string;
  /** Hyperparameters by name; none where the run diverged with all. */
  readonly settings: Readonly<Record<string, number>>;
}

export interface BestButtonProps {
  readonly id: number;
  readonly sought: Sought;
  readonly onFound: (found: FoundText) => void;
}

/** Searches a run's best settings, sets them, and says what was found. */
export function BestButton({ id, sought, onFound }: BestButtonProps) {
  const { searching, search } = useBest(([found]) => {
    const { rate, tried, steps, isChanged } = found;
    const text =
      rate === null
        ? say.bestNone(formatCount(tried))
        : say.bestFound(formatCount(tried), formatCount(steps), bestText(found), isChanged);
    onFound({ settings: settingsOf(found), text });
  });
  const words = sought === 'rate' ? say.bestRate : say.bestRateAndMomentum;
  return (
    <button
      type="button"
      className="best-rate"
      aria-disabled={searching || undefined}
      onClick={() => void search([id], sought)}
    >
      <Words text={searching ? runMessages.searching : words} />
    </button>
  );
}

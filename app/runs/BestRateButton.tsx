import { runMessages as say } from '../../src/messages/runs.ts';
import { Words } from '../controls/Words.tsx';
import { formatCount, formatSetting } from '../ui/formatNumber.ts';
import { useBestRates } from './useBestRates.ts';

/** What a search has found, in words; it is true as long as the run keeps that learning rate. */
export interface FoundText {
  readonly text: string;
  readonly rate: number | null;
}

/** Searches a run's best learning rate, sets it, and says what was found. */
export function BestRateButton({ id, onFound }: { id: number; onFound: (found: FoundText) => void }) {
  const { searching, search } = useBestRates(([{ rate, tried, steps, isChanged }]) =>
    onFound({
      rate,
      text:
        rate === null
          ? say.bestNone(formatCount(tried))
          : say.bestFound(formatCount(tried), formatCount(steps), formatSetting(rate), isChanged),
    }),
  );
  return (
    <button
      type="button"
      className="best-rate"
      aria-disabled={searching || undefined}
      onClick={() => void search([id])}
    >
      <Words text={searching ? say.searching : say.bestRate} />
    </button>
  );
}

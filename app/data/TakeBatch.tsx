import { dataPanelMessages as say } from '../../src/messages/dataPanel.ts';
import { setSampling } from '../store/actions.ts';
import { useApp } from '../ui/AppContext.ts';
import { formatCount } from '../ui/formatNumber.ts';

const USUAL = 16;

/** Says that each step sees all samples, and offers batches. @param count of samples */
export function TakeBatch({ count, words }: { count: number; words: string }) {
  const { store } = useApp();
  const size = Math.max(1, Math.min(USUAL, Math.floor(count / 2)));
  return (
    <div className="data-words">
      <p>{words}</p>
      <button
        type="button"
        className="data-take-batch"
        onClick={() => setSampling(store, { batchSize: size })}
      >
        {say.takeBatch(formatCount(size))}
      </button>
    </div>
  );
}

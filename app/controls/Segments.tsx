import { useId, useState } from 'react';
import { MathSymbol } from './MathSymbol.tsx';
import { symbolText } from './texSymbol.ts';
import { Words } from './Words.tsx';

/** One of the options of a choice. */
export interface Segment {
  readonly key: string;
  readonly text: string;
  /** What is said instead of the text. */
  readonly spoken?: string;
  /** Why it cannot be chosen; it is shown, and says so to who tries. */
  readonly refused?: string | undefined;
}

export interface SegmentsProps {
  readonly symbol: string;
  readonly label: string;
  readonly segments: readonly Segment[];
  /** The chosen segment's key. */
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

/** Longer symbols than this name no quantity, and have no room before the words. */
const LONGEST_SYMBOL = 2;

/**
 * A few words side by side of which one is chosen; arrow keys choose, as among radio buttons. They go through what cannot
 * be chosen, too: the reason is there for fingers and keys as for the pointer.
 */
export function Segments({ symbol, label, segments, chosen, onChoose }: SegmentsProps) {
  const name = useId();
  const [reason, setReason] = useState('');
  const choose = ({ key, refused }: Segment) => {
    setReason(refused ?? '');
    if (refused === undefined) onChoose(key);
  };
  return (
    <div className="choice" role="radiogroup" aria-label={label} onBlur={() => setReason('')}>
      {symbolText(symbol).length <= LONGEST_SYMBOL ? (
        <MathSymbol tex={symbol} />
      ) : (
        <span className="symbol" />
      )}
      <span className="choice-words" aria-hidden="true">
        <Words text={label} />
      </span>
      <span className="segments">
        {segments.map((segment) => {
          const { key, text, spoken, refused } = segment;
          return (
            <label
              key={key}
              className={
                key === chosen ? 'segment chosen' : refused === undefined ? 'segment' : 'segment refused'
              }
              title={refused}
            >
              <input
                type="radio"
                name={name}
                className="visually-hidden"
                checked={key === chosen}
                aria-label={spoken ?? text}
                title={refused}
                aria-disabled={refused !== undefined && key !== chosen}
                onChange={() => choose(segment)}
              />
              {text}
            </label>
          );
        })}
        {segments.some(({ refused }) => refused !== undefined) && (
          <span className="segment-reason" role="status">
            {reason}
          </span>
        )}
      </span>
    </div>
  );
}

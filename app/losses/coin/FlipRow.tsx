import { coinMessages as say } from '../../../src/messages/coin.ts';
import { LOSS_TOPICS } from '../../../src/losses/topics/registry.ts';
import { cleared } from '../../../src/losses/walk/printEquation.ts';
import { printedText } from '../../../src/losses/walk/printedText.ts';
import { Prose } from '../../lecture/Prose.tsx';
import { printExactly } from '../../../src/reading/printNumber.ts';
import { LossButton } from '../parts/LossButton.tsx';

const { minLength, maxLength } = LOSS_TOPICS.coin.values.flips;

interface FlipRowProps {
  /** 1 is heads, 0 tails. */
  readonly flips: readonly number[];
  readonly p: number;
  readonly onChange: (flips: readonly number[]) => void;
}

/** The flips as coins that are turned by a press, each with its factor of the likelihood below it. */
export function FlipRow({ flips, p, onChange }: FlipRowProps) {
  const factors = { heads: printedText(printExactly(p)), tails: printedText(printExactly(cleared(1 - p))) };
  return (
    <section aria-labelledby="coin-flips">
      <h2 id="coin-flips">{say.flips}</h2>
      <ol className="coins">
        {flips.map((flip, i) => {
          const face = flip === 1 ? 'heads' : 'tails';
          return (
            // Coins have no name but their place.
            <li key={i}>
              <button
                type="button"
                className={`coin ${face}`}
                aria-label={say.flip(i + 1, say.faces[face])}
                onClick={() => onChange(flips.map((y, k) => (k === i ? 1 - y : y)))}
              >
                {say.letters[face]}
              </button>
              <span className="coin-factor">{factors[face]}</span>
            </li>
          );
        })}
      </ol>
      <p className="loss-buttons">
        <LossButton isOff={flips.length >= maxLength} onPress={() => onChange([...flips, 1])}>
          {say.addHeads}
        </LossButton>
        <LossButton isOff={flips.length >= maxLength} onPress={() => onChange([...flips, 0])}>
          {say.addTails}
        </LossButton>
        <LossButton isOff={flips.length <= minLength} onPress={() => onChange(flips.slice(0, -1))}>
          {say.remove}
        </LossButton>
      </p>
      <p className="loss-remark">
        <Prose text={say.hint} />
      </p>
    </section>
  );
}

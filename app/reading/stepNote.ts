import type { Outcome } from '../../src/engine/trajectory.ts';
import { readingMessages as say } from '../../src/messages/reading.ts';
import { outcomeSentence } from '../runs/outcomeText.ts';
import { formatCount } from '../ui/formatNumber.ts';

/** What the panel knows when it says what it shows. */
export interface StepStanding {
  /** The step at the playhead. */
  readonly wanted: number;
  /** The focused run's step on the page; null where there is none. */
  readonly shown: number | null;
  /** How the run ended, if it has. */
  readonly outcome: Outcome | null;
  /** Whether an answer is awaited for longer than one notices. */
  readonly isLate: boolean;
}

/** Why the step on the page is not the one at the playhead; nothing where it is. */
export function stepNote({ wanted, shown, outcome, isLate }: StepStanding): string {
  if (wanted === 0) return say.atStart;
  if (outcome && outcome.step < wanted) {
    const ended = outcomeSentence(outcome) || say.ended(formatCount(outcome.step));
    return shown === null ? ended : `${ended} ${say.lastStep(formatCount(shown))}`;
  }
  if (shown === wanted || !isLate) return '';
  return shown === null
    ? say.awaited(formatCount(wanted))
    : say.stays(formatCount(shown), formatCount(wanted));
}

import type { Outcome } from '../../src/engine/trajectory.ts';
import { appMessages as say, outcomeWords, stopReasons } from '../../src/messages/app.ts';
import { formatCount } from '../ui/formatNumber.ts';

/** What a run has come to, in a word beside its name; nothing where it just took all its steps. */
export function outcomeWord({ kind }: Outcome): string {
  return kind === 'finished' ? '' : outcomeWords[kind];
}

/** Why a run ended early, as a sentence below it. */
export function outcomeSentence(outcome: Outcome): string {
  // A start is within bounds: what is not finite there is the loss.
  if (outcome.kind === 'diverged' && outcome.step === 0) return say.divergedAtStart;
  if (outcome.kind === 'diverged') return say.divergedSentence(formatCount(outcome.step));
  return outcome.kind === 'stopped'
    ? `${say.stoppedAt(formatCount(outcome.step))} ${stopReasons[outcome.reason.kind]}`
    : '';
}

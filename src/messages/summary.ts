/** What is on screen, in words. */
export const summaryMessages = {
  waiting: 'The first points are on their way.',
  focused: (name: string, step: string, steps: string, loss: string, outcome: string | null) =>
    `${name}, step ${step} of ${steps}: loss ${loss}${outcome === null ? '' : `, ${outcome}`}.`,
  lowest: (name: string, loss: string) => `${name} is lowest, at ${loss}.`,
  nearest: (name: string, distance: string, minimizer: string) =>
    `${name} is nearest: ${distance} from the minimizer ${minimizer}.`,
  /** The run that has come within 1 % of its first distance, beside the one that is farthest from that. */
  arrived: (name: string, needed: string, now: string, other: string, percent: string) =>
    `${name} needed ${needed} steps for 99 % of the way to the minimizer; after ${now}, ${other} still has ${percent} % to go.`,
  /** A run that goes to and fro, beside one that does not. */
  zigzag: (
    { name, turns, steps, walked, gained }: Walk,
    other: Pick<Walk, 'name' | 'turns' | 'walked' | 'gained'>,
  ) =>
    `${name} turned back at ${turns} of ${steps} steps: it walked ${walked} to come ${gained} nearer. ` +
    `${other.name} ${other.turns === '0' ? 'never turned back' : `turned back at ${other.turns}`}, and came ${other.gained} nearer by walking ${other.walked}.`,
} as const;

/** How a run has walked, each number as it is printed. */
export interface Walk {
  readonly name: string;
  readonly turns: string;
  readonly steps: string;
  readonly walked: string;
  readonly gained: string;
}

function named(outcomes: readonly string[]): string {
  const last = outcomes.length - 1;
  return last === 0
    ? `outcome ${outcomes[0]}`
    : `outcomes ${outcomes.slice(0, last).join(', ')} and ${outcomes[last]}`;
}

/** Words and sentences of the divergence on bars. */
export const divergenceMessages = {
  figure: 'Two distributions; bars are dragged',
  truth: 'p, the truth',
  prediction: 'q, the prediction',
  handle: { p: (k: number) => `Truth p, outcome ${k}`, q: (k: number) => `Prediction q, outcome ${k}` },
  handleText: (value: string, divergence: string) => `${value}; divergence of q from p ${divergence}`,
  hint: 'Drag a bar: the others keep their shares of what is left, so that each colour adds up to 1.',
  add: 'Add an outcome',
  remove: 'Remove the last',
  equal: 'Make q equal p',
  swap: 'Swap p and q',
  unit: 'Unit',
  units: { nats: 'nats (ln)', bits: 'bits (log₂)' },
  unitNames: { nats: 'nats', bits: 'bits' },
  lengths: 'Cross-entropy is entropy and divergence, end to end',
  row: (cross: string, entropy: string, divergence: string) => `${cross} is ${entropy} and ${divergence}`,
  /** Symbols as they are spoken and drawn, from p to q and from q to p. */
  forward: { cross: 'H(p, q)', entropy: 'H(p)', divergence: 'KL(p‖q)' },
  backward: { cross: 'H(q, p)', entropy: 'H(q)', divergence: 'KL(q‖p)' },
  divergence: 'Divergence',
  terms: 'Outcome by outcome',
  columns: { outcome: 'outcome', p: 'p', q: 'q', term: { nats: 'p ln(p/q)', bits: 'p log₂(p/q)' } },
  same: 'Here q is p, and the divergence is 0: its only zero.',
  positive: 'A term is negative where q is above p, but their sum never is: it is 0 only where q is p.',
  noDistance: (there: string, back: string) =>
    `A divergence is no distance: there it is ${there}, and back ${back}.`,
  excluded: (outcomes: readonly string[]) =>
    `q gives ${named(outcomes)} no chance and p does: whoever expects q meets what cannot be, and KL(p‖q) is ∞.`,
  excludedBack: (outcomes: readonly string[]) =>
    `p gives ${named(outcomes)} no chance and q does, so KL(q‖p) is ∞. In KL(p‖q) that term is 0.`,
  training:
    'Training moves q alone and H(p) stays, so to minimize cross-entropy is to minimize the divergence; with p one-hot H(p) is 0 and the two are one.',
  summary: (divergence: string, cross: string, entropy: string, back: string, unit: string) =>
    `The divergence of q from p is ${divergence} ${unit}: cross-entropy ${cross} less entropy ${entropy}. The other way round it is ${back}.`,
} as const;

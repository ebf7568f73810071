/** Words and sentences of the coin. */
export const coinMessages = {
  flips: 'The flips',
  flip: (index: number, face: string) => `Flip ${index}: ${face}`,
  faces: { heads: 'heads', tails: 'tails' },
  letters: { heads: 'H', tails: 'T' },
  hint: 'Press a coin to turn it. Below each stands what p makes of it; the likelihood is their product.',
  addHeads: 'Add heads',
  addTails: 'Add tails',
  remove: 'Remove the last',
  handle: {
    likelihood: 'Probability of heads, on the likelihood',
    loss: 'Probability of heads, on the negative logarithm',
  },
  handleText: (p: string, likelihood: string, loss: string) =>
    `${p}: likelihood ${likelihood}, negative logarithm ${loss}`,
  likelihood: 'Likelihood',
  likelihoodFigure: 'The likelihood of the flips over the probability of heads',
  loss: 'Negative logarithm',
  lossFigure: 'The negative logarithm of the likelihood over the probability of heads',
  most: (quotient: string) => `most likely: ${quotient}`,
  least: 'the same place',
  mostTitle: 'Most likely',
  mostSentence:
    'The derivative of −ln L is −k/p + (n − k)/(1 − p), and 0 at p = k/n: the part of heads. Both curves turn at the same place, since the logarithm only grows.',
  mostAtEnd: (face: string) =>
    `Only ${face} came up, so −ln L falls all the way to the end: its derivative is 0 nowhere, and the likeliest coin shows nothing else.`,
  zero: (face: string) =>
    `A coin that never shows ${face} cannot have made these flips: the likelihood is 0 and its negative logarithm ∞.`,
  entropyTitle: 'From likelihood to cross-entropy',
  entropySentence:
    'The logarithm makes a sum of the product, the sign makes a loss of it, and what is summed is binary cross-entropy.',
  oneHot: 'One flip, one-hot',
  oneHotSentence: 'Of the product only the factor of the face that was seen is not 1.',
  seen: 'seen',
  encoding: 'Erlangen encodes heads as (1, 0) and tails as (0, 1), and its coin has p = (0.3, 0.7).',
  summary: (heads: number, flips: number, p: string, likelihood: string, loss: string, most: string) =>
    `${heads} heads in ${flips} ${flips === 1 ? 'flip' : 'flips'}. At probability ${p} of heads the likelihood is ${likelihood} and its negative logarithm ${loss}; ${most} is most likely.`,
} as const;

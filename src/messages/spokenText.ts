/** Signs of a written sentence as a voice says them. */
export const spokenTextMessages = {
  minus: 'minus',
  tenTo: (power: string) => `ten to the ${power}`,
  times: 'times',
  signs: {
    '½': 'half',
    Σ: 'the sum of',
    '²': 'squared',
    '′': 'prime',
    ŷ: 'y hat',
    '−': 'minus',
    '=': 'equals',
    '∞': 'infinity',
  },
} as const;

import type { AxisId } from '../losses/curves/axes.ts';

/** What an axis is called, and what its number is. */
const axes: Readonly<
  Record<AxisId, { readonly name: string; readonly onFigure: string; readonly idea: string }>
> = {
  margin: {
    name: 'Margin',
    onFigure: 'margin m = y s',
    idea: 'The margin is the score times the sign of the true class: positive where the score is right.',
  },
  score: {
    name: 'Score',
    onFigure: 'score s',
    idea: 'The score is any number; its sign is the class that is chosen.',
  },
  probability: {
    name: 'Probability',
    onFigure: 'probability p',
    idea: 'The probability that the model gives to the positive class.',
  },
  residual: {
    name: 'Residual',
    onFigure: 'residual r = ŷ − y',
    idea: 'The residual is how far the predicted number lies above the true one.',
  },
};

/** The page of curves. */
export const lossCurvesMessages = {
  axes,
  over: 'Over',
  trueClass: 'True class',
  positive: 'positive',
  negative: 'negative',
  targetNames: {
    positive: 'positive, y = 1',
    negative: 'negative, y = −1 as a sign and 0 as a label',
  },
  values: (axis: string) => `Losses over the ${axis.toLowerCase()}`,
  slopes: (axis: string) => `Their slopes over the ${axis.toLowerCase()}`,
  loss: 'loss',
  slope: 'slope',
  handle: (axis: string) => `Prediction, ${axis.toLowerCase()}`,
  handleText: (axis: string, value: string, losses: readonly string[]) =>
    `${axis} ${value}${losses.length === 0 ? '' : `: ${losses.join(', ')}`}`,
  lossAt: (name: string, value: string) => `${name} ${value}`,
  table: 'Losses at the prediction',
  at: 'At',
  shownColumn: 'Shown',
  lossColumn: 'Loss',
  valueColumn: 'value',
  slopeColumn: 'slope',
  show: (name: string) => `Show ${name}`,
  read: (name: string) => `Read ${name}`,
  noSlope: 'none',
  noneShown: 'No loss is shown. Choose one above.',
  jump: (at: string) =>
    `At ${at} the loss jumps, and has no slope; everywhere else its slope is 0, which leads nowhere.`,
  corner: (at: string) => `Go to the corner at ${at}`,
  fan: (from: string, to: string, taken: string) =>
    `Every slope from ${from} to ${to} is a subgradient; the engine takes ${taken}.`,
  fanOnFigure: (from: string, to: string) => `every slope from ${from} to ${to}`,
  fanOnSlopes: (taken: string) => `the engine takes ${taken}`,
  infinite:
    'A probability of 0 for what is true costs infinitely much: the curve leaves the figure, and the arrowhead at the edge stands for ∞.',
  /** On the figure, after ∞. */
  where: (symbol: string, value: string) => `at ${symbol} = ${value}`,
  infiniteMark: {
    value: (name: string, isAbove: boolean, where: string) =>
      `${name} is ${isAbove ? 'infinite' : 'minus infinity'} ${where}`,
    slope: (name: string, isAbove: boolean, where: string) =>
      `The slope of ${name} is ${isAbove ? 'infinite' : 'minus infinity'} ${where}`,
  },
  zeroTerm: 'The other class did not happen: its term is 0, whatever probability it was given.',
  numbers: 'Show',
  modes: { both: 'both', symbols: 'symbols', numbers: 'numbers' },
  equations: 'Its value and its slope',
  line: (name: string, value: string) =>
    `${{ value: 'Value', slope: 'Slope', right: 'Probability of the true class', chosen: 'Chosen class' }[name] ?? name}: ${value}`,
  printed: 'As printed',
  summary: (axis: string, x: string, losses: readonly string[]) =>
    `${axis} ${x}. ${losses.length === 0 ? 'No loss is shown' : losses.join('; ')}.`,
  summaryOf: (name: string, value: string, slope: string) => `${name} ${value}, slope ${slope}`,
} as const;

import type { ArrowRole } from '../optimizers/optimizer.ts';

const digits = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** A scale as drawings state it. */
const scaleText = (scale: number) =>
  scale >= 1 ? `1 : ${digits.format(scale)}` : `${digits.format(1 / scale)} : 1`;

/** “a”, “a and b”, “a, b and c”. */
const listed = (words: readonly string[]) =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;

/** What is said of the arrows of a step, on the map and in their table. */
export const arrowMessages = {
  update: 'update',
  role: {
    gradient: 'gradient',
    momentum: 'momentum',
    preconditioned: 'preconditioned step',
    decay: 'weight decay',
    climb: 'climb',
    lookahead: 'look-ahead point',
    slow: 'way back to the slow weights',
    update: 'update',
  } satisfies Record<ArrowRole, string>,

  title: 'Arrows',
  sum: 'they add up tip to tail',
  shared: 'from where each is taken',
  caption: (step: string) => `Arrows of step ${step}`,
  arrow: 'Arrow',
  change: (name: string) => `Δ${name}`,
  changeSpoken: (name: string) => `change of ${name}`,
  length: 'length',
  drawnAt: (scale: number) => `drawn at ${scaleText(scale)}`,
  trueLength: 'drawn at true length',

  zero: (labels: readonly string[]) =>
    `No arrow for ${listed(labels)}: ${labels.length > 1 ? 'their lengths are' : 'its length is'} 0 in this step.`,
  infinite: (labels: readonly string[]) => `Beyond every number: ${listed(labels)}.`,
  noNumber: (labels: readonly string[]) => `Not a number, and not drawn: ${listed(labels)}.`,
  leaving: (labels: readonly string[]) => `Leads out of the map: ${listed(labels)}.`,
  outside: (labels: readonly string[]) => `Outside the part of the map in view: ${listed(labels)}.`,
  small: 'At this zoom the step is too small to be seen.',
  zoom: 'Zoom to these steps',
  projected: (shown: readonly string[], n: string) =>
    `The map shows ${listed(shown)} of ${n} parameters: arrows are drawn as they lie in its plane, and lengths are of all ${n}.`,
  inTime: 'The map has one parameter, upward: arrows are vertical, side by side.',
  shapes: {
    box: 'Dotted square: the step can lead nowhere beyond it.',
    corners: 'Dotted square: the step ends in one of its corners, or on a side where an entry is 0.',
    circle: 'Dotted circle: every step ends on it.',
    model: 'Dotted ellipse: where the quadratic model is as high as here; the cross is its stationary point.',
    saddle:
      'The quadratic model has no ellipse: it curves up along one axis and down along the other. The cross is its stationary point.',
    trials: 'Dots: the lengths that the search tried; the last one is taken.',
    refused: 'Dots: the lengths that the search tried; none was taken.',
    direction: 'Dotted ray: the direction of the search; the dot is its whole length.',
  },
};

/** Words and sentences of the softmax walk-through. */
export const softmaxMessages = {
  /** Memphis's three classes first; those that are added are of the same kind. */
  classes: ['cat', 'car', 'frog', 'ship', 'dog', 'bird', 'deer', 'horse', 'truck', 'plane'],
  figure: 'From scores to the loss',
  scores: 'Scores',
  exponentials: 'Exponentials',
  probabilities: 'Probabilities',
  loss: 'Loss',
  arrows: { exp: 'exp', normalise: 'normalise', log: '−log' },
  isTrue: (name: string) => `True class: ${name}`,
  score: (name: string) => `Score of ${name}`,
  add: (name: string) => `Add ${name}`,
  full: 'There is no other class',
  remove: (name: string) => `Remove ${name}`,
  way: 'e to the',
  ways: { 'as-printed': 'score', stable: 'score − largest' },
  logarithm: 'Logarithm',
  logarithms: { ln: 'ln', log2: 'log₂', log10: 'log₁₀' },
  logarithmsSpoken: { ln: 'natural logarithm', log2: 'logarithm to base 2', log10: 'logarithm to base 10' },
  stable: (largest: string) =>
    `The engine subtracts the largest score, ${largest}, first: no exponential is above 1, and each quotient stays the same.`,
  printed:
    'This is the slide’s way. The engine subtracts the largest score first, so that no exponential can overflow; the quotients are the same.',
  tooLarge: (score: string, loss: string) =>
    `e to the ${score} is more than float64 can hold, so this way ends in ∞ / ∞. The engine subtracts the largest score first, and its loss is ${loss}.`,
  tooSmall: (loss: string) =>
    `An exponential that float64 rounds to 0 leaves no logarithm. The engine subtracts the largest score first, and its loss is ${loss}.`,
  rounded: (name: string, loss: string) =>
    `The probability of ${name} is so near 1 that float64 rounds it, and most digits of its logarithm are lost. The engine adds up the other classes instead, and its loss is ${loss}.`,
  notANumber: 'NaN',
  curve: 'The loss over the probability of the true class',
  curveAxis: (name: string) => `p of ${name}`,
  slideGradient: 'The gradient p − y belongs to the natural logarithm, which the engine uses.',
  slideNumbers: 'The same three losses in each logarithm; the slides’ numbers are marked',
  slideColumn: 'loss',
  slideMarked: 'as on the slide',
  gradient: 'Gradient: p minus one-hot',
  gradientOf: (name: string) => `of the loss in ln, by each score; y is 1 for ${name} and 0 for the others`,
  columns: { name: 'class', p: 'p', y: 'y', gradient: 'p − y', differences: 'by differences' },
  bars: 'drawn',
  check: {
    before: 'Central differences of the loss itself, half a step 0.0001, agree to ',
    after: ': what is left of softmax and logarithm is a subtraction.',
  },
  pull: (name: string) => `Descent raises the score of ${name} and lowers all others, by how wrong each is.`,
  initial: 'Loss at initialization: ln C',
  initialFigure: 'ln C over the number of classes C',
  initialAxis: 'classes C',
  equal: 'Make all scores equal',
  initialWhy:
    'Before training all scores are nearly equal, so each class has about 1/C. A net of ten classes that does not begin near 2.30 has a fault, or weights that are too large: check it before you train.',
  initialEqual: 'All scores are equal now, and the loss is ln C.',
  summary: (name: string, probability: string, loss: string, logarithm: string) =>
    `The true class is ${name}, with probability ${probability}. The loss is ${loss}, in the ${logarithm}.`,
} as const;

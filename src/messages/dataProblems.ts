/** Words and sentences of problems that are a loss over data. */
export const dataMessages = {
  isSvm: (gamma: string) =>
    `Hinge with an L2 penalty is the support vector machine: ½‖w‖² + γ·Σ hinge, divided by γN, with γ = 1/(λN) = ${gamma}.`,
  sameAs: {
    'softmax-cross-entropy':
      'With two classes, softmax of the scores (0, s) is the sigmoid of s: this is sigmoid cross-entropy.',
    'multiclass-hinge': 'With two classes and the scores (0, s), this is the hinge loss of s.',
    'kl-divergence':
      'The target has all its probability on one class, so its entropy is 0: the divergence is binary cross-entropy of p = sigmoid(s).',
    'cross-entropy':
      'With the distributions (1 − p, p) and all of the target on one class, this is binary cross-entropy of p = sigmoid(s).',
  },

  step: 'The loss is piecewise constant: its gradient is 0 wherever it has one, and nothing moves.',
  stepHeld:
    'The loss is piecewise constant: its gradient is 0 wherever it has one, and nothing but the penalty moves a weight.',
  cone: {
    all: 'A line separates the classes: each one that does has the loss 0, and so has the origin.',
    butOnLine:
      'No sample is on the wrong side of a line that some lie on: its weights, however long, have the loss 0, and so has the origin.',
    oneClass:
      'All samples are of one class: with weight 0 each bias on their side has the loss 0, and so has the origin. An L2 penalty leaves the bias alone.',
  },
  'runs-away': {
    all: 'A line separates the classes, so no finite maximum of the likelihood exists: along it the loss falls towards 0 and the weights grow for ever. An L2 penalty holds them.',
    butOnLine:
      'No sample is on the wrong side of a line that some lie on, so no finite maximum of the likelihood exists: the longer its weights, the smaller the loss of all others, and they grow for ever. An L2 penalty holds them.',
    oneClass:
      'All samples are of one class, so no finite maximum of the likelihood exists: the further the bias goes to their side, the smaller the loss, and it grows for ever. An L2 penalty does not hold it: it leaves the bias alone.',
  },
  region: {
    all: 'A line separates the classes: the least value, 0, is reached wherever all margins are at least 1, on a whole region. An L2 penalty picks one point.',
    oneClass:
      'All samples are of one class: the least value, 0, is reached with weight 0 by each bias that is at least 1 to their side. An L2 penalty leaves the bias alone.',
  },
  segment:
    'The penalty holds the weight and leaves the bias alone: each bias between the two minimizers is as good, for the samples’ slopes cancel there.',
  notAlone:
    'The minimizer is not the only one: the loss is as small along a segment or a region that it lies on.',
  tooMany: (count: string) =>
    `With more than ${count} samples the least point of a loss with corners is not searched for.`,
  /** While a search is under way. */
  searching: 'The minimizer is being searched for.',
  uncertain:
    'There is a minimizer, but none is marked: within rounding, the search came to no point that is certainly one.',
  bentDown: (starts: string) =>
    `Focal loss is not convex: its global minimizer is the lowest that a search from ${starts} places finds.`,

  centred: (feature: string) => `${feature}, centred (cm)`,
  standardised: (feature: string) => `${feature}, standardised`,
  raw: (feature: string) => `${feature} (cm)`,
  features: {
    'sepal-length': 'sepal length',
    'sepal-width': 'sepal width',
    'petal-length': 'petal length',
    'petal-width': 'petal width',
  },
  coordinates: ['x₁', 'x₂'],
  blobs: ['class −1', 'class +1'],
  input: 'x',
  response: 'y',
} as const;

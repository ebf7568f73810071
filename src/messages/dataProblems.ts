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
  cone: 'A line separates the classes: each one that does has the loss 0, and so has the origin.',
  runsAway:
    'A line separates the classes, so no finite maximum of the likelihood exists: along it the loss falls towards 0 and the weights grow for ever. An L2 penalty holds them.',
  region:
    'A line separates the classes: the least value, 0, is reached wherever all margins are at least 1, on a whole region. An L2 penalty picks one point.',
  segment:
    'The penalty holds the weight and leaves the bias alone: each bias between the two minimizers is as good, for the samples’ slopes cancel there.',
  notAlone:
    'The minimizer is not the only one: the loss is as small along a segment or a region that it lies on.',
  tooMany: (count: string) =>
    `With more than ${count} samples the least point of a loss with corners is not searched for.`,

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

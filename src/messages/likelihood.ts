/** Words of the page on maximum likelihood and squared error. */
export const likelihoodMessages = {
  fit: 'Fit',
  number: 'a number',
  line: 'a line',
  noise: 'Noise',
  gaussian: 'Gaussian',
  laplace: 'Laplace',
  likelihoodAs: 'Likelihood as',
  product: 'product',
  logarithm: 'logarithm',

  density: (noise: string) => `${noise} density around μ, over the points`,
  densityAxis: 'p(y)',
  likelihoodChart: 'Likelihood over μ',
  likelihoodAxis: 'likelihood L(μ)',
  logAxis: 'ln L(μ)',
  errorChart: 'Error over μ',
  squaredAxis: '½ Σ (y − μ)²',
  absoluteAxis: 'Σ |y − μ|',
  mu: 'μ',
  location: 'μ over the points',
  point: (number: string) => `Point ${number}`,
  pointValue: (value: string, density: string) => `${value}, density ${density}`,
  locationValue: (mu: string, likelihood: string, error: string) =>
    `${mu}: likelihood ${likelihood}, error ${error}`,
  mean: (value: string) => `mean ${value}`,
  median: (value: string) => `median ${value}`,
  medians: (from: string, to: string) => `medians ${from} to ${to}`,
  largest: (value: string) => `largest: ${value}`,
  /** @param name the mean or a median, with its value */
  least: (name: string, value: string) => `${name}: ${value}`,
  constants: 'the constants: the same for every μ',

  lineChart: (noise: string) => `Points, the line, and a ${noise} density standing on the line at each point`,
  slopeHandle: 'Slope of the line, by its height at x = 3',
  interceptHandle: 'Intercept of the line, its height at x = 0',
  slopeValue: (slope: string) => `slope ${slope}`,
  interceptValue: (intercept: string) => `intercept ${intercept}`,
  heightValue: (value: string, density: string) => `y = ${value}, density ${density}`,
  logMap: 'ln L over slope and intercept: rings of equal likelihood',
  errorMap: {
    gaussian: 'Squared error over slope and intercept: rings of equal error',
    laplace: 'Absolute error over slope and intercept: rings of equal error',
  },
  logMapTitle: 'ln L',
  errorMapTitle: { gaussian: '½ Σ (y − ŷ)²', laplace: 'Σ |y − ŷ|' },
  slopeAxis: 'w',
  interceptAxis: 'b',

  takeNumber: { gaussian: 'Take the mean', laplace: 'Take a median' },
  takeLine: { gaussian: 'Take the line of least squares', laplace: 'Take a line of least absolute error' },
  isBest: 'You are there.',

  numbers: 'With these numbers',
  dependsOnMu: String.raw`\text{depends on }\mu`,
  dependsOnLine: String.raw`\text{depends on } w, b`,
  doesNot: String.raw`\text{constant}`,
  formulaNote: {
    gaussian: {
      number:
        'The first two terms are the same for every μ, and β only stretches the third: so L is largest where the error is least, at every β.',
      line: 'The first two terms are the same for every line, and β only stretches the third: so the most likely line is that of least squares, at every β.',
    },
    laplace: {
      number:
        'The first two terms are the same for every μ, and β only stretches the third: so a median is most likely, at every β, and a point far away pulls no harder than one nearby.',
      line: 'The first two terms are the same for every line, and β only stretches the third: so a line of least absolute error is most likely, at every β, and a point far above or below pulls no harder than one nearby.',
    },
  },
  best: {
    mean: (mean: string, likelihood: string, error: string) =>
      `The most likely μ is the mean, ${mean}: there L is largest, ${likelihood}, and ½ Σ (y − μ)² least, ${error}.`,
    median: (median: string, likelihood: string, error: string) =>
      `The most likely μ is the median, ${median}: there L is largest, ${likelihood}, and Σ |y − μ| least, ${error}.`,
    medians: (from: string, to: string, likelihood: string, error: string) =>
      `Every μ from ${from} to ${to} is a median and equally likely: there L is largest, ${likelihood}, and Σ |y − μ| least, ${error}.`,
    line: {
      gaussian: (slope: string, intercept: string, likelihood: string, error: string) =>
        `The most likely line is that of least squares, ŷ = ${slope} x + ${intercept}: there L is largest, ${likelihood}, and ½ Σ (y − ŷ)² least, ${error}.`,
      laplace: (slope: string, intercept: string, likelihood: string, error: string) =>
        `The most likely line is that of least absolute error, ŷ = ${slope} x + ${intercept}: there L is largest, ${likelihood}, and Σ |y − ŷ| least, ${error}. It goes through two of the points.`,
    },
    severalLines: (slope: string, intercept: string, likelihood: string, error: string) =>
      `Not one line is the most likely: all dashed ones are, ŷ = ${slope} x + ${intercept} among them, and all between them. There L is largest, ${likelihood}, and Σ |y − ŷ| least, ${error}.`,
    noLine: {
      gaussian: 'All x are the same: a line through their mean y is most likely, whatever its slope.',
      laplace: 'All x are the same: a line through a median of their y is most likely, whatever its slope.',
    },
  },
  now: (likelihood: string, error: string) => `Here L = ${likelihood}, and the error is ${error}.`,
  tooSmall: (logarithm: string, error: string) =>
    `Here L is smaller than any number of float64, so that its product is 0; ln L = ${logarithm} is not, and the error is ${error}.`,
  unequal: (used: string) => `There are not as many x as y: the first ${used} are used.`,

  table: 'Point by point',
  columns: { y: 'y', x: 'x', residual: 'y − ŷ', density: 'density p', log: '−ln p', error: 'error' },
  productNote: 'L is the product of the densities, −ln L and the error are sums.',

  note: {
    show: 'Draw the density as printed',
    hide: 'Draw it no more',
    demonstration:
      'As printed it grows with the distance from μ and leaves every frame: the area under it is ∞, so no factor makes it 1.',
  },
  printedDensity: 'as printed: area ∞',
} as const;

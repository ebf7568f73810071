/** The words of the sheet on noise, and of the cloud of seeds on the map. */
export const noiseMessages = {
  sheet: 'Noise',

  draw: 'In each step each coordinate of the gradient gets a draw of its own from a normal distribution; all runs get the same.',
  deviation: (deviation: string) => `A batch of B divides its σ by √B: it is ${deviation} now.`,
  silent: 'σ is 0: there is no noise.',
  wholeBatch: 'The batch is everything there is: there is no noise.',
  takeBatch: 'Take a batch of 1',
  noise: 'Noise σ',
  batch: 'Batch size',
  seed: 'Seed',
  newSeed: 'New seed',
  seedKeys: 'Arrow up and down in the field: the next seed and the one before.',

  // On a data problem.
  batchSheet: 'Batches',
  full: 'Full batch',
  mini: 'Mini-batch',
  single: 'Single sample',
  samplesAStep: 'Samples a step',
  seesAll: (all: string) => `Each step sees all ${all} samples: nothing is drawn.`,
  seesBatch: (size: string, all: string) =>
    `In each step f and its gradient are means over ${size} of the ${all} samples; all runs see the same ones.`,
  seesOne: (all: string) =>
    `In each step f and its gradient are those of one of the ${all} samples; all runs see the same one.`,
  order: 'Order',
  orders: { replacement: 'With replacement', epochs: 'Shuffled by epoch' },
  replacement: 'Each sample is drawn from all of them: one may come twice, another not for long.',
  /** @param last the size of the last batch, where it is smaller */
  epochs: (batches: string, last: string | null) =>
    `Each epoch goes through all samples in a new order: ${batches} batches${last === null ? '' : `, the last of ${last}`}.`,

  cloud: 'Cloud of seeds',
  seeds: 'Seeds',
  off: (isData: boolean) =>
    `The focused run with other ${isData ? 'batches' : 'noise'}: faint paths, their mean dotted, and an ellipse of one standard deviation.`,
  one: 'One seed is the run itself; a cloud begins at two.',
  which: (run: string, first: string, second: string, last: string) =>
    `${run} with the seeds ${first}, ${second}, … ${last}; the first is the run itself.`,
  whichTwo: (run: string, first: string, second: string) =>
    `${run} with the seeds ${first} and ${second}; the first is the run itself.`,
  hidden: (run: string) => `${run} is hidden, and its cloud with it.`,
  noRun: 'There is no run to draw a cloud of.',
  /** After the last seed the numbers begin again. */
  wraps: 'After 4,294,967,295 comes 0.',

  computing: (ended: string, all: string) => `${ended} of ${all} seeds are computed.`,
  waits: 'The cloud comes when the hand rests.',
  /** @param isNoisy there is noise, and the run does not follow it: its learning rate is 0, say */
  onePath: (count: string, isNoisy: boolean) =>
    isNoisy
      ? `In spite of the noise all ${count} seeds give the same path.`
      : `Without noise all ${count} seeds give the same path.`,
  /** The same on a data problem. @param isDrawn batches are drawn */
  onePathOfData: (count: string, isDrawn: boolean) =>
    isDrawn
      ? `In spite of their batches all ${count} seeds give the same path.`
      : `With the full batch all ${count} seeds give the same path.`,
  standing: (count: string, step: string, mean: string, low: string, high: string) =>
    `${count} seeds at step ${step}: mean loss ${mean}, half of them ` +
    (low === high ? `at ${low}.` : `between ${low} and ${high}.`),
  /** Some are left out of what the sentence before this one says. */
  diverged: (gone: string, all: string) =>
    gone === '1' ? `1 of ${all} diverged and is left out.` : `${gone} of ${all} diverged and are left out.`,
  allDiverged: (all: string) => `All ${all} seeds diverged.`,
  meanName: (count: string) => `mean of ${count} seeds`,

  law: 'Spread against batch size',
  lawNeedsNoise: 'With noise, the spread of the cloud is measured here for five batch sizes.',
  lawNeedsSamples: 'With more samples the spread of the cloud is measured here for several batch sizes.',
  lawNeedsRun: 'Here the spread of a run’s cloud is measured for five batch sizes.',
  measuring: (ended: string, all: string) => `Measuring: ${ended} of ${all} runs.`,
  lawAtStart: 'At the start all seeds stand in one place.',
  lawSays: (seeds: string, slope: string) =>
    `With ${seeds} seeds the slope is ${slope}; the line has −½, for 1/√B: four times the batch halves the spread. ` +
    'That is exact for SGD and momentum on a quadratic, and approximate elsewhere, while the cloud stays together.',
  lawSaysOfData: (seeds: string, slope: string, isByEpochs: boolean) =>
    `With ${seeds} seeds the slope is ${slope}; the line has −½, for 1/√B: four times the batch halves the spread, ` +
    'about, while the cloud stays together.' +
    (isByEpochs ? ' By epochs it is smaller: what one batch lacks the next ones of the epoch have.' : ''),
  lawGone: (gone: string, all: string) => `${gone} of these ${all} runs diverged and are left out.`,
  axes: (step: string) => `Spread at step ${step}, against batch size B`,
  spreadHelp: 'Root mean square distance from the mean',
  points: 'Batch sizes measured',
  point: (batch: string, spread: string) => `B = ${batch}: spread ${spread}`,
  pointAndLine: (batch: string, spread: string, line: string) =>
    `B = ${batch}: spread ${spread}, on the line ${line}`,
  pointHint: 'Press a point to take its batch size.',
  table: (step: string) => `Spread of the cloud at step ${step}, by batch size`,
  batchColumn: 'Batch size',
  spreadColumn: 'Spread',
  lineColumn: 'On the line of slope −½',
  notMeasured: 'none',
} as const;

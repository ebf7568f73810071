/** The words of the data beside the map. */
export const dataPanelMessages = {
  title: 'Data',
  parts: 'What is shown of the data',
  part: { samples: 'Samples', scatter: 'Scatter', law: 'Batch size' },
  hide: 'Hide',
  hideData: 'Hide the data',
  show: 'Show',
  showData: 'Show the data',

  /** Where there are too many to draw each. */
  drawn: (drawn: string, count: string) => `A fair sample of ${drawn} of ${count} samples is drawn.`,
  probability: (name: string) => `probability of ${name}`,
  score: 'score s',
  bias: 'b',

  /** What the figure shows, for those who do not see it. */
  planeFigure: (x: string, y: string, classes: readonly [string, string]) =>
    `Samples of ${classes[0]} (circles) and ${classes[1]} (crosses) by ${x} and ${y}, with the line of each run on which its score is 0.`,
  thresholdFigure: (x: string, classes: readonly [string, string], height: string) =>
    `Samples of ${classes[0]} (circles) and ${classes[1]} (crosses) by ${x}, with the ${height} that each run predicts.`,
  regressionFigure: (x: string, y: string) => `Samples by ${x} and ${y}, with the line of each run.`,

  /** @param right of how many samples the score has the sign of the class */
  fitInPanel: (run: string, right: string, count: string) => `${run}: ${right} of ${count} on their side`,
  residualInPanel: (run: string, residual: string) => `${run}: root mean square residual ${residual}`,
  separates: (right: string, count: string, isLine: boolean) =>
    `Its ${isLine ? 'line' : 'threshold'} has ${right} of ${count} samples on their side.`,
  misses: (residual: string) => `Its line misses by ${residual} (root mean square).`,
  noLine: (isLine: boolean) =>
    isLine ? 'With both weights 0 there is no line.' : 'With a weight of 0 there is no threshold.',

  batch: (step: string, size: string) => `Ringed: the batch of step ${step}, ${size}`,
  sampleCount: (count: number, text: string) => `${text} ${count === 1 ? 'sample' : 'samples'}`,
  batchFrom: (step: string, size: string, ringed: string) =>
    `The batch of step ${step}: ${size}, of which ${ringed} are ringed`,
  /** Spoken: numbers begin at 1, as rows do. */
  /** @param different how many samples it has where some are drawn again; null where none is */
  batchWords: (size: string, different: string | null, numbers: readonly string[], more: string | null) =>
    `Batch of ${size}${different === null ? '' : `, ${different} different`}: ` +
    `${numbers.length === 1 ? 'sample' : 'samples'} ${numbers.join(', ')}${more === null ? '' : ` and ${more} more`}.`,
  wholeBatch: 'Each step sees all samples.',

  noScatter:
    'Each step sees all samples: its gradient is that of the whole loss, and nothing scatters. With batches it does.',
  takeBatch: (size: string) => `Take batches of ${size}`,
  needsPoint: 'The scatter is drawn where the focused run stands, once it is computed.',
  notFinite: 'Here the gradients are not finite.',
  drawing: (drawn: string, wanted: string) => `${drawn} of ${wanted} batches are drawn.`,
  where: (run: string, step: string) => `at ${run}, step ${step}`,
  atStart: 'at the start',
  /** Beside the name of the class that the focused run’s arrow points to. */
  arrow: '(arrow)',
  scatterFigure: (drawn: string, size: string) =>
    `The gradients of ${drawn} batches of ${size} as dots around the whole gradient, an arrow from 0.`,
  full: 'whole gradient',
  length: '‖∇f‖, all samples',
  deviation: 'Batch from it (RMS)',
  ellipse: 'Dots: the batches that this seed draws. Ellipse: two standard deviations, exact.',
  uphill: (uphill: string, drawn: string) =>
    uphill === '0'
      ? `None of ${drawn} batches points uphill.`
      : `${uphill} of ${drawn} batches ${uphill === '1' ? 'points' : 'point'} uphill: a small step against such a gradient raises the loss of all samples.`,

  lawReplacement: 'σ/√B, with replacement',
  lawEpochs: 'σ/√B · √((N−B)/(N−1)), by epochs',
  scatterAxes: (where: string) => `Batch gradients ${where}`,
  lawAxes: (where: string) => `RMS distance of a batch’s gradient from ∇f, ${where}`,
  measured: 'measured',
  lawTable: 'Deviation of a batch’s gradient by its size',
  sizeColumn: 'Batch size',
  measuredColumn: 'Measured',
  exactColumn: 'Exact',
  drawsColumn: 'Batches drawn',
  handle: 'Batch size B',
  handleValue: (size: string, exact: string) => `${size}: deviation ${exact}`,
  handleWhole: 'all samples: no deviation',
  lawReading: (size: string, exact: string, sigma: string, population: string | null) =>
    `B = ${size}: ${sigma}/√${size}${population === null ? '' : ` · √((${population} − ${size})/(${population} − 1))`} = ${exact}`,
  lawWhole: 'All samples: no deviation. Drag the ring to take batches.',
  lawHelp: 'Arrow keys change the size, with Shift by factors of two, with Alt by one.',
} as const;

/** The words of the line below the runs. */
export const footerMessages = {
  scene: 'What all runs share',
  start: 'Start',
  startOf: (parameter: string) => `Start ${parameter}`,
  noise: 'Noise',
  batches: 'Batches',
  fullBatch: 'Full batch',
  batchOf: (size: string) => `Batch ${size}`,
  batchHelp: 'Which samples each step sees',
  cloud: 'Cloud of seeds',
  noiseSigma: 'Noise σ',
  noiseHelp: 'Standard deviation of the noise in each coordinate of the gradient',
  seed: 'Seed',
  nextSeed: 'Next seed',
  nextSeedHelp: 'Draw the same noise anew, from the next seed',
  steps: 'Steps',

  dataTable: 'Data table',
} as const;

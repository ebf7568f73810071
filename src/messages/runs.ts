/** Words and sentences of the list of runs. */
export const runMessages = {
  title: 'Runs',
  learningRate: 'learning rate',
  loss: 'loss',
  gradientNorm: 'gradient norm',
  noRuns: 'No runs yet. Add one, and its path appears.',
  focus: (name: string) => `Focus ${name}`,
  details: (name: string) => `Settings of ${name}`,
  learningRateOf: (name: string) => `learning rate of ${name}`,
  hidden: 'hidden',
  reorderHelp: 'Alt with the arrow up or down moves the run in the list.',
  movedTo: (name: string, place: number, count: number) => `${name} is now run ${place} of ${count}.`,
  removed: (name: string) => `${name} was removed. Undo brings it back.`,
  added: (name: string) => `${name} was added.`,

  add: 'Add a run',
  full: (most: number) => `${most} runs are the most`,
  addTitle: 'Add a run',

  allRuns: 'All runs',
  bestOfAll: 'Best η for every run',
  bestOfAllWithMomentum: 'Best η and μ for every run',
  showAll: 'Show all runs',
  foldAll: 'Fold the open run',

  mark: ' +',
  constant: 'constant',
  none: 'none',
  times: ' × ',

  searching: 'searching …',
  bestEta: (rate: string) => `η ${rate}`,
  bestEtaAndMu: (rate: string, momentum: string) => `η ${rate}, μ ${momentum}`,
  bestForAll: (steps: string, settings: readonly string[]) =>
    `Best over ${steps} steps: ${settings.join('; ')}.`,
  bestOne: (name: string, settings: string) => `${name} ${settings}`,
  bestOneNone: (name: string) => `${name} diverged in every try`,
} as const;

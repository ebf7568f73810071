import type { ArrowRole } from '../optimizers/optimizer.ts';
import type { ReadingView } from '../scene/scene.ts';

/** What a section of a step's rule is headed with, by the arrow of its quantity. */
export const roleWords: Readonly<Record<ArrowRole, string>> = {
  gradient: 'Gradient',
  momentum: 'Momentum',
  preconditioned: 'Scaled step',
  decay: 'Weight decay',
  climb: 'Climb',
  lookahead: 'Look-ahead',
  slow: 'Slow weights',
  update: 'Update',
};

const NUMBERS_WORDS: Readonly<Record<ReadingView['numbers'], string>> = {
  symbols: 'Symbols',
  numbers: 'Numbers',
  both: 'Both',
};

/** Words and sentences of the panel that reads one step. */
export const readingMessages = {
  open: 'Read this step',
  openTitle: 'Every equation of this step, with its numbers (F)',
  heading: (name: string) => `${name}, step `,
  spokenHeading: (name: string, step: string) => `${name}, step ${step}.`,
  previous: 'Previous step',
  next: 'Next step',
  close: 'Close the reading',
  chooseRun: (name: string) => `Run: ${name}. Read another`,
  runs: 'Runs',
  noName: 'Step',

  noRuns: 'There are no runs yet. Add one, and its steps can be read here.',
  atStart: 'Step 0 is the start: no update yet.',
  toFirst: 'Go to step 1',
  awaited: (step: string) => `Step ${step} is being computed.`,
  stays: (step: string, wanted: string) => `Step ${wanted} has not been computed yet; this is step ${step}.`,
  lastStep: (step: string) => `Step ${step}, its last, is shown.`,
  ended: (step: string) => `The run ended at step ${step}.`,

  equations: 'Equations',
  unchanged: 'not in this step, it stays',
  terms: 'Terms',
  termsHelp: 'Point at a term, or go through the list by arrow keys, and it lights up in the equations.',
  theta: 'parameters',
  learningRate: 'learning rate of this step',
  g: 'gradient of this step',
  update: 'update',
  settings: 'Settings',

  loss: 'loss',
  lossSpoken: (before: string, after: string) => `The loss was ${before} and is ${after}.`,
  numbers: 'What the equations show',
  numbersOption: (id: ReadingView['numbers']) => NUMBERS_WORDS[id],
  form: 'Form of the rule',
  ownForm: 'Own form',
  arrow: '→',
} as const;

import type { Ending } from '../engine/trajectory.ts';
import type { StopReason } from '../optimizers/optimizer.ts';

/** What a run has come to, in a word or two. */
export const outcomeWords: Readonly<Record<Ending['kind'], string>> = {
  converged: 'converged',
  diverged: 'diverged',
  saddle: 'at a saddle',
  stalled: 'stalled',
  stopped: 'stopped',
  finished: 'all steps taken',
};

export const stopReasons: Readonly<Record<StopReason['kind'], string>> = {
  'singular-hessian': 'The Hessian is singular here, so Newton’s step does not exist.',
};

/** All other words of the application. */
export const appMessages = {
  title: (problem: string) => `${problem} · Ravine`,
  wordmark: 'Ravine',
  rotatedBy: (degrees: string) => `rotated by ${degrees}°`,
  copyLink: 'Copy link',
  linkCopied: 'Link copied.',
  linkNotCopied: 'The browser did not allow copying; the address bar holds the link.',
  toTheme: (theme: 'light' | 'dark' | 'projector') =>
    ({ light: 'Light theme', dark: 'Dark theme', projector: 'Projector theme' })[theme],
  undo: 'Undo',
  redo: 'Redo',
  reset: 'Reset',
  more: 'More',
  help: 'Keys and how to read the map',
  helpButton: 'Help',
  helpButtonTitle: 'All keys, and how to read the map (?)',
  problemSheet: 'The problem',
  close: 'Close',
  resetDone: 'The opening scene is back. Undo brings yours back.',
  tabs: 'Panels',
  tabRuns: 'Runs',
  tabData: 'Data',
  tabChart: 'Chart',
  tabFormula: 'Formula',

  divergedSentence: (step: string) => `It diverged at step ${step} and left the picture.`,
  divergedAtStart: 'The loss at the start is no finite number: there is no step to take.',
  stoppedAt: (step: string) => `Stopped after step ${step}.`,

  notices: 'Notices',
  dismiss: 'Dismiss',
  workerRestarted: 'The computation stopped unexpectedly. It was started again, and gives the same numbers.',
  workerGaveUp:
    'The computation stopped three times in a row. Your scene is kept; change it or reload the page to try again.',
  linkNotices: (notices: readonly string[]) =>
    `Not all of this link could be read; what is missing is left out or has its default. ${notices.join(' ')}`,
  panelFailed: 'This part of the page failed. Your scene is kept.',
  retry: 'Try again',
  copyScene: 'Copy scene',
  sceneCopied: 'Scene copied.',
} as const;

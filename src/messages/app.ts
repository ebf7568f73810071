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
  toDark: 'Dark theme',
  toLight: 'Light theme',

  mapLabel: (problem: string) => `Map of ${problem} with the paths of all runs`,
  start: (x: string, y: string) => `start (${x}, ${y})`,
  startHandle: (x: string, y: string) => `Start point at x ${x}, y ${y}`,
  startRole: 'movable point',
  startHelp:
    'Drag, or move with the arrow keys. Shift moves in large steps, Alt in fine ones. Every path follows.',
  minimizer: (x: string, y: string) => `minimizer (${x}, ${y})`,
  saddle: (x: string, y: string) => `saddle (${x}, ${y})`,
  key: (f: string) => f,
  keyAboveFloor: (f: string, floor: string) => `${f} − (${floor})`,

  runs: 'Runs',
  learningRate: 'learning rate',
  loss: 'loss',
  gradientNorm: 'gradient norm',
  sources: 'Where it is taught',
  focusRun: (name: string) => `Focus ${name}`,
  noRuns: 'No runs yet.',
  divergedSentence: (step: string) => `It diverged at step ${step} and left the picture.`,
  stoppedAt: (step: string) => `Stopped after step ${step}.`,

  transport: 'Playback',
  play: 'Play',
  pause: 'Pause',
  toStart: 'To the start',
  toEnd: 'To the end',
  stepBack: 'One step back',
  stepForward: 'One step forward',
  scrubber: 'Step',
  stepOf: (step: string, steps: string) => `Step ${step} of ${steps}`,
  step: 'Step',
  of: 'of',
  lossChart: 'Loss',
  lossChartLabel: 'Loss of all runs over the steps',
  steps: (steps: string) => `${steps} steps`,

  summaryNone: 'The first points are on their way.',
  summary: (name: string, step: string, steps: string, loss: string, outcome: string | null) =>
    `${name}, step ${step} of ${steps}: loss ${loss}${outcome === null ? '' : `, ${outcome}`}.`,
  leader: (name: string, loss: string) => `${name} is lowest, at ${loss}.`,
  leaderNear: (name: string, distance: string, minimizer: string) =>
    `${name} is nearest: ${distance} from the minimizer ${minimizer}.`,

  notices: 'Notices',
  dismiss: 'Dismiss',
  workerRestarted: 'The computation stopped unexpectedly. It was started again, and gives the same numbers.',
  workerGaveUp:
    'The computation stopped three times in a row. Your scene is kept; change it or reload the page to try again.',
  groundFailed: 'The map’s background could not be computed; the paths are right.',
  linkNotices: (notices: readonly string[]) =>
    `Not all of this link could be read; what is missing is left out or has its default. ${notices.join(' ')}`,
  panelFailed: 'This part of the page failed. Your scene is kept.',
  retry: 'Try again',
  copyScene: 'Copy scene',
  sceneCopied: 'Scene copied.',
} as const;

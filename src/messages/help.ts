/** What each key does, as the help lists it. */
export const keyMessages = {
  play: 'play or pause',
  step: 'one step back, one forward',
  tenSteps: 'ten steps back, ten forward',
  tenth: 'a tenth of the run back, one forward',
  ends: 'to the start, to the end',
  speed: 'slower, faster',
  loop: 'play in a loop, or once',

  onStart: 'on the start',
  moveStart: 'move it; Shift far, Alt finely',
  typeStart: 'type its coordinates',
  onMap: 'on the map',
  readMap: 'read values; Alt finely',
  panMap: 'move the map',
  chooseRun: 'focus the run there; Shift goes to its step',
  zoom: 'zoom in, zoom out',
  wholeMap: 'the whole map',
  zoomToPlayhead: 'close to the playhead, and back',

  onTabs: 'on its tabs',
  chooseChart: 'another quantity',
  onChart: 'on the chart',
  readChart: 'read the values',
  panChart: 'move along',
  zoomChart: 'zoom in, out, show all',
  seekChart: 'go to that step',

  focusRun: 'focus the run in that place',
  hide: 'hide the focused run, or show it',
  readStep: 'read the step of the focused run, or stop',
  onReading: 'while a step is read',
  closeReading: 'back to the runs',
  onTerm: 'on its terms',
  nextTerm: 'light up the one before, the next',
  onRun: 'on a run',
  moveRun: 'move it in the list',
  onSlider: 'on a slider',
  turnSlider: 'turn it',
  turnFar: 'turn it far, to its ends',
  resetSlider: 'back to its default',

  undo: 'undo',
  redo: 'redo',
  losses: 'the losses, or back to the map',
  leaveLosses: 'from the losses back to the map',
  copyLink: 'copy a link to what is on screen',
  theme: 'next theme: light, dark, projector',
  help: 'show this page, or close it',
  onSheet: 'in a menu or sheet',
  close: 'close it',
} as const;

/** The help. */
export const helpMessages = {
  button: 'Help',
  buttonTitle: 'All keys, and how to read the map (?)',
  title: 'Help',
  close: 'Close',
  rooms: { playback: 'Playback', map: 'Map', chart: 'Chart', runs: 'Runs', page: 'Page' },
  to: 'to',
  on: (control: string) => `${control}:`,
  note: 'A focused control uses its own keys first, and a text field all of them. On a Mac, ⌘ stands for Ctrl.',
  reading: 'How to read the map',
  hintsAreShown: 'Hints are shown on the page until you have done what they say.',
  hideHints: 'Hide them',
} as const;

/** The signs of the map. */
export const legendMessages = {
  path: 'Path',
  pathSentence:
    'Where a run has been, with a marker where it is now. The thin line ahead is where it will go. Colour, dash and marker belong together.',
  start: 'Start',
  startSentence: 'All runs begin here. Drag it, and every path follows.',
  minimizer: 'Minimizer',
  minimizerSentence: 'Where the loss is least, everywhere or among its neighbours.',
  saddle: 'Saddle',
  saddleSentence: 'Flat, yet no minimizer: from here it goes down on two sides and up on the others.',
  bands: 'Bands',
  bandsSentence:
    'Heights of the loss, by equal factors. The lowest have nearly the colour of the page. The gradient is perpendicular to their borders.',
  leaving: 'Arrow',
  leavingSentence: 'A run that diverges leaves the map here, and its row says when. Nothing is clamped.',
} as const;

/** The first three things to try. */
export const hintMessages = {
  start: 'Drag the start',
  unfold: 'Open a run to turn its sliders',
  unfoldShort: 'Open a run',
  /** Where one is open already. */
  turn: 'Turn a slider',
  play: 'Space plays',
  hide: (hint: string) => `${hint} (hide this hint)`,
  hideTitle: 'Hide this hint',
} as const;

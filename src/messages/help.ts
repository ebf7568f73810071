/** The help. */
export const helpMessages = {
  title: 'Help',
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

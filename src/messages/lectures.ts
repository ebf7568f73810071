import type { Lecture } from '../specs/citation.ts';

/** Words and sentences around a rule as a lecture prints it, and around the notes on slides. */
export const lectureMessages = {
  printedIn: (lecture: Lecture) => `As ${lecture} prints it`,
  /** @param title of the form, where the lecture prints several */
  heading: (name: string, title: string | undefined) => (title === undefined ? name : `${name}, ${title}`),
  place: (lecture: Lecture, at: string) => `${lecture}: ${at}`,
  named: 'The lecture names it without a formula.',
  described: 'The lecture describes it without a formula.',
  usual: 'As it is usually written, in the product’s symbols:',
  usualFrom: (paper: string) => `As in ${paper}, in the product’s symbols:`,
  quote: (text: string) => `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`,
  program: 'Program on the slide',
  symbols: 'Its symbols and ours',
  theirs: (lecture: Lecture) => `In ${lecture}`,
  ours: 'Here',
  meaning: 'What it is',
  choose: 'Use this form',
  chooseNamed: (heading: string) => `Use this form: ${heading}`,
  follows: 'This run follows it',
  followsNamed: (heading: string) => `This run follows it: ${heading}`,
  changed: (changes: readonly string[]) =>
    `The run now has ${changes.join(', ')}. Undo brings back what it had.`,
  changedOptimizer: (name: string, changes: readonly string[]) =>
    `The run is now one of ${name}, with ${changes.join(', ')}. Undo brings back what it was.`,
  setting: (label: string, value: string) => `${label} ${value}`,

  notes: 'Notes on the slides',
  note: (lectures: readonly Lecture[], title: string) => `${lectures.join(' and ')}: ${title}`,
  printed: 'As printed',
  corrected: 'Corrected',
  inTheScene: (caption: string) => `In the scene: ${caption.charAt(0).toLowerCase()}${caption.slice(1)}`,
  show: 'Show the difference',
  showNamed: (title: string) => `Show the difference: ${title}`,
} as const;

/** The words of the data table. */
export const tableMessages = {
  title: 'Data table',
  rowsLabel: 'Rows of the table',
  caption: (run: string, problem: string, start: string, steps: string) =>
    `${run} on ${problem} from ${start}, ${steps} steps.`,
  ended: (outcome: string, step: string) => `${outcome} at step ${step}.`,
  everyStep: 'Every step.',
  everySoMany: (stride: string) => `Every ${stride}th step`,
  stretch: (from: string, to: string) => `, and every step from ${from} to ${to}, around the playhead.`,
  noStretch: '; choose one to have every step around it.',
  underWay: 'More is on its way.',
  step: 'step',
  loss: 'loss',
  gradientNorm: '‖∇f‖',
  gradientNormSpoken: 'norm of the gradient',
  evaluations: 'evaluations',
  evaluationsHelp: 'What the optimizer has asked for so far, as a number of gradients',
  goTo: 'Go to step',
  copyCsv: 'Copy as CSV',
  copied: (rows: string) => `${rows} rows copied, with all their digits.`,
  notCopied: 'The browser did not allow copying.',
} as const;

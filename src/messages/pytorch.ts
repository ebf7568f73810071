/** Words around a run as a PyTorch script; the comments in its lines stand with the lines. */
export const pytorchMessages = {
  header: `A scene of Ravine in PyTorch, version 1.13 or later; nothing else is needed.

Prints one line of JSON a run: {"points": [[...], ...], "losses": [...]}. points[0] is the start,
and losses are f alone, without penalty or noise; what is not finite is null. A run ends early
where it diverges or cannot go on. The numbers are those of the page, but for the last digits.
`,
  /** Where the values that a search compares do not belong to its gradients, rounding decides where it ends. */
  searchesByRounding: `L-BFGS searches along a gradient that is not that of its values here, because of noise or of SAM:
steps become as small as rounding, and by and by this run parts from the page's.
`,
  batched: `Each step sees a batch of the samples; losses are those of all samples.
`,
  noRuns: 'A scene of Ravine without runs.',
  noise: 'standard deviation of each coordinate of the gradient',
  samples: 'both inputs and the target',
  positives: 'samples of class 1',
  penalty: 'of half the square of the weights',
  batch: 'samples a step',
  turned: (degrees: number) => `the surface, turned counter-clockwise by ${degrees} degrees`,

  button: 'PyTorch',
  title: (name: string) => `${name} as a PyTorch script`,
  caption:
    'It makes the same run, and prints its points and losses. It needs torch 1.13 or later, and nothing else.',
  script: 'Script',
  copy: 'Copy',
  download: 'Download',
  copied: 'Copied.',
  notCopied: 'The browser did not allow copying; the script can be marked and copied by hand.',
  fileName: (problem: string, optimizer: string) => `ravine-${problem}-${optimizer}.py`,
} as const;

/** Sentences of the command line. An error is one line. */
export const cliMessages = {
  usage: `Usage: npm run --silent trace -- FILE|- [--format json|csv|pytorch]

Runs a scene, or {"scenes": […]}, read from FILE or, for -, from standard input, and prints every step.
What a scene says of its view is ignored.

  --format json  {"scenes": [{"runs": [{"outcome", "points", "losses", "evaluations"}]}]}: points[0] is the
                 start, numbers have all their digits, what is not finite is null; a run whose outcome is
                 "stopped" has its "reason" too, such as "singular-hessian". This is the default.
  --format csv   one table of all steps; scenes and runs are counted from 1.
  --format pytorch
                 a PyTorch script that makes the same runs: it prints one line of JSON a run, with its "points" and
                 "losses". It needs torch 1.13 or later, and nothing else.
  --help         this text.

A scene that cannot be taken as it is: one line that names the field, and exit status 1.
`,
  noFile: 'name a file with a scene, or - for standard input; --help says more',
  twoFiles: (second: string) => `one file at a time: ${second} is one too many`,
  unknownOption: (option: string) => `${option}: there is no such option; --help lists them`,
  unknownFormat: (format: string | undefined) =>
    `--format: ${format === undefined ? 'nothing' : format} is not one of json, csv, pytorch`,
  unreadable: (file: string, reason: string) => `${file}: cannot be read (${reason})`,
  unwritable: (reason: string) => `the output cannot be written (${reason})`,
  notJson: (file: string, reason: string) => `${file}: not JSON: ${reason}`,
  standardInput: 'standard input',
  wholeScene: 'scene',
  issue: (path: string, message: string) => `${path}: ${message}`,
  andMore: (more: number) => ` (and ${more} more)`,
  columns: {
    scene: 'scene',
    run: 'run',
    optimizer: 'optimizer',
    step: 'step',
    plane: ['x', 'y'] as readonly string[],
    parameter: (i: number) => `theta${i}`,
    loss: 'loss',
    gradientNorm: 'gradient norm',
    evaluations: ['value evaluations', 'gradient evaluations', 'Hessian evaluations'] as readonly string[],
  },
} as const;

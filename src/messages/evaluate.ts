import type { PredictionKind, TargetKind } from '../losses/loss.ts';

const PREDICTIONS: Readonly<Record<PredictionKind, string>> = {
  score: 'a score',
  probability: 'a probability',
  number: 'a number',
  scores: 'one score a class',
  numbers: 'a number, or a list',
  distribution: 'a distribution',
  weights: 'the weights of a model',
};

const TARGETS: Readonly<Record<TargetKind, string>> = {
  sign: '−1 or 1',
  label: '0 or 1',
  class: 'the index of a class, from 0',
  number: 'a number',
  numbers: 'as many numbers',
  distribution: 'a distribution, or the index of a class',
  samples: 'samples, each a list of inputs and then −1 or 1',
  none: 'no target',
};

function wrapped(words: readonly string[]): string {
  const lines = [''];
  for (const word of words) {
    const line = lines[lines.length - 1];
    if (line === '') lines[lines.length - 1] = `  ${word}`;
    else if (line.length + word.length + 2 <= 110) lines[lines.length - 1] = `${line}, ${word}`;
    else {
      lines[lines.length - 1] = `${line},`;
      lines.push(`  ${word}`);
    }
  }
  return lines.join('\n');
}

/** Sentences of the command that evaluates losses and problems. An error is one line. */
export const evaluateMessages = {
  usage: (
    losses: readonly string[],
    problems: readonly string[],
  ) => `Usage: npm run --silent evaluate -- FILE|-

Evaluates {"cases": […]}, or one case, read from FILE or, for -, from standard input. A case is one of

  {"loss": "focal", "params": {"gamma": 2}, "prediction": -1.2, "target": 1}
  {"problem": {"id": "rosenbrock", "params": {"b": 10}}, "at": [0.5, -1]}

in which params may be left out, as may all of a problem but its id: {"problem": "rosenbrock", "at": [0.5, -1]}.
What a case says of its "value", "gradient" and "hessian" is not looked at.

Prints {"cases": [{"value", "gradient", "hessian"}]} with all digits. The gradient is with respect to the prediction, or
to the point: a number for a number, a list for a list, and null where there is none. At a kink it is a subgradient, 0
where that is one, and the Hessian that of the straight pieces. The Hessian is a number for a number and else a list of
rows; it is left out where there is no gradient, and of more than 256 entries. What is not finite is null.

Losses, with what each takes as its prediction and its target, and its parameters:
${losses.join('\n')}

Problems:
${wrapped(problems)}

  --help         this text.

A case that cannot be taken as it is: one line that names the field, and exit status 1.
`,
  row: (prediction: PredictionKind, target: TargetKind, parameters: readonly string[]) =>
    [`${PREDICTIONS[prediction]}; ${TARGETS[target]}`, ...parameters].join('; '),
  noFile: 'name a file with cases, or - for standard input; --help says more',
  wholeCase: 'case',
  loss: 'a loss or a problem',
  prediction: 'the prediction',
  target: 'the target',
  at: 'the point',
  notBoth: 'a case has a loss or a problem, not both',
  notASign: (found: string) => `${found} is not −1 or 1`,
  notALabel: (found: string) => `${found} is not 0 or 1`,
  notAClass: (found: string, count: number) =>
    `${found} is not the index of a class; there are ${count}, counted from 0`,
  notOne: (sum: number) => `the entries add up to ${sum}, not to 1`,
  empty: 'a list without entries',
  otherLength: (found: number, expected: number) =>
    `${found} ${found === 1 ? 'number' : 'numbers'} where the prediction has ${expected}`,
  rowLength: (found: number, weights: number) =>
    `${found} ${found === 1 ? 'number' : 'numbers'}; expected ${weights + 1}: ${weights === 1 ? 'an input' : `${weights} inputs`} and −1 or 1`,
  noTarget: (name: string) => `${name} has no target`,
} as const;

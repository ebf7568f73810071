/** Words for the options of choices whose id is not the word itself. */
const OPTION_WORDS: Readonly<Record<string, string>> = {
  'newton-schulz': 'Newton–Schulz',
  jordan: 'Jordan',
  taylor: 'Taylor',
  zeiler: 'Zeiler',
  l2: 'L2',
  svm: 'SVM',
  'zero-one': 'zero-one',
  'sigmoid-cross-entropy': 'sigmoid cross-entropy',
  'binary-cross-entropy': 'binary cross-entropy',
  'softmax-cross-entropy': 'softmax cross-entropy',
  'cross-entropy': 'cross-entropy',
  'multiclass-hinge': 'multi-class hinge',
  'gaussian-nll': 'Gaussian NLL',
  'kl-divergence': 'KL divergence',
  'bernoulli-likelihood': 'Bernoulli likelihood',
};

/** Words and sentences of the generic controls. */
export const controlMessages = {
  numbersMissing: 'numbers are missing; separate them by commas or spaces',
  listNotWritten: (text: string) =>
    `“${text}” is not a number; put a space or a semicolon between two numbers`,
  sliderHelp: 'Delete or a double-click returns to the default.',
  default: (value: string) => `default: ${value}`,
  option: (id: string) => OPTION_WORDS[id] ?? id.replaceAll('-', ' '),
  diagonal: 'diagonal',
  shape: (rows: number, columns: number) => `${rows} × ${columns}`,
  shapeSpoken: (rows: number, columns: number) =>
    `${rows} ${rows === 1 ? 'row' : 'rows'}, ${columns} ${columns === 1 ? 'column' : 'columns'}`,
  on: 'on',
  off: 'off',
} as const;

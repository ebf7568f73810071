const alternatives = new Intl.ListFormat('en', { type: 'disjunction' });

/** Sentences about scenes and links that cannot be taken as they are. Each follows the path of its field. */
export const sceneMessages = {
  notAnObject: (found: string) => `expected an object, found ${found}`,
  notAList: (found: string) => `expected a list, found ${found}`,
  notANumber: (found: string) => `${found} is not a number`,
  notFinite: (found: string) => `${found} is not a finite number`,
  notWhole: (value: number) => `${value} is not a whole number`,
  notText: (found: string) => `${found} is not a text`,
  notAFlag: (found: string) => `${found} is neither true nor false`,
  notBelow: (value: number, limit: number) => `${value} is not below ${limit}`,
  notAbove: (value: number, limit: number) => `${value} is not above ${limit}`,
  tooSmall: (value: number, limit: number) => `${value} is less than ${limit}`,
  tooLarge: (value: number, limit: number) => `${value} is more than ${limit}`,
  unknownField: (known: readonly string[]) =>
    known.length === 0
      ? 'there is no such field; none is expected here'
      : `there is no such field; known are ${known.join(', ')}`,
  unknownMember: (found: string, known: readonly string[]) => `${found} is not one of ${known.join(', ')}`,
  /** Where a list would be too long. */
  unknownBriefly: (found: string, near: readonly string[], seeAll: string) =>
    near.length === 0
      ? `${found} is not known here. ${seeAll}`
      : `${found} is not known here. Did you mean ${alternatives.format(near)}? ${seeAll}`,
  allProblems: 'The title of the page opens all problems',
  allOptimizers: '“Add a run” shows all optimizers',
  allInSettings: 'The settings of a run show all there are',
  missing: (what: string) => `${what} is missing`,
  wrongLength: (found: number, expected: number) =>
    `${found} ${found === 1 ? 'number' : 'numbers'} where the problem has ${expected} ${expected === 1 ? 'parameter' : 'parameters'}`,
  listLength: (found: number, least: number, most: number) =>
    `${found} ${found === 1 ? 'number' : 'numbers'}; expected ${least === most ? least : `${least} to ${most}`}`,
  tooManyRuns: (found: number, most: number) => `${found} runs are more than ${most}`,
  tooLong: (found: number, most: number) => `${found} characters are more than ${most}`,
  laterVersion: (found: number, known: number) =>
    `${found} is from a later Ravine; this one reads version ${known}`,
  twice: (id: string) => `${id} stands here twice`,
  notAShape: (found: string, n: number) =>
    `${found} is not a shape; expected "diagonal" or [rows, columns] with ${n} entries in all`,
  notABatch: (found: string) => `${found} is no number of samples, nor "full", which is all of them`,
  batchTooLarge: (value: number, most: number) =>
    `${value} samples with replacement are more than ${most} in a step; take fewer, or "full"`,
  onlyInThePlane: 'only problems of two parameters can be rotated',
  notOverData: 'a problem over data has weights of its own, and cannot be rotated',
  narrowWindow: 'a window this narrow cannot be drawn',
  emptyWindow: 'a window needs its first number below its second',
  lossesNotLoaded: 'the losses could not be loaded, the map is shown',
  notJson: (reason: string) => `this is not JSON: ${reason}`,
  runs: 'a list of runs',
  optimizer: 'the optimizer',
  id: 'the id',
} as const;

/** Sentences about links. */
export const linkMessages = {
  cutOff: (lost: string) =>
    lost === '' ? 'The link ends early.' : `The link ends early; its last piece “${lost}” was left out.`,
  notUnderstood: (piece: string) => `“${piece}” was not understood and was left out.`,
  dropped: (path: string, reason: string) => `${path}: ${reason}.`,
  laterVersion: 'The link is from a later Ravine; what this one knows of it is shown.',
  notALink: 'This address holds no scene that Ravine can read.',
} as const;

/** Words and sentences of the problem's sheet: what is on the map, and what else could be. */
export const problemMessages = {
  allProblems: 'All problems',
  toAllProblems: (count: string) => `All ${count} problems`,
  picker: 'Problems',

  controls: 'Parameters',
  reset: 'Reset this problem',
  resetHelp: 'Default parameters, rotation and scale, and the problem’s own start',
  cannotRotate: (parameters: number) =>
    parameters === 1
      ? 'With one parameter there is nothing to rotate.'
      : `With ${parameters} parameters it cannot be rotated in the plane.`,

  /** @param reason a sentence that begins small and has no full stop */
  refused: (reason: string) => `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`,

  points: 'Minimizers and saddles',
  global: 'global minimizer',
  local: 'local minimizer',
  saddle: 'saddle',
  value: (f: string) => `f = ${f}`,
  noMinimizers: 'No minimizer is known.',
  sources: 'Sources',
} as const;

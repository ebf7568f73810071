/** One sentence each on combinations of optimizer, modifiers and schedules that do not mean what one may expect. */
export const adviceMessages = {
  samHessian: (name: string) =>
    `Under SAM ${name} takes its gradient at the climbed point and its Hessian at the one that was not moved.`,
  samSearch: (name: string) =>
    `Under SAM ${name} searches along a slope from the climbed point, but compares values at points that were not moved.`,
  noisySearch: (name: string) =>
    `With noise ${name} compares values without noise along a slope with noise, and may find no step.`,
  decaysTwice: (name: string) => `${name} has a weight decay of its own: together they decay twice.`,
  scaledPenalty: (name: string) =>
    `In ${name} an L2 penalty is divided by the same root as the gradient, so steep coordinates decay less; decoupled decay is not.`,
  warmupTooLong: 'The warm-up is longer than the run: η never comes to its full value.',
  noRestart: 'The first period is as long as the run: there is no restart in it.',
  searchHalves: (name: string) =>
    `${name} accepts no step that raises the loss: it has nothing to halve for.`,
} as const;

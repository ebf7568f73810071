import { minus } from './minus.ts';

/** The words of the chart. */
export const chartMessages = {
  /** What a chart shows, as its heading. */
  quantity: {
    loss: 'Loss',
    distance: 'Distance to the nearest minimizer marked on the map',
    gradient: 'Gradient norm',
    step: 'Effective step size, ‖Δθ‖ over ‖gradient‖',
  },
  overSteps: (quantity: string) => `${quantity}, all runs over the steps`,
  overEvaluations: (quantity: string) => `${quantity}, all runs over the evaluations`,
  aboveMinimum: (minimum: string) => minus('loss', minimum),
  noMinimizer: 'So there is no distance to one.',
  toMarked: 'to the nearest minimizer that is marked',

  log: 'log',
  linear: 'linear',
  toLinear: 'axis, change to linear',
  toLog: 'axis, change to logarithmic',
  noLog: 'axis; a logarithmic one needs values above 0',
  steps: (steps: string) => `${steps} steps`,
  stepsUnit: 'steps',
  gradients: (count: string) => `${count} gradient evaluations`,
  gradientsUnit: 'gradient evaluations',
  evaluations: (count: string) => `${count} evaluations`,
  evaluationsUnit: 'evaluations',
  hessianCounts: (n: string) => `a Hessian counts ${n}`,
  valueCounts: 'a value counts 1',
  toEvaluations: ', change to evaluations',
  toSteps: ', change to steps',
  showAll: 'Show all',

  plot: 'Read the chart',
  plotHelp:
    'Arrow keys read the values, Enter goes to that step. Plus and minus zoom, Shift with arrows moves along, 0 or Escape shows all.',
  step: (step: string) => `Step ${step}`,
  evaluation: (count: string) => `${count} evaluations`,
  reading: (name: string, value: string) => `${name} ${value}`,
  readings: (place: string, runs: readonly string[]) => `${place}: ${runs.join(', ')}`,
  noReading: 'not there yet',
  endedEarly: (outcome: string, step: string) => `${outcome} at step ${step}`,
  ended: (value: string) => `${value} at its end`,
} as const;

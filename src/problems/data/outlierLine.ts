import { defineProblem } from '../problem.ts';
import { LINE_SPECS } from './lineSpecs.ts';
import { workOf } from './loading.ts';
import { refusedLoss, usesOfFit } from './modelSpecs.ts';

/** A line with outliers that lie below its right end: they pull its slope down and its intercept too. */
export const outlierLine = defineProblem({
  name: 'Line with outliers',
  lesson: 'Squared error follows a few outliers; absolute error keeps to the many.',
  brief: String.raw`\frac1N\sum_i \ell(wx_i+b,\,y_i)`,
  parameters: LINE_SPECS,
  uses: usesOfFit,
  refuse: ({ loss }) => refusedLoss(loss, 'number'),
  ...workOf('outlier-line'),
});

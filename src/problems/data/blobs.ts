import type { Values } from '../../specs/spec.ts';
import { defineProblem } from '../problem.ts';
import { BLOB_SPECS, blobData } from './blobData.ts';
import type { DataSet } from './dataSet.ts';
import { fitProblem } from './fitProblem.ts';
import { frameOfFit } from './frame.ts';
import { formulaOfFit, refusedLoss, usesOfFit } from './modelSpecs.ts';
import { remarksOfFit, unlistedOfFit } from './remarks.ts';

/** Two classes of normal numbers: as many samples as one likes, as far apart as one likes. */
export const blobs = defineProblem({
  name: 'Two blobs',
  lesson: 'Two classes drawn at random; move them apart, and the weights have no end.',
  formula: formulaOfFit,
  brief: String.raw`\frac1N\sum_i \ell(w_1x_{i1}+w_2x_{i2},\,y_i)`,
  parameters: BLOB_SPECS,
  uses: usesOfFit,
  refuse: ({ loss }) => refusedLoss(loss, 'classes'),
  unlisted: (parameters) => unlistedOfFit(dataOf(parameters), parameters),
  remarks: (parameters) => remarksOfFit(dataOf(parameters), parameters),
  create(parameters) {
    const set = dataOf(parameters);
    return fitProblem(set, parameters, frameOfFit(set, parameters));
  },
});

function dataOf(parameters: Values<typeof BLOB_SPECS>): DataSet {
  return blobData({ ...parameters, flipped: 0 });
}

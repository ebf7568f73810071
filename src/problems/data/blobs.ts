import { defineProblem } from '../problem.ts';
import { BLOB_SPECS } from './blobSpecs.ts';
import { workOf } from './loading.ts';
import { refusedLoss, usesOfFit } from './modelSpecs.ts';

/** Two classes of normal numbers: as many samples as one likes, as far apart as one likes. */
export const blobs = defineProblem({
  name: 'Two blobs',
  lesson: 'Two classes drawn at random; move them apart, and the weights have no end.',
  brief: String.raw`\frac1N\sum_i \ell(w_1x_{i1}+w_2x_{i2},\,y_i)`,
  parameters: BLOB_SPECS,
  uses: usesOfFit,
  refuse: ({ loss }) => refusedLoss(loss, 'classes'),
  ...workOf('blobs'),
});

import { defineProblem } from '../problem.ts';
import { FLIPPED_SPECS } from './blobSpecs.ts';
import { workOf } from './loading.ts';
import { refusedLoss, usesOfFit } from './modelSpecs.ts';

/** Two blobs of which some samples have the label of the other class. */
export const flippedBlobs = defineProblem({
  name: 'Flipped labels',
  lesson: 'A few wrong labels, and each loss shows how far it lets them pull.',
  brief: String.raw`\frac1N\sum_i \ell(w_1x_{i1}+w_2x_{i2},\,\pm y_i)`,
  parameters: FLIPPED_SPECS,
  uses: usesOfFit,
  refuse: ({ loss }) => refusedLoss(loss, 'classes'),
  ...workOf('flipped-blobs'),
});

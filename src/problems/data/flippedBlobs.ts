import { defineProblem } from '../problem.ts';
import { BLOB_SPECS, blobData } from './blobData.ts';
import { fitProblem } from './fitProblem.ts';
import { frameOfFit } from './frame.ts';
import { formulaOfFit, refusedLoss, usesOfFit } from './modelSpecs.ts';
import { remarksOfFit, unlistedOfFit } from './remarks.ts';

/** Two blobs of which some samples have the label of the other class. */
export const flippedBlobs = defineProblem({
  name: 'Flipped labels',
  lesson: 'A few wrong labels, and each loss shows how far it lets them pull.',
  formula: formulaOfFit,
  brief: String.raw`\frac1N\sum_i \ell(w_1x_{i1}+w_2x_{i2},\,\pm y_i)`,
  parameters: {
    ...BLOB_SPECS,
    distance: { ...BLOB_SPECS.distance, default: 4 },
    flipped: {
      kind: 'number',
      key: 'f',
      symbol: 'r',
      label: 'share of flipped labels',
      default: 0.1,
      min: 0,
      max: 1,
      scale: 'linear',
      slider: [0, 0.5],
    },
  },
  uses: usesOfFit,
  refuse: ({ loss }) => refusedLoss(loss, 'classes'),
  unlisted: (parameters) => unlistedOfFit(blobData(parameters), parameters),
  remarks: (parameters) => remarksOfFit(blobData(parameters), parameters),
  create(parameters) {
    const set = blobData(parameters);
    return fitProblem(set, parameters, frameOfFit(set, parameters));
  },
});

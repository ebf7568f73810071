import { dataMessages as say } from '../../messages/dataProblems.ts';
import { normal, uniform } from '../../random/draws.ts';
import type { Vector } from '../../linalg/vector.ts';
import { remembering, type DataSet } from './dataSet.ts';
import type { BlobValues } from './blobSpecs.ts';

/** What of a sample is drawn, as the index of its draw; its step is its number. */
const DRAWS = { x: 0, y: 1, flip: 2 } as const;

/** Where the second class lies as seen from the first: a direction of length 1, along neither axis. */
const DIRECTION = [0.8, 0.6] as const;

type Blobs = Pick<BlobValues, 'count' | 'distance' | 'spread' | 'share' | 'seed'>;

/** Standard normal numbers of each sample, two in a row: the same for all centres and spreads. */
const normals = remembering(
  2,
  ({ seed, count }: Pick<Blobs, 'seed' | 'count'>) => `${seed} ${count}`,
  ({ seed, count }): Vector =>
    Float64Array.from({ length: 2 * count }, (_, i) =>
      normal(seed, 'data', i >> 1, i & 1 ? DRAWS.y : DRAWS.x),
    ),
);

/** Samples of two classes around two centres, of which a part has the label of the other class. */
export const blobData = remembering(
  4,
  ({ count, distance, spread, share, seed, flipped }: Blobs & { readonly flipped: number }) =>
    [count, distance, spread, share, seed, flipped].join(),
  ({ count, distance, spread, share, seed, flipped }): DataSet => {
    const drawn = normals({ seed, count });
    const features = new Float64Array(2 * count);
    const targets = new Float64Array(count);
    // Both classes have a sample at least, and they take turns.
    const positives = Math.min(count - 1, Math.max(1, Math.round(share * count)));
    for (let i = 0; i < count; i++) {
      const isPositive = Math.floor(((i + 1) * positives) / count) > Math.floor((i * positives) / count);
      const along = isPositive ? distance / 2 : -distance / 2;
      features[2 * i] = along * DIRECTION[0] + spread * drawn[2 * i];
      features[2 * i + 1] = along * DIRECTION[1] + spread * drawn[2 * i + 1];
      const isFlipped = flipped > 0 && uniform(seed, 'data', i, DRAWS.flip) < flipped;
      targets[i] = isPositive === isFlipped ? -1 : 1;
    }
    return {
      count,
      features,
      targets,
      names: say.coordinates,
      response: null,
      classes: say.blobs,
    };
  },
);

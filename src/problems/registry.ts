import { blobs } from './data/blobs.ts';
import { flippedBlobs } from './data/flippedBlobs.ts';
import { iris } from './data/iris.ts';
import { outlierLine } from './data/outlierLine.ts';
import { matrixRegression } from './matrix/matrixRegression.ts';
import { reddi } from './online/reddi.ts';
import type { ProblemDefinition } from './problem.ts';
import { ackley } from './surfaces/ackley.ts';
import { beale } from './surfaces/beale.ts';
import { booth } from './surfaces/booth.ts';
import { bowl } from './surfaces/bowl.ts';
import { doubleWell } from './surfaces/doubleWell.ts';
import { himmelblau } from './surfaces/himmelblau.ts';
import { kink } from './surfaces/kink.ts';
import { matyas } from './surfaces/matyas.ts';
import { plateau } from './surfaces/plateau.ts';
import { rastrigin } from './surfaces/rastrigin.ts';
import { rosenbrock } from './surfaces/rosenbrock.ts';
import { rotatedBowl } from './surfaces/rotatedBowl.ts';
import { saddle } from './surfaces/saddle.ts';
import { scalarFactorization } from './surfaces/scalarFactorization.ts';
import { styblinskiTang } from './surfaces/styblinskiTang.ts';
import { threeHumpCamel } from './surfaces/threeHumpCamel.ts';
import { twoMinima } from './surfaces/twoMinima.ts';

/** All problems, in the order they are offered in. A key is in people's links: never rename one. */
export const PROBLEMS = {
  saddle,
  bowl,
  rosenbrock,
  'rotated-bowl': rotatedBowl,
  plateau,
  kink,
  'double-well': doubleWell,
  'two-minima': twoMinima,
  'scalar-factorization': scalarFactorization,
  himmelblau,
  'three-hump-camel': threeHumpCamel,
  'styblinski-tang': styblinskiTang,
  rastrigin,
  ackley,
  booth,
  matyas,
  beale,
  'matrix-regression': matrixRegression,
  reddi,
  iris,
  blobs,
  'flipped-blobs': flippedBlobs,
  'outlier-line': outlierLine,
} as const satisfies Record<string, ProblemDefinition>;

export type ProblemId = keyof typeof PROBLEMS;

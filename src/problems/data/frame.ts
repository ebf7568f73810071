import type { Domain } from '../problem.ts';
import { remembering, type DataSet } from './dataSet.ts';
import { fitOf, type FitChoice } from './fitProblem.ts';
import { pointOfFit } from './fitMinimizers.ts';
import { evenly } from './smoothFit.ts';

/** The part of the plane that is shown at first, and where runs start. */
export interface Frame {
  readonly domain: Domain;
  readonly start: readonly number[];
}

/** Where between the origin and the point of reference the middle of the square is. */
const MIDDLE = 0.6;

/**
 * A square that holds the origin and a point of reference, where the loss is about least; runs start across from it, so
 * that their paths cross the map.
 * @param least the least half side
 */
function frameAround([a, b]: readonly number[], least: number): Frame {
  const reach = 1.2 * Math.max(Math.abs(a), Math.abs(b), least);
  const digits = 1 - Math.floor(Math.log10(reach));
  const round = (x: number) => Number(x.toFixed(Math.max(0, digits)));
  const side = (middle: number) => [round(middle - reach), round(middle + reach)] as const;
  return {
    domain: { x: side(MIDDLE * a), y: side(MIDDLE * b) },
    start: [round(MIDDLE * a - (a < 0 ? -0.85 : 0.85) * reach), round(MIDDLE * b + 0.45 * reach)],
  };
}

/** With this penalty every loss has an end, which moves smoothly with the data. */
const HELD = 1e-3;
/** So many samples show well enough where it is. */
const SOME = 200;

/** So many frames are remembered of each data set: while a penalty moves none is searched for. */
const REMEMBERED = 8;
const frames = new WeakMap<DataSet, (choice: FitChoice) => Frame>();

/** Around the point where a fit is about least. It does not move with the penalty. */
export function frameOfFit(set: DataSet, choice: FitChoice): Frame {
  let frameOf = frames.get(set);
  if (!frameOf) {
    frameOf = remembering(
      REMEMBERED,
      ({ model, loss, gamma, precision }: FitChoice) => [model, loss, gamma, precision].join(),
      (chosen) => searchedFrame(set, chosen),
    );
    frames.set(set, frameOf);
  }
  return frameOf(choice);
}

function searchedFrame(set: DataSet, choice: FitChoice): Frame {
  // Those without slope, or without a scale, are seen where the hinge is.
  const loss = ['zero-one', 'perceptron'].includes(choice.loss) ? 'hinge' : choice.loss;
  const fit = evenly(fitOf(set, { ...choice, loss, penalty: HELD }), SOME);
  return frameAround(pointOfFit(fit) ?? [1, 1], 0.01);
}

/** Around a line. */
export function frameOfLine(slope: number, intercept: number): Frame {
  return frameAround([slope, intercept], 1);
}

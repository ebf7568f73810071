import type { AnyValues } from '../../specs/spec.ts';
import type { ProblemCore } from '../problem.ts';
import { blobData } from './blobData.ts';
import type { BlobValues, FlippedValues } from './blobSpecs.ts';
import type { DataSet } from './dataSet.ts';
import { formulaOfFit } from './fitFormula.ts';
import { fitProblem, type FitChoice } from './fitProblem.ts';
import { frameOfFit, frameOfLine, type Frame } from './frame.ts';
import { irisData } from './irisData.ts';
import type { IrisValues } from './irisSpecs.ts';
import { lineData } from './lineData.ts';
import type { LineValues } from './lineSpecs.ts';
import { remarksOfFit, unlistedOfFit } from './remarks.ts';

/** What of a problem over data is large: its samples, the losses, the search for minimizers, and what is said of them. */
export interface DataWork {
  formula(parameters: AnyValues): string;
  unlisted(parameters: AnyValues): string | undefined;
  remarks(parameters: AnyValues): readonly string[];
  create(parameters: AnyValues): ProblemCore;
}

/** The type of a method, whose parameters may be narrower than `AnyValues`. */
type Of<P, R> = { of(parameters: P): R }['of'];

function workOn<P>(
  dataOf: Of<P, DataSet>,
  choiceOf: Of<P, FitChoice>,
  frameOf: (set: DataSet, choice: FitChoice, parameters: P) => Frame = frameOfFit,
): { [K in keyof DataWork]: Of<P, ReturnType<DataWork[K]>> } {
  return {
    formula: (parameters) => formulaOfFit(choiceOf(parameters)),
    unlisted: (parameters) => unlistedOfFit(dataOf(parameters), choiceOf(parameters)),
    remarks: (parameters) => remarksOfFit(dataOf(parameters), choiceOf(parameters)),
    create(parameters) {
      const [set, choice] = [dataOf(parameters), choiceOf(parameters)];
      return fitProblem(set, choice, frameOf(set, choice, parameters));
    },
  };
}

/** By the id of the problem. */
export const WORKS = {
  iris: workOn<IrisValues>(irisData, (parameters) => parameters),
  blobs: workOn<BlobValues>(
    (parameters) => blobData({ ...parameters, flipped: 0 }),
    (parameters) => parameters,
  ),
  'flipped-blobs': workOn<FlippedValues>(blobData, (parameters) => parameters),
  'outlier-line': workOn<LineValues>(
    lineData,
    (parameters) => ({ ...parameters, model: 'weight-and-bias' }),
    (_set, _choice, { slope, intercept }) => frameOfLine(slope, intercept),
  ),
} satisfies Record<string, DataWork>;

import { dataPanelMessages as say } from '../../src/messages/dataPanel.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import { unlistedOf, type DataModel } from '../../src/problems/problem.ts';
import { PROBLEMS } from '../../src/problems/registry.ts';
import { readingAt, type Trajectory } from '../engine/trajectories.ts';
import { formatCount, formatMeasure } from '../ui/formatNumber.ts';
import { onTheirSide, rootMeanSquareResidual } from './fit.ts';

/** How a run does on the samples, for the panel beside the map. */
export function fitInPanel(name: string, data: DataModel, theta: ArrayLike<number>): string {
  return data.classes
    ? say.fitInPanel(name, formatCount(onTheirSide(data, theta)), formatCount(data.count))
    : say.residualInPanel(name, formatMeasure(rootMeanSquareResidual(data, theta)));
}

/**
 * What there is to say of a run on a data problem at a step, after its loss; nothing before it is computed.
 * @param isAlone the panel beside the map, which explains why weights run away, is not in sight
 */
export function fitOfRun(trajectory: Trajectory | undefined, step: number, isAlone: boolean): string {
  const reading = trajectory && readingAt(trajectory, step);
  if (!reading) return '';
  const selection = trajectory.task.problem;
  const { data } = createProblem(selection);
  if (!data) return '';
  const fit = fitSentence(data, reading.point);
  const unlisted = isAlone ? unlistedOf(PROBLEMS[selection.id], selection.params) : undefined;
  return unlisted === undefined ? fit : `${fit} ${unlisted}`.trim();
}

/** How far parameters fit the samples; nothing where they are not finite. */
export function fitSentence(data: DataModel, theta: ArrayLike<number>): string {
  if (!Number.isFinite(theta[0]) || !Number.isFinite(theta[1])) return '';
  if (!data.classes) return say.misses(formatMeasure(rootMeanSquareResidual(data, theta)));
  const isLine = data.features.length === 2;
  if (theta[0] === 0 && (theta[1] === 0 || !isLine)) return say.noLine(isLine);
  return say.separates(formatCount(onTheirSide(data, theta)), formatCount(data.count), isLine);
}

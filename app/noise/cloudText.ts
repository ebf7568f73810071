import { noiseMessages as say } from '../../src/messages/noise.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import { isWholeSet } from '../../src/random/batches.ts';
import { formatCount, formatMeasure } from '../ui/formatNumber.ts';
import { isComplete, isWithoutNoise, standing, type Cloud } from './cloud.ts';
import { deviationOf } from './seeds.ts';
import { lossesAt, recordedStep } from './spread.ts';

function onePathText({ task: { problem, sampling } }: Cloud, all: string): string {
  const { samples } = createProblem(problem);
  return samples > 0
    ? say.onePathOfData(all, !isWholeSet(sampling, samples))
    : say.onePath(all, deviationOf(sampling) > 0);
}

/** What a cloud comes to at a step, in words. */
export function cloudText(cloud: Cloud, step: number): string {
  const { members } = cloud;
  const all = formatCount(members.length);
  if (!isComplete(members)) {
    const ended = members.filter(({ outcome }) => outcome !== null).length;
    return say.computing(formatCount(ended), all);
  }
  const left = standing(members);
  if (left.length === 0) return say.allDiverged(all);
  if (isWithoutNoise(cloud)) return onePathText(cloud, all);
  const { mean, quartiles } = lossesAt(left, step);
  const sentence = say.standing(
    formatCount(left.length),
    formatCount(recordedStep(members[0], step)),
    formatMeasure(mean),
    formatMeasure(quartiles[0]),
    formatMeasure(quartiles[1]),
  );
  const gone = members.length - left.length;
  return gone === 0 ? sentence : `${sentence} ${say.diverged(formatCount(gone), all)}`;
}

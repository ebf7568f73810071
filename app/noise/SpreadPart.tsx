import { useEffect } from 'react';
import { noiseMessages as say } from '../../src/messages/noise.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { formatCount } from '../ui/formatNumber.ts';
import { sizesCompared, standing, type Comparison } from './cloud.ts';
import { pointsAt, recordedStep, spreadOf, type SpreadAt } from './spread.ts';
import { SpreadChart } from './SpreadChart.tsx';
import { slopeOf } from './spreadScale.ts';
import { useAtPlayhead } from './useAtPlayhead.ts';

/** How far the focused run's cloud spreads at the playhead, for several batch sizes: measured while it is looked at. */
export function SpreadPart() {
  const { clouds } = useApp();
  useEffect(() => clouds.compare(), [clouds]);
  const step = useAtPlayhead();
  const hasRun = useAppState(({ scene: { runs }, focus }) => focus < runs.length && !runs[focus].hidden);
  const isCompared = useAppState(({ scene }) => sizesCompared(scene).length > 0);
  const isData = useAppState(({ scene }) => createProblem(scene.problem).samples > 0);
  const comparison = clouds.comparison();
  const lacking = isData ? say.lawNeedsSamples : say.lawNeedsNoise;
  return (
    <section aria-labelledby="spread-title">
      <h2 id="spread-title">{say.law}</h2>
      {hasRun && isCompared ? (
        comparison && <Measured comparison={comparison} step={step} />
      ) : (
        <p className="noise-words">{hasRun ? lacking : say.lawNeedsRun}</p>
      )}
    </section>
  );
}

function Measured({ comparison: { task, clouds }, step }: { comparison: Comparison; step: number }) {
  const members = clouds.flatMap(({ members }) => members);
  const ended = members.filter(({ outcome }) => outcome !== null).length;
  if (ended < members.length)
    return <p className="noise-words">{say.measuring(formatCount(ended), formatCount(members.length))}</p>;
  const points = measured(clouds, step);
  if (points.length < 2) return <p className="noise-words">{say.lawAtStart}</p>;
  const gone = members.length - standing(members).length;
  return (
    <>
      <SpreadChart
        points={points}
        batchSizes={clouds.map(({ batchSize }) => batchSize)}
        step={formatCount(recordedStep(members[0], step))}
      />
      <p className="noise-words">
        {lawText(task, formatCount(clouds[0].members.length), slopeText(slopeOf(points)))}
        {gone > 0 && ` ${say.lawGone(formatCount(gone), formatCount(members.length))}`}
      </p>
    </>
  );
}

function lawText({ problem, sampling }: Comparison['task'], seeds: string, slope: string): string {
  return createProblem(problem).samples > 0
    ? say.lawSaysOfData(seeds, slope, sampling.order === 'epochs')
    : say.lawSays(seeds, slope);
}

/** The spreads that there are: of two runs at least, and in more than one place. */
function measured(clouds: Comparison['clouds'], step: number): SpreadAt[] {
  return clouds.flatMap(({ batchSize, members }) => {
    const left = standing(members);
    if (left.length < 2) return [];
    const spread = spreadOf(pointsAt(left, step), left[0].dimension);
    return spread > 0 ? [{ batchSize, spread }] : [];
  });
}

/** Three decimals: exact laws show as −0.500. */
function slopeText(slope: number): string {
  return `${slope < 0 ? '−' : ''}${Math.abs(slope).toFixed(3)}`;
}

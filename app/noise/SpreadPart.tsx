import { useEffect } from 'react';
import { noiseMessages as say } from '../../src/messages/noise.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { formatCount } from '../ui/formatNumber.ts';
import { BATCH_SIZES, standing, type Comparison } from './cloud.ts';
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
  const hasNoise = useAppState(({ scene }) => scene.sampling.noise > 0);
  const comparison = clouds.comparison();
  return (
    <section aria-labelledby="spread-title">
      <h2 id="spread-title">{say.law}</h2>
      {hasRun && hasNoise ? (
        comparison && <Measured comparison={comparison} step={step} />
      ) : (
        <p className="noise-words">{hasRun ? say.lawNeedsNoise : say.lawNeedsRun}</p>
      )}
    </section>
  );
}

function Measured({ comparison: { clouds }, step }: { comparison: Comparison; step: number }) {
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
        batchSizes={BATCH_SIZES}
        step={formatCount(recordedStep(members[0], step))}
      />
      <p className="noise-words">
        {say.lawSays(formatCount(clouds[0].members.length), slopeText(slopeOf(points)))}
        {gone > 0 && ` ${say.lawGone(formatCount(gone), formatCount(members.length))}`}
      </p>
    </>
  );
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

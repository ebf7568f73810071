import { DensityChart } from './DensityChart.tsx';
import type { LikelihoodPart } from './fitOf.ts';
import { ErrorChart, LikelihoodChart } from './ProfileCharts.tsx';

/** A density slid over points; below it, over the same axis, the likelihood and the error of every μ. */
export function LocationFigure({ page, fit }: LikelihoodPart) {
  const { mean, scale } = page.values;
  return (
    <div className="likelihood-stack">
      <DensityChart page={page} fit={fit} />
      <LikelihoodChart fit={fit} mu={mean} isLogarithm={scale === 'logarithm'} />
      <ErrorChart fit={fit} mu={mean} />
    </div>
  );
}

import { levelText } from '../../src/ground/levelText.ts';
import { chartMessages as say } from '../../src/messages/charts.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import { unlistedOf } from '../../src/problems/problem.ts';
import { PROBLEMS } from '../../src/problems/registry.ts';
import { useFoundMinimizers } from '../engine/foundMinimizers.ts';
import { useAppState } from '../ui/AppContext.ts';
import { NARROW, useMedia } from '../ui/useMedia.ts';
import { CHART_VIEW, chartTabId } from './chartPanel.ts';
import { ChartPlot } from './ChartPlot.tsx';
import { ChartTabs } from './ChartTabs.tsx';

/** One quantity of all runs over the steps or evaluations, under the map on the scrubber’s axis. */
export function Chart() {
  const isNarrow = useMedia(NARROW);
  const { quantity, against } = useAppState(({ chart }) => chart);
  const selection = useAppState(({ scene }) => scene.problem);
  useFoundMinimizers();
  const { minimizers } = createProblem(selection);
  const heading = say.quantity[quantity];
  const isMissing = quantity === 'distance' && minimizers.length === 0;
  return (
    <section
      className="chart"
      aria-label={against === 'steps' ? say.overSteps(heading) : say.overEvaluations(heading)}
    >
      <h2 className="visually-hidden">{heading}</h2>
      {isNarrow && <ChartTabs />}
      <div id={CHART_VIEW} className="chart-view" role="tabpanel" aria-labelledby={chartTabId(quantity)}>
        {isMissing ? (
          <p className="chart-missing">
            {unlistedOf(PROBLEMS[selection.id], selection.params) ?? ''} {say.noMinimizer}
          </p>
        ) : (
          <ChartPlot />
        )}
        <ChartCaption />
      </div>
    </section>
  );
}

/** What the chart’s numbers are, where its name alone does not say. */
function ChartCaption() {
  const { quantity, scale } = useAppState(({ chart }) => chart);
  const selection = useAppState(({ scene }) => scene.problem);
  useFoundMinimizers();
  const { minimum, minimizers } = createProblem(selection);
  const unlisted = unlistedOf(PROBLEMS[selection.id], selection.params);
  if (quantity === 'loss' && scale !== 'linear' && minimum)
    return <p className="chart-caption">{say.aboveMinimum(levelText(Number(minimum.toPrecision(4))))}</p>;
  if (quantity === 'distance' && unlisted && minimizers.length > 0)
    return (
      <p className="chart-caption" title={unlisted}>
        {say.toMarked}
      </p>
    );
  return null;
}

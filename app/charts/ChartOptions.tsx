import { chartMessages as say } from '../../src/messages/charts.ts';
import { OPTIMIZERS } from '../../src/optimizers/registry.ts';
import { SCHEDULES } from '../../src/schedules/registry.ts';
import type { Run } from '../../src/scene/scene.ts';
import { setChart } from '../store/viewActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { formatCount } from '../ui/formatNumber.ts';
import { NARROW, useMedia } from '../ui/useMedia.ts';
import type { ValueAxis } from './valueAxis.ts';

/** At the foot of the vertical axis: logarithmic or linear. */
export function ScaleButton({ axis }: { axis: ValueAxis }) {
  const { store } = useApp();
  const isLog = axis.kind === 'log';
  const isFixed = !isLog && !axis.canBeLog;
  return (
    <button
      type="button"
      className="chart-option chart-scale"
      aria-disabled={isFixed}
      title={isFixed ? `${say.linear} ${say.noLog}` : undefined}
      onClick={() => {
        if (!isFixed) setChart(store, { scale: isLog ? 'linear' : 'log' });
      }}
    >
      <span>{isLog ? say.log : say.linear}</span>{' '}
      <span className="visually-hidden">{isFixed ? say.noLog : isLog ? say.toLinear : say.toLog}</span>
    </button>
  );
}

/** Beside it while the chart is zoomed: the way back. */
export function ShowAllButton() {
  const { store } = useApp();
  return (
    <button type="button" className="chart-show-all" onClick={() => setChart(store, { range: null })}>
      {say.showAll}
    </button>
  );
}

/** At the end of the horizontal axis: what it counts, steps or evaluations. */
export function CountButton({ total, isZoomed }: { total: number; isZoomed: boolean }) {
  const { store } = useApp();
  const isNarrow = useMedia(NARROW);
  const against = useAppState(({ chart }) => chart.against);
  const runs = useAppState(({ scene }) => scene.runs);
  const dimension = useAppState(({ scene }) => scene.start.length);
  const isSteps = against === 'steps';
  const { words, note } = wordsOf(isSteps, runs, dimension, isZoomed ? null : total);
  return (
    <button
      type="button"
      className="chart-option chart-count"
      title={note === '' ? undefined : note}
      onClick={() => setChart(store, { against: isSteps ? 'evaluations' : 'steps', range: null })}
    >
      <span>{words}</span>
      {note !== '' && !isNarrow && ` (${note})`}
      <span className="visually-hidden">{isSteps ? say.toEvaluations : say.toSteps}</span>
    </button>
  );
}

/** What x is called; and where not only gradients were asked for, what else counts. */
function wordsOf(
  isSteps: boolean,
  runs: readonly Run[],
  dimension: number,
  total: number | null,
): { words: string; note: string } {
  const count = total === null ? null : formatCount(total);
  if (isSteps) return { words: count === null ? say.stepsUnit : say.steps(count), note: '' };
  const needs = new Set(
    runs
      .filter(({ hidden }) => !hidden)
      .flatMap(({ optimizer, schedule }) => [
        ...OPTIMIZERS[optimizer.id].needs,
        // A schedule that is told losses has the run compute them.
        ...(schedule.some(({ id }) => 'observe' in SCHEDULES[id]) ? (['value'] as const) : []),
      ]),
  );
  if (needs.size === 0) return { words: count === null ? say.gradientsUnit : say.gradients(count), note: '' };
  const notes = [
    ...(needs.has('hessian') ? [say.hessianCounts(formatCount(dimension))] : []),
    ...(needs.has('value') ? [say.valueCounts] : []),
  ];
  return { words: count === null ? say.evaluationsUnit : say.evaluations(count), note: notes.join(', ') };
}

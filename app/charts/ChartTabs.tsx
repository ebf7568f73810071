import { useRef, type KeyboardEvent } from 'react';
import { chartMessages as say } from '../../src/messages/charts.ts';
import { CHART_QUANTITIES } from '../../src/scene/scene.ts';
import { setChart } from '../store/viewActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { CHART_VIEW, chartTabId } from './chartPanel.ts';

/** Which quantity the chart shows. The tabs stand in the transport’s row, on a phone over the chart. */
export function ChartTabs() {
  const { store } = useApp();
  const quantity = useAppState(({ chart }) => chart.quantity);
  const list = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const count = CHART_QUANTITIES.length;
    const at = CHART_QUANTITIES.indexOf(quantity);
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: (at + 1) % count,
      ArrowLeft: (at + count - 1) % count,
      Home: 0,
      End: count - 1,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    setChart(store, { quantity: CHART_QUANTITIES[target] });
    list.current?.querySelectorAll('button')[target].focus();
  };

  return (
    <div ref={list} className="chart-tabs" role="tablist" aria-label={say.tabs}>
      {CHART_QUANTITIES.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={chartTabId(one)}
          aria-selected={one === quantity}
          aria-controls={CHART_VIEW}
          tabIndex={one === quantity ? 0 : -1}
          onKeyDown={onKeyDown}
          onClick={() => setChart(store, { quantity: one })}
        >
          {say.tab[one]}
        </button>
      ))}
    </div>
  );
}

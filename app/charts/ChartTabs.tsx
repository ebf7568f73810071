import { useRef, type KeyboardEvent } from 'react';
import { chartTabMessages as say } from '../../src/messages/chartTabs.ts';
import { CHART_QUANTITIES } from '../../src/scene/scene.ts';
import { setChart } from '../store/viewActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { tabByKey } from '../ui/tabKeys.ts';
import { CHART_VIEW, chartTabId } from './chartPanel.ts';

/** Which quantity the chart shows. The tabs stand in the transport’s row, on a phone over the chart. */
export function ChartTabs() {
  const { store } = useApp();
  const quantity = useAppState(({ chart }) => chart.quantity);
  const list = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const target = tabByKey(event.key, CHART_QUANTITIES, quantity);
    if (target === null) return;
    event.preventDefault();
    setChart(store, { quantity: target });
    list.current?.querySelectorAll('button')[CHART_QUANTITIES.indexOf(target)].focus();
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

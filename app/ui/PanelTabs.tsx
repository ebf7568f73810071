import { useRef, type KeyboardEvent } from 'react';
import { appMessages as say } from '../../src/messages/app.ts';
import { tabByKey } from './tabKeys.ts';

/** On a phone the panels beside the map take turns below it. */
export const PANELS = ['runs', 'chart', 'formula'] as const;
export type Panel = (typeof PANELS)[number];

const NAMES: Readonly<Record<Panel, string>> = {
  runs: say.tabRuns,
  chart: say.tabChart,
  formula: say.tabFormula,
};

export const tabId = (panel: Panel) => `tab-${panel}`;
export const panelId = (panel: Panel) => `panel-${panel}`;

/** The tabs of a phone’s panels: arrows, Home and End go from one to the next. */
export function PanelTabs({ shown, onShow }: { shown: Panel; onShow: (panel: Panel) => void }) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const target = tabByKey(event.key, PANELS, shown);
    if (target === null) return;
    event.preventDefault();
    onShow(target);
    list.current?.querySelectorAll('button')[PANELS.indexOf(target)].focus();
  };
  return (
    <div ref={list} className="panel-tabs" role="tablist" aria-label={say.tabs}>
      {PANELS.map((panel) => (
        <button
          key={panel}
          type="button"
          role="tab"
          id={tabId(panel)}
          aria-controls={panelId(panel)}
          aria-selected={panel === shown}
          tabIndex={panel === shown ? 0 : -1}
          onClick={() => onShow(panel)}
          onKeyDown={onKeyDown}
        >
          {NAMES[panel]}
        </button>
      ))}
    </div>
  );
}

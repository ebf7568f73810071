import { useRef, type KeyboardEvent } from 'react';
import { appMessages as say } from '../../src/messages/app.ts';
import { tabByKey } from './tabKeys.ts';

/** On a phone the panels beside the map take turns below it. */
export type Panel = 'runs' | 'data' | 'chart' | 'formula';
const PANELS: readonly Panel[] = ['runs', 'data', 'chart', 'formula'];

const NAMES: Readonly<Record<Panel, string>> = {
  runs: say.tabRuns,
  data: say.tabData,
  chart: say.tabChart,
  formula: say.tabFormula,
};

export const tabId = (panel: Panel) => `tab-${panel}`;
export const panelId = (panel: Panel) => `panel-${panel}`;

interface PanelTabsProps {
  readonly shown: Panel;
  /** Whether the problem has data to be shown. */
  readonly hasData: boolean;
  readonly onShow: (panel: Panel) => void;
}

/** The tabs of a phone’s panels: arrows, Home and End go from one to the next. */
export function PanelTabs({ shown, hasData, onShow }: PanelTabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const panels = hasData ? PANELS : PANELS.filter((panel) => panel !== 'data');
  const onKeyDown = (event: KeyboardEvent) => {
    const target = tabByKey(event.key, panels, shown);
    if (target === null) return;
    event.preventDefault();
    onShow(target);
    list.current?.querySelectorAll('button')[panels.indexOf(target)].focus();
  };
  return (
    <div ref={list} className="panel-tabs" role="tablist" aria-label={say.tabs}>
      {panels.map((panel) => (
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

import { Suspense, useEffect, useState } from 'react';
import { appMessages as say } from '../src/messages/app.ts';
import { PROBLEMS } from '../src/problems/registry.ts';
import { CHART_VIEW } from './charts/chartPanel.ts';
import { Footer } from './footer/Footer.tsx';
import { UpdateRule } from './formulas/UpdateRule.tsx';
import { Plane } from './plane/Plane.tsx';
import { RunList } from './runs/RunList.tsx';
import { Summary } from './summary/Summary.tsx';
import { Transport } from './transport/Transport.tsx';
import { useAppState } from './ui/AppContext.ts';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';
import { Header } from './ui/Header.tsx';
import { lazyPart } from './ui/lazyPart.tsx';
import { Notices } from './ui/Notices.tsx';
import { panelId, PanelTabs, tabId, type Panel } from './ui/PanelTabs.tsx';
import { useAfterFirstPaths } from './ui/useAfterFirstPaths.ts';
import { NARROW, useMedia } from './ui/useMedia.ts';

/** Loaded after the first paths; its place is kept. */
const Chart = lazyPart(async () => (await import('./charts/Chart.tsx')).Chart);

/** Keeps the chart’s place, and is what its tabs control until it has come. */
function ComingChart() {
  return <div id={CHART_VIEW} className="chart" />;
}

/** The playground: map, transport and chart on one axis, the runs beside them; on a phone the panels take turns. */
export function App() {
  const problem = useAppState(({ scene }) => scene.problem.id);
  const isNarrow = useMedia(NARROW);
  const isAfter = useAfterFirstPaths();
  const [shown, setShown] = useState<Panel>('runs');
  useEffect(() => {
    document.title = say.title(PROBLEMS[problem].name);
  }, [problem]);
  const panel = (name: Panel) =>
    isNarrow
      ? { id: panelId(name), role: 'tabpanel', 'aria-labelledby': tabId(name), hidden: shown !== name }
      : {};
  return (
    <div className="page">
      <ErrorBoundary>
        <Header />
      </ErrorBoundary>
      <Notices />
      <main className="playground" tabIndex={-1}>
        <div className="stage">
          <ErrorBoundary>
            <Plane />
          </ErrorBoundary>
          <ErrorBoundary>
            <Transport />
          </ErrorBoundary>
          {isNarrow && <PanelTabs shown={shown} onShow={setShown} />}
          <div className="chart-panel" {...panel('chart')}>
            <ErrorBoundary>
              <Suspense fallback={<ComingChart />}>{isAfter ? <Chart /> : <ComingChart />}</Suspense>
            </ErrorBoundary>
          </div>
        </div>
        <div className="side" {...panel('runs')}>
          <div className="side-list">
            <ErrorBoundary>
              <RunList />
            </ErrorBoundary>
          </div>
          <ErrorBoundary>
            <Summary />
          </ErrorBoundary>
          <ErrorBoundary>
            <Footer />
          </ErrorBoundary>
        </div>
        {isNarrow && (
          <div className="formula-panel" {...panel('formula')}>
            <ErrorBoundary>
              <UpdateRule />
            </ErrorBoundary>
          </div>
        )}
      </main>
    </div>
  );
}

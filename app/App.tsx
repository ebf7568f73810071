import { Suspense, useEffect, useState } from 'react';
import { appMessages as say } from '../src/messages/app.ts';
import { createProblem } from '../src/problems/createProblem.ts';
import { PROBLEMS } from '../src/problems/registry.ts';
import { CHART_VIEW } from './charts/chartPanel.ts';
import { LazyDataPanel, loadDataPanel } from './data/LazyDataPanel.tsx';
import { Footer } from './footer/Footer.tsx';
import { loadLossTopics } from './losses/loadTopics.ts';
import { Plane } from './plane/Plane.tsx';
import { loadStepPanel, StepReader } from './reading/StepReader.tsx';
import { useReadingFocus } from './reading/useReadingFocus.ts';
import { RunList } from './runs/RunList.tsx';
import { closeReading, readSteps } from './store/viewActions.ts';
import { Summary } from './summary/Summary.tsx';
import { Transport } from './transport/Transport.tsx';
import { useApp, useAppState } from './ui/AppContext.ts';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';
import { Header } from './ui/Header.tsx';
import { lazyPart } from './ui/lazyPart.tsx';
import { Notices } from './ui/Notices.tsx';
import { panelId, PanelTabs, tabId, type Panel } from './ui/PanelTabs.tsx';
import { useFocusAcross } from './ui/useFocusAcross.ts';
import { useAfterFirstPaths } from './ui/useAfterFirstPaths.ts';
import { useFetchAhead } from './ui/useFetchAhead.ts';
import { NARROW, useMedia } from './ui/useMedia.ts';

/** Loaded after the first paths; its place is kept. */
const Chart = lazyPart(async () => (await import('./charts/Chart.tsx')).Chart);

/** Loaded when it is opened. */
const LossRoom = lazyPart(async () => {
  const [room] = await Promise.all([import('./losses/LossRoom.tsx'), loadLossTopics()]);
  return room.LossRoom;
});

/** Keeps the chart’s place, and is what its tabs control until it has come. */
function ComingChart() {
  return <div id={CHART_VIEW} className="chart" />;
}

/**
 * The playground: map, transport and chart on one axis, beside them the runs, or the step that is read; on a phone the
 * panels take turns.
 */
export function App() {
  const { store } = useApp();
  const problem = useAppState(({ scene }) => scene.problem.id);
  const losses = useAppState((state) => state.losses);
  const hasData = useAppState(({ scene }) => createProblem(scene.problem).samples > 0);
  const isNarrow = useMedia(NARROW);
  const isAfter = useAfterFirstPaths();
  const isReading = useAppState(({ reading }) => reading !== null);
  const focus = useReadingFocus();
  const [chosen, setChosen] = useState<Panel>('runs');
  // The panel of formulas is there while a step is read, however that began.
  const shown = isReading ? 'formula' : chosen === 'data' && !hasData ? 'runs' : chosen;
  const show = (next: Panel) => {
    if (next === 'formula') {
      readSteps(store);
      focus.stay();
    } else {
      setChosen(next);
      closeReading(store);
    }
  };
  useFetchAhead(loadStepPanel);
  useFetchAhead(loadLossTopics);
  useFetchAhead(loadDataPanel);
  const isMap = losses === null;
  // The room of losses gives the page its own title.
  useEffect(() => {
    if (isMap) document.title = say.title(PROBLEMS[problem].name);
  }, [problem, isMap]);
  useFocusAcross(!isMap);
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
      {losses && (
        <main className="losses" tabIndex={-1}>
          <ErrorBoundary>
            <Suspense>
              <LossRoom topic={losses} />
            </Suspense>
          </ErrorBoundary>
        </main>
      )}
      <main className="playground" hidden={!isMap} tabIndex={-1}>
        <div className="stage">
          <ErrorBoundary>
            <Plane />
          </ErrorBoundary>
          <ErrorBoundary>
            <Transport />
          </ErrorBoundary>
          {isNarrow && <PanelTabs shown={shown} hasData={hasData} onShow={show} />}
          <div className="chart-panel" {...panel('chart')}>
            <ErrorBoundary>
              <Suspense fallback={<ComingChart />}>{isAfter ? <Chart /> : <ComingChart />}</Suspense>
            </ErrorBoundary>
          </div>
        </div>
        {hasData && isNarrow && (
          <div className="data-tab" {...panel('data')}>
            <LazyDataPanel canHide={false} />
          </div>
        )}
        <div className="side" hidden={isReading} {...panel('runs')}>
          <div className="side-list">
            {hasData && !isNarrow && <LazyDataPanel canHide />}
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
        {(isNarrow || isReading) && (
          <div className="formula-panel" {...panel('formula')}>
            {isReading && <StepReader onShown={focus.take} />}
          </div>
        )}
      </main>
    </div>
  );
}

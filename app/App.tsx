import { useEffect } from 'react';
import { appMessages as say } from '../src/messages/app.ts';
import { PROBLEMS } from '../src/problems/registry.ts';
import { LossChart } from './charts/LossChart.tsx';
import { RunList } from './controls/RunList.tsx';
import { Summary } from './controls/Summary.tsx';
import { UpdateRule } from './formulas/UpdateRule.tsx';
import { Plane } from './plane/Plane.tsx';
import { Transport } from './transport/Transport.tsx';
import { useAppState } from './ui/AppContext.ts';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';
import { Header } from './ui/Header.tsx';
import { Notices } from './ui/Notices.tsx';

/** The playground: map, transport and chart on one axis, the runs beside them. */
export function App() {
  const problem = useAppState(({ scene }) => scene.problem.id);
  useEffect(() => {
    document.title = say.title(PROBLEMS[problem].name);
  }, [problem]);
  return (
    <div className="page">
      <ErrorBoundary>
        <Header />
      </ErrorBoundary>
      <Notices />
      <main className="playground">
        <div className="stage">
          <ErrorBoundary>
            <Plane />
          </ErrorBoundary>
          <ErrorBoundary>
            <Transport />
          </ErrorBoundary>
          <ErrorBoundary>
            <LossChart />
          </ErrorBoundary>
        </div>
        <div className="side">
          <ErrorBoundary>
            <RunList />
          </ErrorBoundary>
          <ErrorBoundary>
            <UpdateRule />
          </ErrorBoundary>
          <ErrorBoundary>
            <Summary />
          </ErrorBoundary>
        </div>
      </main>
    </div>
  );
}

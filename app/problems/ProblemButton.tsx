import { Suspense, useState, type ReactNode } from 'react';
import { appMessages as say } from '../../src/messages/app.ts';
import { PROBLEMS } from '../../src/problems/registry.ts';
import { Popover } from '../controls/Popover.tsx';
import { loadDataProblems } from '../engine/dataProblems.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { lazyPart } from '../ui/lazyPart.tsx';
import { useFetchAhead } from '../ui/useFetchAhead.ts';
import { createPictures } from './pictures.ts';
import { createSlices } from './slices.ts';

/** The sheet, and what the problems over data need to be drawn in it. */
const loadSheet = async () => {
  const [sheet] = await Promise.all([import('./ProblemSheet.tsx'), loadDataProblems()]);
  return sheet;
};
const ProblemSheet = lazyPart(async () => (await loadSheet()).ProblemSheet);

/** The page's title: the problem on the map. It opens the sheet in which another is chosen, or this one changed. */
export function ProblemButton() {
  const { spawnGround } = useApp();
  const problem = useAppState(({ scene }) => scene.problem.id);
  const [gallery] = useState(() => ({
    pictures: createPictures(document.documentElement, spawnGround, () => window.devicePixelRatio),
    slices: createSlices(
      (callback) => requestAnimationFrame(callback),
      () => performance.now(),
    ),
  }));
  useFetchAhead(loadSheet);
  return (
    <Popover
      button={
        <span className="problem-title-line">
          <span className="problem-title-name">{PROBLEMS[problem].name}</span>
          <Chevron />
        </span>
      }
      buttonClass="problem-title"
      label={say.problemSheet}
      sheetClass="problem-sheet"
      around={asHeading}
    >
      {(close) => (
        <ErrorBoundary>
          <Suspense>
            <ProblemSheet gallery={gallery} close={close} />
          </Suspense>
        </ErrorBoundary>
      )}
    </Popover>
  );
}

function asHeading(button: ReactNode) {
  return <h1>{button}</h1>;
}

function Chevron() {
  return (
    <svg className="icon" aria-hidden="true" width="20" height="20" viewBox="0 0 20 20">
      <path d="m4 7 6 6 6-6" />
    </svg>
  );
}

import { Suspense } from 'react';
import { footerMessages as say } from '../../src/messages/footer.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import { isWholeSet } from '../../src/random/batches.ts';
import type { Sampling } from '../../src/scene/scene.ts';
import { Popover } from '../controls/Popover.tsx';
import { useAppState } from '../ui/AppContext.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { formatCount } from '../ui/formatNumber.ts';
import { lazyPart } from '../ui/lazyPart.tsx';
import { useFetchAhead } from '../ui/useFetchAhead.ts';

const loadSheet = () => import('./NoiseSheet.tsx');
const NoiseSheet = lazyPart(async () => (await loadSheet()).NoiseSheet);

/** Opens the sheet in which the noise is set, or the batches, and looked at as a cloud of seeds. */
export function NoiseButton() {
  useFetchAhead(loadSheet);
  const text = useAppState(({ scene: { problem, sampling } }) =>
    textOf(sampling, createProblem(problem).samples),
  );
  const isData = useAppState(({ scene }) => createProblem(scene.problem).samples > 0);
  return (
    <Popover
      button={text}
      buttonClass="noise-button"
      label={isData ? say.batches : say.noise}
      sheetClass="noise-sheet"
    >
      {() => (
        <ErrorBoundary>
          <Suspense fallback={null}>
            <NoiseSheet />
          </Suspense>
        </ErrorBoundary>
      )}
    </Popover>
  );
}

function textOf(sampling: Sampling, samples: number): string {
  if (samples === 0) return say.noise;
  const { batchSize } = sampling;
  if (isWholeSet(sampling, samples) || batchSize === 'full') return say.fullBatch;
  return say.batchOf(formatCount(batchSize));
}

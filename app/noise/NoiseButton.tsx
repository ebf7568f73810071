import { Suspense } from 'react';
import { footerMessages as say } from '../../src/messages/footer.ts';
import { Popover } from '../controls/Popover.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { lazyPart } from '../ui/lazyPart.tsx';
import { useFetchAhead } from '../ui/useFetchAhead.ts';

const loadSheet = () => import('./NoiseSheet.tsx');
const NoiseSheet = lazyPart(async () => (await loadSheet()).NoiseSheet);

/** Opens the sheet in which the noise is set, and looked at as a cloud of seeds. */
export function NoiseButton() {
  useFetchAhead(loadSheet);
  return (
    <Popover button={say.noise} buttonClass="noise-button" label={say.noise} sheetClass="noise-sheet">
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

import { Suspense } from 'react';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { lazyPart } from '../ui/lazyPart.tsx';

/** Fetched ahead, too: a problem over data may be chosen when the network has gone. */
export const loadDataPanel = () => import('./DataPanel.tsx');
const DataPanel = lazyPart(async () => (await loadDataPanel()).DataPanel);

/** The data beside the map, fetched for a problem that has any; its place is kept. */
export function LazyDataPanel({ canHide }: { canHide: boolean }) {
  return (
    <ErrorBoundary>
      <Suspense fallback={<div className="data-coming" />}>
        <DataPanel canHide={canHide} />
      </Suspense>
    </ErrorBoundary>
  );
}

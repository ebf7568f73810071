import { Suspense } from 'react';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { lazyPart } from '../ui/lazyPart.tsx';

const DataPanel = lazyPart(async () => (await import('./DataPanel.tsx')).DataPanel);

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

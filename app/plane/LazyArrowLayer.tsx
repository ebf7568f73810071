import { Suspense } from 'react';
import { mapMessages as say } from '../../src/messages/map.ts';
import { closeReading } from '../store/viewActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { lazyPart } from '../ui/lazyPart.tsx';
import type { ArrowLayerProps } from './ArrowLayer.tsx';

const ArrowLayer = lazyPart(async () => (await import('./ArrowLayer.tsx')).ArrowLayer);

/** The arrows of the step that is read, fetched when one is. */
export function LazyArrowLayer(props: ArrowLayerProps) {
  const { store } = useApp();
  const isOn = useAppState(({ reading }) => reading !== null);
  const isHidden = useAppState(({ scene: { runs }, focus }) => runs[focus]?.hidden ?? true);
  if (!isOn || isHidden) return null;
  return (
    <ErrorBoundary sheet={{ title: say.arrows, onClose: () => closeReading(store) }}>
      <Suspense fallback={null}>
        <ArrowLayer {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}

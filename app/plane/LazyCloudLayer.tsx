import { Suspense } from 'react';
import { footerMessages as say } from '../../src/messages/footer.ts';
import { setCloud } from '../store/viewActions.ts';
import { useApp } from '../ui/AppContext.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { lazyPart } from '../ui/lazyPart.tsx';
import type { CloudLayerProps } from './CloudLayer.tsx';

const CloudLayer = lazyPart(async () => (await import('./CloudLayer.tsx')).CloudLayer);

/** The cloud of seeds on the map, fetched when there is one: most scenes have none. */
export function LazyCloudLayer(props: CloudLayerProps) {
  const { store } = useApp();
  return (
    <ErrorBoundary sheet={{ title: say.cloud, onClose: () => setCloud(store, 0) }}>
      <Suspense fallback={null}>
        <CloudLayer {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}

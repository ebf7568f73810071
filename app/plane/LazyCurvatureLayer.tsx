import { Suspense } from 'react';
import { mapMessages as say } from '../../src/messages/map.ts';
import { readSteps } from '../store/viewActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { lazyPart } from '../ui/lazyPart.tsx';
import type { CurvatureLayerProps } from './CurvatureLayer.tsx';

const CurvatureLayer = lazyPart(async () => (await import('./CurvatureLayer.tsx')).CurvatureLayer);

/** The curvature at the focused run's head, fetched when it is asked for. */
export function LazyCurvatureLayer(props: CurvatureLayerProps) {
  const { store } = useApp();
  const isOn = useAppState(({ reading }) => reading?.curvature ?? false);
  const isHidden = useAppState(({ scene: { runs }, focus }) => runs[focus]?.hidden ?? true);
  if (!isOn || isHidden) return null;
  return (
    <ErrorBoundary sheet={{ title: say.curvature, onClose: () => readSteps(store, { curvature: false }) }}>
      <Suspense fallback={null}>
        <CurvatureLayer {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}

import { Suspense } from 'react';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { lazyPart } from '../ui/lazyPart.tsx';

export const loadStepPanel = () => import('./StepPanel.tsx');
const StepPanel = lazyPart(async () => (await loadStepPanel()).StepPanel);

/** The panel that reads a step, which comes with its typesetter when it is first asked for. */
export function StepReader({ onShown }: { onShown: (heading: HTMLElement) => void }) {
  return (
    <ErrorBoundary>
      <Suspense fallback={null}>
        <StepPanel onShown={onShown} />
      </Suspense>
    </ErrorBoundary>
  );
}

import { Suspense, useState } from 'react';
import { footerMessages as say } from '../../src/messages/footer.ts';
import { useAppState } from '../ui/AppContext.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { lazyPart } from '../ui/lazyPart.tsx';
import { useFetchAhead } from '../ui/useFetchAhead.ts';

const loadTable = () => import('../table/DataTable.tsx');
const DataTable = lazyPart(async () => (await loadTable()).DataTable);

/** Opens the numbers of the focused run. */
export function DataTableButton() {
  const hasRun = useAppState(({ scene, focus }) => focus < scene.runs.length);
  const [open, setOpen] = useState(false);
  useFetchAhead(loadTable);
  const close = () => setOpen(false);
  return (
    <>
      <button
        type="button"
        className="data-table-button"
        aria-haspopup="dialog"
        disabled={!hasRun}
        onClick={() => setOpen(true)}
      >
        {say.dataTable}
      </button>
      {open && hasRun && (
        <ErrorBoundary sheet={{ title: say.dataTable, onClose: close }}>
          <Suspense fallback={null}>
            <DataTable onClose={close} />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  );
}

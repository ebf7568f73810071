import { lazy, Suspense, useEffect, useState } from 'react';
import { footerMessages as say } from '../../src/messages/footer.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';

const loadTable = () => import('../table/DataTable.tsx');
const DataTable = lazy(async () => ({ default: (await loadTable()).DataTable }));

/** Opens the numbers of the focused run. */
export function DataTableButton() {
  const { firstPaths } = useApp();
  const hasRun = useAppState(({ scene, focus }) => focus < scene.runs.length);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    void firstPaths.then(loadTable);
  }, [firstPaths]);
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
        <Suspense fallback={null}>
          <DataTable onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

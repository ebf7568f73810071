import { appMessages as say } from '../../src/messages/app.ts';
import { dismiss } from '../store/actions.ts';
import { useApp, useAppState } from './AppContext.ts';
import { CloseIcon } from './icons.tsx';

/** Sentences to the person. They stay until dismissed and cover nothing that is worked with. */
export function Notices() {
  const { store } = useApp();
  const notices = useAppState((state) => state.notices);
  return (
    <div className="notices" role="status" aria-label={say.notices}>
      {notices.map(({ kind, text }) => (
        <div key={kind} className="notice">
          <p>{text}</p>
          <button
            type="button"
            className="quiet"
            aria-label={say.dismiss}
            onClick={() => dismiss(store, kind)}
          >
            <CloseIcon />
          </button>
        </div>
      ))}
    </div>
  );
}

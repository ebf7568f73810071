import { transportMessages as say } from '../../src/messages/transport.ts';
import { setLoop } from '../store/viewActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { LoopIcon } from '../ui/icons.tsx';

/** Whether playback begins anew at its end. */
export function LoopButton({ words = false }: { words?: boolean }) {
  const { store } = useApp();
  const loop = useAppState((state) => state.loop);
  return (
    <button
      type="button"
      className="quiet loop"
      aria-pressed={loop}
      aria-label={say.loop}
      title={say.loopHint}
      onClick={() => setLoop(store, !loop)}
    >
      <LoopIcon />
      {words && say.loop}
    </button>
  );
}

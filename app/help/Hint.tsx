import { hintMessages as say } from '../../src/messages/hints.ts';
import type { HintId } from '../transport/hints.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { NARROW, useMedia } from '../ui/useMedia.ts';
import { useHint } from './useHint.ts';

/** A hint in words, where the thing is done; nothing before its turn and after it has been done. A click hides it. */
export function Hint({ id }: { id: HintId }) {
  const { hints } = useApp();
  const unfolded = useAppState((state) => state.unfolded);
  const isNarrow = useMedia(NARROW);
  if (!useHint(id)) return null;
  const unfold = unfolded ? say.turn : isNarrow ? say.unfoldShort : say.unfold;
  const text = id === 'unfold' ? unfold : say[id];
  return (
    <button
      type="button"
      className={`hint hint-${id}`}
      aria-label={say.hide(text)}
      title={say.hideTitle}
      onClick={() => hints.done(id)}
    >
      {text}
    </button>
  );
}

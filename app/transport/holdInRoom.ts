import type { Store } from '../store/store.ts';
import type { Playback } from './playback.ts';

/** Lets playback wait while the room of losses hides the map, and go on where it was once the map is back. */
export function holdInRoom(
  store: Store,
  playback: Pick<Playback, 'playing' | 'play' | 'pause' | 'subscribe'>,
): {
  /** Whether it waits, and would be playing on the map. */
  readonly holds: () => boolean;
} {
  let isHeld = false;
  const follow = () => {
    const isOpen = store.getState().losses !== null;
    if (isOpen && playback.playing) {
      isHeld = true;
      playback.pause();
    } else if (!isOpen && isHeld) {
      isHeld = false;
      playback.play();
    }
  };
  store.subscribe(follow);
  playback.subscribe(follow);
  follow();
  return { holds: () => isHeld };
}

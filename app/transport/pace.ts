import type { Store } from '../store/store.ts';
import type { Playback } from './playback.ts';

/** What the menu offers and the keys go through. A link may name any speed between the ends. */
export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8, 16] as const;

/** The next offered speed above (`1`) or below (`−1`); the same where there is none. */
export function nextSpeed(speed: number, direction: 1 | -1): number {
  const offered = direction > 0 ? SPEEDS : SPEEDS.toReversed();
  return offered.find((candidate) => (candidate - speed) * direction > 0) ?? speed;
}

/** Lets playback have the speed and the loop of the state. */
export function followPace(store: Store, playback: Playback): void {
  const follow = () => {
    const { speed, loop } = store.getState();
    playback.speed = speed;
    playback.loop = loop;
  };
  store.subscribe(follow);
  follow();
}

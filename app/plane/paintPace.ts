import type { Trajectory } from '../engine/trajectories.ts';

/** Under a moving hand paths that are still being computed are drawn after so many milliseconds at the latest. */
const LONGEST_WAIT = 18;

/**
 * Whether a picture of paths under a moving hand waits for the rest of them: drawing some of the runs takes from the
 * others the time in which they would be computed.
 * @param sincePainted milliseconds since paths were last drawn
 */
export function waitsForMore(trajectories: readonly Trajectory[], sincePainted: number): boolean {
  return sincePainted < LONGEST_WAIT && trajectories.some(({ outcome }) => outcome === null);
}

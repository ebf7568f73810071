import type { Member } from '../engine/background.ts';

/** Whether a run has no place any more: what it took on the way to infinity has no mean. */
export function hasDiverged({ outcome }: Member): boolean {
  return outcome?.kind === 'diverged';
}

/** Whether all members went the same way: nothing was drawn that could tell them apart. */
export function isOnePath([first, ...others]: readonly Member[]): boolean {
  const { rows, dimension } = first;
  return others.every(
    (member) =>
      member.rows === rows &&
      member.points.subarray(0, rows * dimension).every((value, i) => Object.is(value, first.points[i])),
  );
}

import { TOUCH, type TouchArea } from './DragHandle.tsx';

/** Where a handle is, in pixels. */
export type HandlePlace = readonly [x: number, y: number];

/** Pixels under which two handles are at the same place: the one that is drawn last is taken. */
const SAME = 0.5;

/**
 * Where handles can be taken hold of: squares for a finger, but where two would lie over each other each goes no further
 * than half the way to the other, so that whoever presses between them takes the nearer.
 */
export function touchAreas(places: readonly HandlePlace[]): readonly TouchArea[] {
  return places.map(([x, y]) => {
    let [left, right, top, bottom] = [-TOUCH, TOUCH, -TOUCH, TOUCH];
    for (const [otherX, otherY] of places) {
      const [across, down] = [otherX - x, otherY - y];
      const distance = Math.max(Math.abs(across), Math.abs(down));
      if (distance >= 2 * TOUCH || distance < SAME) continue;
      if (Math.abs(across) < Math.abs(down)) {
        if (down > 0) bottom = Math.min(bottom, down / 2);
        else top = Math.max(top, down / 2);
      } else if (across > 0) right = Math.min(right, across / 2);
      else left = Math.max(left, across / 2);
    }
    return { x: left, y: top, width: right - left, height: bottom - top };
  });
}

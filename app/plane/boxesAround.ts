import type { DrawnHead } from './headPainter.ts';
import type { PlacedLabel } from './isolineLabels.ts';
import type { Box } from './labelSolver.ts';

/** Pixels around a marker that names keep clear of: its halo. */
const MARKER_HALO = 2;

/** The rectangle around a number on the ground, which may be turned. */
export function boxAroundNumber({ x, y, angle, width, height }: PlacedLabel): Box {
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const across = width * cos + height * sin;
  const down = width * sin + height * cos;
  return { x: x - across / 2, y: y - down / 2, width: across, height: down };
}

/** The square around a run's marker, or around the arrow in its place at the edge. */
export function boxAroundHead({ x, y, exit }: DrawnHead, radius: number): Box {
  const half = radius + MARKER_HALO;
  return { x: (exit?.x ?? x) - half, y: (exit?.y ?? y) - half, width: 2 * half, height: 2 * half };
}

/** The boxes of all markers and of their names. */
export function boxesOfHeads(heads: readonly DrawnHead[], radius: number): readonly Box[] {
  return heads.flatMap((head) => [boxAroundHead(head, radius), ...(head.name ? [head.name] : [])]);
}

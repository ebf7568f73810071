import type { Trajectory } from '../engine/trajectories.ts';
import type { Stroke } from './drawPaths.ts';
import type { Box } from './labelSolver.ts';
import type { MapPlane } from './mapPlane.ts';
import type { PathGeometry, PathSource } from './pathGeometry.ts';
import type { PlaneStyle } from './planeStyle.ts';
import type { Slot } from './slots.ts';
import type { Viewport } from './viewport.ts';

/** A run as it is drawn. */
export interface PaintedRun {
  readonly id: number;
  readonly trajectory: Trajectory;
  /** What its path is drawn from. */
  readonly source: PathSource;
  readonly slot: Slot;
  readonly name: string;
  readonly focused: boolean;
}

/** All that paths are drawn from. */
export interface PathScene {
  readonly runs: readonly PaintedRun[];
  readonly viewport: Viewport;
  readonly plane: MapPlane;
  readonly style: PlaneStyle;
  readonly pixelRatio: number;
  /** What names keep clear of: the map's furniture, and numbers on the ground. */
  readonly obstacles: () => readonly Box[];
  /** Whether heads move by themselves or under a hand: their names jump less then. */
  readonly isMoving: () => boolean;
  /** Whether a step of the focused run is read: the other runs stand back then. */
  readonly isRead: () => boolean;
}

/** A run on the map as it was last drawn. */
export interface DrawnRun extends PaintedRun {
  readonly geometry: PathGeometry;
  /** The vertices that have a dot. */
  readonly dots: readonly number[];
}

/** The stroke of a path behind its head. */
export function strokeOf({ focused, slot }: Pick<PaintedRun, 'focused' | 'slot'>, style: PlaneStyle): Stroke {
  const color = style.color(slot.color);
  return focused
    ? { color, width: style.pathFocus, dash: [] }
    : { color, width: style.path, dash: slot.dash };
}

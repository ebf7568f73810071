import type { Piece } from '../../src/engine/trajectory.ts';
import type { Session } from '../engine/session.ts';
import type { Trajectory } from '../engine/trajectories.ts';
import { acrossRow, upRow, type MapPlane } from './mapPlane.ts';
import { xToPixel, yToPixel, type Viewport } from './viewport.ts';

/** At most as many steps as a page keeps of a run are added to it, of all runs together so many; in so many stretches. */
const MOST_STEPS = 20_000;
const MOST_IN_ALL = 60_000;
const MOST_STRETCHES = 20;
/** Stretches this many steps apart are fetched as one: the worker replays as many to get there. */
const TOGETHER = 1000;
/** Where the lines between recorded steps are shorter than this, in pixels, single steps would not show. */
const SHORT = 3;
/** A path may come into the window between two recorded steps that are this far outside, in pixels. */
const BESIDE = 64;

/** The first and the last step of a part of a run. */
export type Stretch = readonly [from: number, to: number];

/** Every step of what a close view shows of runs that are recorded with a stride. */
export interface CloseSteps {
  /** Asks for the steps that a view needs; what it does not need any more is dropped. */
  want(trajectories: readonly Trajectory[], viewport: Viewport, plane: MapPlane): void;
  /** Every step of these stretches, in order; the same object as long as nothing has come. */
  of(trajectory: Trajectory): readonly Piece[];
}

const NONE: readonly Piece[] = [];

/** @param onArrive called when steps have come or were dropped */
export function createCloseSteps(session: Pick<Session, 'replay'>, onArrive: () => void): CloseSteps {
  const known = new WeakMap<Trajectory, { readonly key: string; pieces: readonly Piece[] }>();

  /** @returns whether anything has come that is still wanted */
  async function fetch(trajectory: Trajectory, key: string, stretches: readonly Stretch[]): Promise<boolean> {
    const answers = await Promise.all(stretches.map(([from, to]) => session.replay(trajectory, from, to)));
    const entry = known.get(trajectory);
    if (entry?.key !== key) return false;
    entry.pieces = answers.filter((piece) => piece !== null && piece.steps.length > 0) as Piece[];
    return true;
  }

  return {
    want(trajectories, viewport, plane) {
      const most = Math.min(MOST_STEPS, MOST_IN_ALL / trajectories.length);
      const fetches: Promise<boolean>[] = [];
      let isDropped = false;
      for (const trajectory of trajectories) {
        const stretches = closeStretches(trajectory, viewport, plane, most);
        const before = known.get(trajectory);
        const key = JSON.stringify(stretches);
        if (key === (before?.key ?? '[]')) continue;
        // Until new steps come, those that are there stay: they are right wherever one looks.
        known.set(trajectory, { key, pieces: stretches.length === 0 ? NONE : (before?.pieces ?? NONE) });
        if (stretches.length > 0) fetches.push(fetch(trajectory, key, stretches));
        else if (before && before.pieces.length > 0) isDropped = true;
      }
      if (isDropped) onArrive();
      // All runs at once: each arrival is a repaint.
      void Promise.all(fetches).then((come) => {
        if (come.includes(true)) onArrive();
      });
    },
    of: (trajectory) => known.get(trajectory)?.pieces ?? NONE,
  };
}

/**
 * The stretches of a run that pass through a view, by the steps that are recorded of it. None for a run of which every
 * step is recorded or that is still computed, and where single steps would not show.
 * @param most steps in all
 */
export function closeStretches(
  trajectory: Trajectory,
  viewport: Viewport,
  plane: MapPlane,
  most = MOST_STEPS,
): readonly Stretch[] {
  const { stride, outcome, rows, steps } = trajectory;
  if (stride === 1 || outcome === null) return [];
  const { width, height } = viewport;
  const stretches: [number, number][] = [];
  let total = 0;
  let lastX = Number.NaN;
  let lastY = Number.NaN;
  for (let row = 0; row < rows; row++) {
    const x = xToPixel(viewport, acrossRow(plane, trajectory, row));
    const y = yToPixel(viewport, upRow(plane, trajectory, row));
    const isInView =
      Math.max(x, lastX) >= -BESIDE &&
      Math.min(x, lastX) <= width + BESIDE &&
      Math.max(y, lastY) >= -BESIDE &&
      Math.min(y, lastY) <= height + BESIDE;
    // Steps between two points that are as good as one would not show.
    if (isInView && Math.hypot(x - lastX, y - lastY) >= SHORT) {
      const [from, to] = [steps[row - 1], steps[row]];
      const last = stretches.at(-1);
      const joins = last !== undefined && from - last[1] <= TOGETHER;
      total += to - (joins ? last[1] : from);
      // What comes first goes farthest, as a rule: of too many steps the first ones are worth having.
      if (total > most || (!joins && stretches.length === MOST_STRETCHES)) break;
      if (joins) last[1] = to;
      else stretches.push([from, to]);
    }
    lastX = x;
    lastY = y;
  }
  return stretches;
}

import { createProblem } from '../../src/problems/createProblem.ts';
import type { Domain, Problem } from '../../src/problems/problem.ts';
import { lastStep, pointAt, type Trajectory } from '../engine/trajectories.ts';
import type { AppParts } from '../ui/AppContext.ts';
import { acrossAt, mapPlane, upAt } from './mapPlane.ts';
import { rowsAround } from './pathSource.ts';
import { AROUND, stepWindow } from './stepWindow.ts';
import { fitDomain, panBy, pixelToPlane, xToPixel, yToPixel, zoomAbout, type Viewport } from './viewport.ts';
import type { WindowMotion } from './windowMotion.ts';

/** A point of the plane. */
export type PlanePoint = readonly [u: number, v: number];

/** What buttons and keys do with the view. All of it is eased. */
export interface MapView {
  /** @param about stays where it is; without it the focused run's head, else the middle */
  zoom(factor: number, about: PlanePoint | 'head' | 'middle'): void;
  pan(right: number, down: number): void;
  whole(): void;
  /** To the steps around the focused run's playhead, and from there back to where one was. */
  toggleSteps(): void;
  /** The window that `toggleSteps` has brought up. */
  readonly stepsWindow: Domain | null;
  /** Moves the map so far that a point is in view. */
  reveal(point: PlanePoint): void;
}

/** A point that was brought into view keeps this part of the plot's sides from its edge. */
const REVEAL = 0.2;

export function createMapView(
  { store, session, playback }: Pick<AppParts, 'store' | 'session' | 'playback'>,
  motion: WindowMotion,
): MapView {
  let steps: { readonly window: Domain; readonly before: Domain | null } | null = null;
  const problem = (): Problem => createProblem(store.getState().scene.problem);
  const plane = () => mapPlane(problem().plane, store.getState().scene.steps);

  function go(window: Domain | null): void {
    if (!motion.viewport) return;
    const { width, height } = motion.viewport;
    const { domain, plane } = problem();
    motion.glide({ window, viewport: fitDomain(window ?? domain, width, height, plane.kind) });
  }

  /** Where the focused run's head stands, if it is in view. */
  function headIn(view: Viewport): PlanePoint | null {
    const { focus, scene } = store.getState();
    const trajectory = session.displayed()[focus];
    if (!trajectory || scene.runs[focus].hidden) return null;
    const point = new Float64Array(trajectory.dimension);
    if (!pointAt(trajectory, playback.playhead, point)) return null;
    const step = Math.min(playback.playhead, lastStep(trajectory));
    const [u, v] = [acrossAt(plane(), point, step), upAt(plane(), point)];
    const { x, y } = view.window;
    return u >= x[0] && u <= x[1] && v >= y[0] && v <= y[1] ? [u, v] : null;
  }

  async function showSteps(trajectory: Trajectory, before: Domain | null): Promise<void> {
    const step = Math.floor(playback.playhead);
    let rows = rowsAround(trajectory, step);
    if (rows === trajectory && trajectory.stride > 1) {
      const piece = await session.replay(trajectory, Math.max(0, step - AROUND), step + AROUND);
      // Someone has moved on meanwhile.
      if (store.getState().window !== before) return;
      if (piece) rows = { ...piece, rows: piece.steps.length, dimension: trajectory.dimension };
    }
    const close = stepWindow(rows, plane(), step, problem().domain);
    if (!close) return;
    steps = { window: close, before };
    go(close);
  }

  return {
    zoom(factor, about) {
      const view = motion.target;
      if (!view) return;
      const middle = pixelToPlane(view, view.width / 2, view.height / 2);
      const [u, v] = about === 'middle' ? middle : about === 'head' ? (headIn(view) ?? middle) : about;
      go(zoomAbout(view, xToPixel(view, u), yToPixel(view, v), factor).window);
    },
    pan(right, down) {
      if (motion.target) go(panBy(motion.target, right, down).window);
    },
    whole: () => go(null),
    toggleSteps() {
      const { window, focus } = store.getState();
      if (steps && window === steps.window) {
        go(steps.before);
        steps = null;
        return;
      }
      const trajectory = session.displayed()[focus];
      if (trajectory) void showSteps(trajectory, window);
    },
    get stepsWindow() {
      return steps?.window ?? null;
    },
    reveal([u, v]) {
      const view = motion.target;
      if (!view) return;
      const within = (at: number, size: number) =>
        Math.min((1 - REVEAL) * size, Math.max(REVEAL * size, at)) - at;
      const x = xToPixel(view, u);
      const y = yToPixel(view, v);
      go(panBy(view, within(x, view.width), within(y, view.height)).window);
    },
  };
}

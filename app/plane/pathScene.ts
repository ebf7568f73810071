import { createProblem } from '../../src/problems/createProblem.ts';
import type { Scene } from '../../src/scene/scene.ts';
import type { AppParts } from '../ui/AppContext.ts';
import { runNames } from '../ui/names.ts';
import { boxAroundNumber } from './boxesAround.ts';
import type { CloseSteps } from './closeSteps.ts';
import type { PlacedLabel } from './isolineLabels.ts';
import { mapPlane, type MapPlane } from './mapPlane.ts';
import type { PathScene } from './paintedRun.ts';
import { pathSource } from './pathSource.ts';
import type { PlaneFrame } from './planeController.ts';
import type { PlaneStyle } from './planeStyle.ts';
import { slotOf } from './slots.ts';

/** Everything that a drawing of the paths is made of: the runs that are not hidden, as they are displayed now. */
export function pathSceneOf(
  { store, session, playback }: Pick<AppParts, 'store' | 'session' | 'playback'>,
  { viewport, pixelRatio, obstacles }: PlaneFrame,
  style: PlaneStyle,
  closeSteps: CloseSteps,
  labels: () => readonly PlacedLabel[],
): PathScene {
  const { scene, runIds, focus } = store.getState();
  const names = runNames(scene.runs);
  const runs = session
    .displayed()
    .map((trajectory, i) => ({
      id: runIds[i],
      trajectory,
      source: pathSource(trajectory, closeSteps.of(trajectory)),
      slot: slotOf(scene.runs[i].slot),
      name: names[i],
      focused: i === focus,
    }))
    .filter((_, i) => !scene.runs[i].hidden);
  return {
    runs,
    viewport,
    plane: planeOf(scene),
    style,
    pixelRatio,
    obstacles: () => [...obstacles, ...labels().map(boxAroundNumber)],
    isMoving: () => playback.playing || store.getState().moving,
    isRead: () => store.getState().reading !== null,
  };
}

/** The plane of a scene's map. */
export function planeOf({ problem, steps }: Pick<Scene, 'problem' | 'steps'>): MapPlane {
  return mapPlane(createProblem(problem).plane, steps);
}

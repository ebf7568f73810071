import type { Erratum } from '../../src/lectures/errata.ts';
import { lectureMessages as say } from '../../src/messages/lectures.ts';
import { readScene } from '../../src/scene/readScene.ts';
import type { Run } from '../../src/scene/scene.ts';
import { notify, openScene } from '../store/actions.ts';
import type { AppParts } from '../ui/AppContext.ts';

/** Puts a run in the place of one, whose id it keeps: one gesture. */
export function replaceRun({ store }: Pick<AppParts, 'store'>, id: number, run: Run): void {
  store.setState(({ scene, runIds }) => {
    const index = runIds.indexOf(id);
    return index < 0 ? {} : { scene: { ...scene, runs: scene.runs.with(index, run) } };
  });
}

/**
 * Opens the scene of an erratum from its start, in place of the one that is shown: one gesture, which can be undone. Who
 * reads a step goes on reading, and what to look at is said.
 * @param still true shows the whole runs at once, for people who want less motion
 */
export function showDifference(
  { store, playback }: Pick<AppParts, 'store' | 'playback'>,
  { scene: json, caption }: Erratum,
  still: boolean,
): void {
  const { scene } = readScene(json);
  const { reading } = store.getState();
  openScene(store, { ...scene, view: { ...scene.view, focus: 0, ...(reading ? { reading } : {}) } });
  notify(store, { kind: 'runs', text: say.inTheScene(caption) });
  playback.seek(still ? scene.steps : 0);
  if (!still) playback.play();
}

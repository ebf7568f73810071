import { DIVERGED_ABOVE, type Sampling, type Scene } from '../../src/scene/scene.ts';
import { OPENING_SCENE } from './openingScene.ts';
import { openedState, type Notice, type Store } from './store.ts';

/** A hand begins to move something: until it ends, whatever changes is one gesture. */
export function beginGesture(store: Store): void {
  store.setState({ moving: true });
}

/** The hand has let go: what has changed since is one entry of the history. */
export function endGesture(store: Store): void {
  store.setState({ moving: false });
}

/** The start of all runs is put elsewhere; every path follows. Beyond where runs count as diverged none can be. */
export function moveStart(store: Store, start: readonly number[]): void {
  const clamped = start.map((x) => Math.min(DIVERGED_ABOVE, Math.max(-DIVERGED_ABOVE, x)));
  if (!clamped.every(Number.isFinite)) return;
  store.setState(({ scene }) => ({ scene: { ...scene, start: clamped } }));
}

/** Every run takes so many steps. */
export function setSteps(store: Store, steps: number): void {
  store.setState(({ scene, chart }) => ({
    scene: { ...scene, steps },
    // A stretch of the old axis may not exist on the new one.
    chart: { ...chart, range: null },
  }));
}

export function setSampling(store: Store, changed: Partial<Sampling>): void {
  store.setState(({ scene }) => ({ scene: { ...scene, sampling: { ...scene.sampling, ...changed } } }));
}

export function setNoise(store: Store, noise: number): void {
  setSampling(store, { noise });
}

export function setSeed(store: Store, seed: number): void {
  setSampling(store, { seed });
}

/** Another scene takes this one's place, as from a link: with what its view says, and new runs. */
export function openScene(store: Store, scene: Scene): void {
  store.setState(({ theme, nextRunId }) => ({
    ...openedState(scene, nextRunId),
    theme: scene.view.theme ?? theme,
  }));
}

/** Everything as a visitor first sees it. */
export function resetScene(store: Store): void {
  openScene(store, OPENING_SCENE);
}

/** Says something; it takes the place of an older notice of its kind. */
export function notify(store: Store, notice: Notice): void {
  store.setState(({ notices }) => ({
    notices: [...notices.filter(({ kind }) => kind !== notice.kind), notice],
  }));
}

export function dismiss(store: Store, kind: Notice['kind']): void {
  store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.kind !== kind) }));
}

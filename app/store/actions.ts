import { DIVERGED_ABOVE, type Scene, type Theme } from '../../src/scene/scene.ts';
import { focusOf, type Notice, type Store } from './store.ts';

/** A hand begins or ends moving something. */
export function setMoving(store: Store, moving: boolean): void {
  store.setState({ moving });
}

/** The start of all runs is put elsewhere; every path follows. */
export function moveStart(store: Store, start: readonly number[]): void {
  const clamped = start.map((x) => Math.min(DIVERGED_ABOVE, Math.max(-DIVERGED_ABOVE, x)));
  if (!clamped.every(Number.isFinite)) return;
  store.setState(({ scene }) => ({ scene: { ...scene, start: clamped } }));
}

/** Another scene takes this one's place, as from a link. */
export function openScene(store: Store, scene: Scene): void {
  store.setState(({ theme }) => ({ scene, focus: focusOf(scene), theme: scene.view.theme ?? theme }));
}

export function focusRun(store: Store, index: number): void {
  store.setState({ focus: index });
}

export function chooseTheme(store: Store, theme: Theme): void {
  store.setState({ theme });
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

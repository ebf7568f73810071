import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Scene, Theme } from '../../src/scene/scene.ts';

/** A sentence to the person, until dismissed. One of a kind at a time. */
export interface Notice {
  readonly kind: 'link' | 'worker' | 'copy';
  readonly text: string;
}

/** The scene and the view, nothing derived and no arrays of numbers. */
export interface State {
  readonly scene: Scene;
  /** Index of the focused run; its path is drawn strongest. */
  readonly focus: number;
  readonly theme: Theme;
  /** True while a hand moves something: repaints may be lighter, the address waits. */
  readonly moving: boolean;
  readonly notices: readonly Notice[];
}

export type Store = StoreApi<State>;

export function createAppStore(scene: Scene, theme: Theme): Store {
  return createStore<State>(() => ({
    scene,
    focus: focusOf(scene),
    theme: scene.view.theme ?? theme,
    moving: false,
    notices: [],
  }));
}

/** The run that a scene focuses: the one its view names, else Adam, else the first. */
export function focusOf({ view, runs }: Scene): number {
  if (view.focus !== undefined && view.focus < runs.length) return view.focus;
  return Math.max(
    0,
    runs.findIndex(({ optimizer }) => optimizer.id === 'adam'),
  );
}

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Domain } from '../../src/problems/problem.ts';
import type { TopicId } from '../../src/losses/topics/registry.ts';
import type { AnyValues } from '../../src/specs/spec.ts';
import { valuesOfTopic } from './lossActions.ts';
import type { ChartView, DataPart, ReadingView, Scene, Theme, View } from '../../src/scene/scene.ts';

/** A sentence to the person, until dismissed. One of a kind at a time. */
export interface Notice {
  readonly kind: 'link' | 'worker' | 'copy' | 'reset' | 'runs';
  readonly text: string;
}

/** The scene and the view, nothing derived and no arrays of numbers. */
export interface State {
  readonly scene: Scene;
  /** What each run is known by, whatever its place, name or slot: aligned with `scene.runs`, never used twice. */
  readonly runIds: readonly number[];
  readonly nextRunId: number;
  /** Index of the focused run; its path is drawn strongest. */
  readonly focus: number;
  /** Whether the focused run's row is unfolded. */
  readonly unfolded: boolean;
  /** Id of the run that is pointed at, in the list, on the map or on the chart. */
  readonly hovered: number | null;
  /** The part of the plane on the map; null is the problem's own domain. */
  readonly window: Domain | null;
  readonly chart: ChartView;
  /** Playback's, as a factor. */
  readonly speed: number;
  readonly loop: boolean;
  /** How many seeds the focused run is shown with, its own first; below 2 it is shown alone. */
  readonly cloud: number;
  /** How the focused run's step is read; null while it is not. */
  readonly reading: ReadingView | null;
  /** What is shown of a data problem beside its map. */
  readonly data: DataPart;
  /** The name in the focused run's equations that is pointed at, in a formula, on the map or at a slider. */
  readonly lit: string | null;
  /** The page of the room of losses that is shown in place of the map; null shows the map. */
  readonly losses: TopicId | null;
  /** What was set on its pages; a page that was left alone is absent. */
  readonly lossValues: Readonly<Partial<Record<TopicId, AnyValues>>>;
  readonly theme: Theme;
  /** True while a hand moves something: repaints may be lighter, the address waits. */
  readonly moving: boolean;
  readonly notices: readonly Notice[];
}

export type Store = StoreApi<State>;

/** A page on which a scene was opened. */
export function createAppStore(scene: Scene, theme: Theme): Store {
  return createStore<State>(() => ({
    ...openedState(scene, 0),
    hovered: null,
    lit: null,
    theme: scene.view.theme ?? theme,
    moving: false,
    notices: [],
  }));
}

export const DEFAULT_CHART: ChartView = { quantity: 'loss', scale: 'auto', against: 'steps', range: null };

export const DEFAULT_READING: ReadingView = { numbers: 'both', form: 'own', curvature: false };

/**
 * What opening a scene sets: the scene itself, new ids for its runs, and what its view says.
 * @param nextRunId an id that no run has had
 */
export function openedState(scene: Scene, nextRunId: number) {
  const { view, runs } = scene;
  return {
    scene,
    runIds: runs.map((_, i) => nextRunId + i),
    nextRunId: nextRunId + runs.length,
    focus: focusOf(scene),
    unfolded: view.unfolded ?? false,
    window: view.window ?? null,
    chart: { ...DEFAULT_CHART, ...view.chart },
    speed: view.speed ?? 1,
    loop: view.loop ?? false,
    cloud: view.cloud ?? 0,
    reading: view.reading ? { ...DEFAULT_READING, ...view.reading } : null,
    data: view.data ?? 'samples',
    losses: view.losses?.topic ?? null,
    lossValues: view.losses ? { [view.losses.topic]: view.losses.values } : {},
  } satisfies Partial<State>;
}

/** The view as a link carries it: what differs from what a scene without a view shows. */
export function viewOf(state: State, playhead: number | null): View {
  const { scene, focus, unfolded, window, chart, speed, loop, cloud, reading, data, losses, lossValues } =
    state;
  const changed = changedFrom(DEFAULT_CHART, chart);
  return {
    ...(scene.runs.length === 0 ? {} : { focus }),
    ...(playhead === null ? {} : { playhead }),
    ...(window ? { window } : {}),
    ...(unfolded ? { unfolded } : {}),
    ...(Object.keys(changed).length === 0 ? {} : { chart: changed }),
    ...(speed === 1 ? {} : { speed }),
    ...(loop ? { loop } : {}),
    ...(cloud === 0 ? {} : { cloud }),
    ...(reading ? { reading: changedFrom(DEFAULT_READING, reading) } : {}),
    ...(data === 'samples' ? {} : { data }),
    ...(losses ? { losses: { topic: losses, values: valuesOfTopic(lossValues, losses) } } : {}),
    // A theme is the reader's own affair, unless the scene asked for one.
    ...(scene.view.theme ? { theme: state.theme } : {}),
  };
}

function changedFrom<T extends object>(defaults: T, now: T): Partial<T> {
  const changed: Partial<T> = {};
  for (const name of Object.keys(now) as (keyof T)[])
    if (now[name] !== defaults[name]) changed[name] = now[name];
  return changed;
}

/** The run that a scene focuses: the one its view names, else Adam, else the first. */
export function focusOf({ view, runs }: Scene): number {
  if (view.focus !== undefined && view.focus < runs.length) return view.focus;
  return Math.max(
    0,
    runs.findIndex(({ optimizer }) => optimizer.id === 'adam'),
  );
}

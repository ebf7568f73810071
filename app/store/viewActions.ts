import type { Domain } from '../../src/problems/problem.ts';
import type { ChartView, DataPart, ReadingView, Theme } from '../../src/scene/scene.ts';
import { DEFAULT_READING, type Store } from './store.ts';

/** What one looks at, and how: none of it changes a number, and only the cloud is an entry of the history. */

export function focusRun(store: Store, index: number): void {
  store.setState({ focus: index });
}

/** Opens or closes the focused run's row. */
export function setUnfolded(store: Store, unfolded: boolean): void {
  store.setState({ unfolded });
}

/** @param id of the run that is pointed at; null when none is */
export function hoverRun(store: Store, id: number | null): void {
  if (store.getState().hovered !== id) store.setState({ hovered: id });
}

/** @param window null shows the problem's own domain */
export function setWindow(store: Store, window: Domain | null): void {
  store.setState({ window });
}

export function setChart(store: Store, changed: Partial<ChartView>): void {
  store.setState(({ chart }) => ({ chart: { ...chart, ...changed } }));
}

export function setSpeed(store: Store, speed: number): void {
  store.setState({ speed });
}

export function setLoop(store: Store, loop: boolean): void {
  store.setState({ loop });
}

/** With how many seeds the focused run is shown, its own first. It brings numbers of its own, and can be undone. */
export function setCloud(store: Store, cloud: number): void {
  store.setState({ cloud });
}

/** What is shown of a data problem beside its map. */
export function showData(store: Store, data: DataPart): void {
  store.setState({ data });
}

/** Reads the focused run's step, or changes how it is read. */
export function readSteps(store: Store, changed: Partial<ReadingView> = {}): void {
  store.setState(({ reading }) => ({ reading: { ...(reading ?? DEFAULT_READING), ...changed } }));
}

export function closeReading(store: Store): void {
  store.setState({ reading: null, lit: null });
}

/** @param term a name of the focused run's equations; null when none is pointed at */
export function lightTerm(store: Store, term: string | null): void {
  if (store.getState().lit !== term) store.setState({ lit: term });
}

export function chooseTheme(store: Store, theme: Theme): void {
  store.setState({ theme });
}

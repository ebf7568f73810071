import type { State, Store } from '../store/store.ts';
import type { Hints } from './hints.ts';

/** Notices in the state that a visitor has done what a hint points at. What another scene brings along is no deed. */
export function followDeeds(store: Store, hints: Hints): void {
  store.subscribe((state, before) => {
    if (state.runIds !== before.runIds || state.scene.problem.id !== before.scene.problem.id) return;
    if (state.scene.start !== before.scene.start) hints.done('start');
    if ((state.unfolded && !before.unfolded) || turnedSlider(state, before)) hints.done('unfold');
  });
}

function turnedSlider({ scene: { runs } }: State, before: State): boolean {
  return (
    runs !== before.scene.runs &&
    runs.some(({ optimizer }, i) => optimizer !== before.scene.runs[i].optimizer)
  );
}

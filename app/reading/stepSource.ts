import type { Explanation } from '../../src/engine/explain.ts';
import type { Task } from '../../src/scene/scene.ts';
import type { Session } from '../engine/session.ts';
import { lastStep } from '../engine/trajectories.ts';
import type { Store } from '../store/store.ts';
import type { Playback } from '../transport/playback.ts';

/** All quantities of a step of the focused run. */
export interface CurrentStep {
  readonly runId: number;
  /** 1, 2, … */
  readonly step: number;
  readonly task: Task;
  readonly explanation: Explanation;
}

/** The step that is read: it follows the playhead and the focus while somebody reads. */
export interface StepSource {
  /** Null where there is none: at the start, without a run, or before the engine has answered. */
  current(): CurrentStep | null;
  /** Called when the step, or whether there is one, has changed. */
  subscribe(listener: () => void): () => void;
  /** While held, steps are asked for; call the result to let go. */
  hold(): () => void;
}

/** The step whose update is shown at a playhead: the one that leads to it, or that is on its way while it plays. */
export function stepAt(playhead: number): number {
  return Math.ceil(playhead);
}

/** While an answer is awaited only the newest question is kept, so that scrubbing never queues up. */
export function createStepSource(
  store: Store,
  session: Pick<Session, 'trajectories' | 'subscribe' | 'explain'>,
  playback: Pick<Playback, 'playhead' | 'subscribe'>,
): StepSource {
  const listeners = new Set<() => void>();
  let current: CurrentStep | null = null;
  let holders = 0;
  let awaiting = false;

  const tell = (next: CurrentStep | null) => {
    if (next === current) return;
    current = next;
    for (const listener of listeners) listener();
  };

  function follow(): void {
    if (holders === 0 || awaiting) return;
    const { focus, runIds } = store.getState();
    const trajectory = session.trajectories()[focus];
    const wanted = stepAt(playback.playhead);
    if (!trajectory || wanted === 0) return tell(null);
    const last = lastStep(trajectory);
    const step = trajectory.outcome === null ? wanted : Math.min(wanted, last);
    if (step === 0) return tell(null);
    if (current?.task === trajectory.task && current.step === step && current.runId === runIds[focus]) return;
    // What is not computed yet is asked for when the trajectory has grown.
    if (step > last) return;
    const runId = runIds[focus];
    const { task } = trajectory;
    awaiting = true;
    void session.explain(trajectory, step).then((explanation) => {
      awaiting = false;
      const isShown = session.trajectories().includes(trajectory);
      if (explanation && isShown && holders > 0) tell({ runId, step, task, explanation });
      // Nothing comes of asking the same again: the next change does.
      if (explanation || !isShown) follow();
    });
  }

  store.subscribe((state, before) => {
    if (state.focus !== before.focus || state.scene !== before.scene) follow();
  });
  session.subscribe(follow);
  playback.subscribe(follow);
  return {
    current: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hold() {
      holders += 1;
      follow();
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        holders -= 1;
        if (holders === 0) tell(null);
      };
    },
  };
}

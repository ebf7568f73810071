import type { Explanation } from '../../src/engine/explain.ts';
import type { Piece } from '../../src/engine/trajectory.ts';
import type { Task } from '../../src/scene/scene.ts';
import type { Member } from './background.ts';
import type { Trajectory } from './trajectories.ts';

/** What the page asks of the engine. */
export interface EngineClient {
  /**
   * The trajectories of these tasks, in order: cached, or begun now. What is no longer shown is not computed on.
   * @param isHasty a hand moves: what is not known yet is begun lightly where recording it is what takes long
   */
  show(tasks: readonly Task[], isHasty?: boolean): readonly Trajectory[];
  /**
   * Goes on with the tasks shown, the first, under a moving hand. Those after them wait for their turn, in the worker: where
   * the runs of one have ended the latest begins, and others are passed over.
   */
  showInTurn(turns: readonly (readonly Task[])[]): readonly (readonly Trajectory[])[];
  /** Called after trajectories have grown or ended. */
  subscribe(listener: () => void): () => void;
  /** Runs of which only points and losses are kept, computed whenever those shown have ended; others are forgotten. */
  attend(tasks: readonly Task[]): readonly Member[];
  /** Called after attended runs have grown or ended. */
  onAttended(listener: () => void): () => void;
  /** Every row of a stretch of a shown run. */
  replay(trajectory: Trajectory, from: number, to: number): Promise<Piece | null>;
  /** All quantities of one step of a shown run. */
  explain(trajectory: Trajectory, step: number): Promise<Explanation | null>;
  dispose(): void;
}

import type { ToEngine } from '../../src/engine/protocol.ts';
import { strideFor, type Outcome, type Piece } from '../../src/engine/trajectory.ts';
import { taskKey, type Task } from '../../src/scene/scene.ts';

/** One of many runs that are looked at together: of each only its points and losses are kept, every so many steps. */
export interface Member {
  readonly task: Task;
  readonly dimension: number;
  /** Steps from one row to the next; the last row may follow sooner. */
  readonly stride: number;
  /** Rows filled so far. Row i of each array belongs to step `steps[i]`. */
  rows: number;
  readonly steps: Uint32Array;
  readonly points: Float64Array;
  readonly losses: Float64Array;
  outcome: Outcome | null;
}

/** Rows that are kept of a member, about. */
const MOST_ROWS = 2000;
/** So many steps are under way in the worker at a time, and never fewer than a few runs. */
const STEPS_UNDER_WAY = 200_000;
const FEWEST_UNDER_WAY = 2;

export function createMember(task: Task): Member {
  const stride = strideFor(task.steps, MOST_ROWS);
  const capacity = Math.floor(task.steps / stride) + 2;
  return {
    task,
    dimension: task.start.length,
    stride,
    rows: 0,
    steps: new Uint32Array(capacity),
    points: new Float64Array(capacity * task.start.length),
    losses: new Float64Array(capacity),
    outcome: null,
  };
}

/** Writes a piece into its rows. */
export function writeMember(member: Member, piece: Piece): void {
  if (piece.steps.length === 0) return;
  const row = Math.ceil(piece.steps[0] / member.stride);
  member.steps.set(piece.steps, row);
  member.points.set(piece.points, row * member.dimension);
  member.losses.set(piece.losses, row);
  member.rows = row + piece.steps.length;
}

/** Runs that the worker computes when it has nothing else to do, a few at a time. */
export interface Background {
  /** The members of these tasks, in order, those that are known already among them; all others are forgotten. */
  attend(tasks: readonly Task[]): readonly Member[];
  /** Begins as many as may be under way. */
  advance(): void;
  /** Gives up what is under way, to be begun anew: something else comes first. */
  pause(): void;
  /** The worker died, and what was under way with it. */
  lose(): void;
  /** Takes what a run brought. @returns false if it is none of these */
  receive(run: number, piece: Piece): boolean;
  end(run: number, outcome: Outcome): boolean;
  readonly isUnderWay: boolean;
}

export function createBackground(post: (message: ToEngine) => void, nextNumber: () => number): Background {
  let members = new Map<string, Member>();
  /** By the number of their run. */
  const underWay = new Map<number, Member>();

  function giveUp(run: number): void {
    underWay.delete(run);
    post({ type: 'forget', run });
  }

  return {
    attend(tasks) {
      const kept = new Map<string, Member>();
      const attended = tasks.map((task) => {
        const key = taskKey(task);
        const member = kept.get(key) ?? members.get(key) ?? createMember(task);
        kept.set(key, member);
        return member;
      });
      members = kept;
      const wanted = new Set(attended);
      for (const [run, member] of underWay) if (!wanted.has(member)) giveUp(run);
      return attended;
    },
    advance() {
      const busy = new Set(underWay.values());
      for (const member of members.values()) {
        if (member.outcome !== null || busy.has(member)) continue;
        const room = Math.max(FEWEST_UNDER_WAY, STEPS_UNDER_WAY / Math.max(1, member.task.steps));
        if (underWay.size >= room) return;
        const run = nextNumber();
        underWay.set(run, member);
        post({ type: 'run', run, task: member.task, stride: member.stride, isLight: false, turn: null });
      }
    },
    pause() {
      for (const run of underWay.keys()) giveUp(run);
    },
    lose: () => underWay.clear(),
    receive(run, piece) {
      const member = underWay.get(run);
      if (member) writeMember(member, piece);
      return member !== undefined;
    },
    end(run, outcome) {
      const member = underWay.get(run);
      if (!member) return false;
      member.outcome = outcome;
      // Nobody asks for its steps: the worker need not keep its checkpoints.
      giveUp(run);
      return true;
    },
    get isUnderWay() {
      return underWay.size > 0;
    },
  };
}

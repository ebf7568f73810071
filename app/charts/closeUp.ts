import type { Piece } from '../../src/engine/trajectory.ts';
import type { ChartView } from '../../src/scene/scene.ts';
import type { Session } from '../engine/session.ts';
import { chartRecords, type Trajectory } from '../engine/trajectories.ts';
import { lastRowTo } from './series.ts';
import type { Span } from './span.ts';

/** No more steps than these are fetched for a run: beyond, a pixel column holds so many that their range says as much. */
const MOST = 20_000;

type Axis = ChartView['against'];

/** Each step of the stretch that a zoomed chart shows, for runs of which the page has only every so-manieth. */
export interface CloseUps {
  /** The steps of a run that reach over all that is shown of it; null if they have not come, or are not needed. */
  of(trajectory: Trajectory, against: Axis, span: Span): Piece | null;
  /** Asks for those that are missing. */
  ask(trajectory: Trajectory, against: Axis, span: Span): void;
}

interface Asked {
  readonly from: number;
  readonly to: number;
  piece: Piece | null;
}

/** @param onArrive called when steps have come */
export function createCloseUps(session: Pick<Session, 'replay'>, onArrive: () => void): CloseUps {
  const asked = new WeakMap<Trajectory, Asked>();

  /** What was asked for that reaches over a stretch. */
  const askedOver = (trajectory: Trajectory, [first, last]: Stretch): Asked | null => {
    const have = asked.get(trajectory);
    return have && have.from <= first && have.to >= last ? have : null;
  };

  return {
    of(trajectory, against, span) {
      const stretch = stretchOf(trajectory, against, span);
      return stretch ? (askedOver(trajectory, stretch)?.piece ?? null) : null;
    },
    ask(trajectory, against, span) {
      const stretch = stretchOf(trajectory, against, span);
      if (!stretch || askedOver(trajectory, stretch)) return;
      const [first, last] = stretch;
      // A little more, so that one can look around.
      const more = Math.ceil((last - first) / 2);
      const request: Asked = {
        from: Math.max(0, first - more),
        to: Math.min(trajectory.task.steps, last + more),
        piece: null,
      };
      asked.set(trajectory, request);
      void session.replay(trajectory, request.from, request.to).then((piece) => {
        if (!piece && asked.get(trajectory) === request) asked.delete(trajectory);
        request.piece = piece;
        if (piece) onArrive();
      });
    },
  };
}

type Stretch = readonly [from: number, to: number];

/** The steps of a run that a span shows, from row to row, if the page lacks some of them and they are not too many. */
function stretchOf(trajectory: Trajectory, against: Axis, { from, to }: Span): Stretch | null {
  const { rows, stride, steps, outcome } = trajectory;
  if (stride === 1 || rows === 0 || !outcome) return null;
  const xs = against === 'steps' ? steps : chartRecords(trajectory).evaluations;
  const row = lastRowTo({ xs, rows }, from);
  if (row === rows - 1) return null;
  const next = Math.min(rows - 1, lastRowTo({ xs, rows }, to) + 1);
  const stretch = [steps[Math.max(0, row)], steps[next]] as const;
  return stretch[1] - stretch[0] > MOST ? null : stretch;
}

import { useEffect, useState } from 'react';
import { appMessages as say } from '../../src/messages/app.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import type { Scene } from '../../src/scene/scene.ts';
import type { Trajectory } from '../engine/trajectories.ts';
import { readingAt } from '../engine/trajectories.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { formatCoordinate, formatCount, formatMeasure } from '../ui/formatNumber.ts';
import { runNames } from '../ui/names.ts';
import { outcomeWord } from './RunList.tsx';

/** Sentences wait until the hand and the playhead rest, so that a screen reader is not flooded. */
const REST_MILLISECONDS = 400;
/** While runs stream nothing rests for long: after this many milliseconds a sentence is due all the same. */
const LONGEST_WAIT = 2000;

/** What is on screen, in words: the focused run at the step, and who is ahead. */
export function Summary() {
  const { store, session, playback } = useApp();
  const focus = useAppState((state) => state.focus);
  const [text, setText] = useState('');

  useEffect(() => {
    let timer = 0;
    const update = () => {
      if (playback.playing || store.getState().moving) return;
      setText(
        summaryOf(store.getState().scene, focus, session.trajectories(), Math.floor(playback.playhead)),
      );
    };
    let since: number | null = null;
    const schedule = () => {
      since ??= performance.now();
      window.clearTimeout(timer);
      timer = window.setTimeout(
        () => {
          since = null;
          update();
        },
        performance.now() - since > LONGEST_WAIT ? 0 : REST_MILLISECONDS,
      );
    };
    const stops = [playback.subscribe(schedule), session.subscribe(schedule), store.subscribe(schedule)];
    schedule();
    return () => {
      window.clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [store, session, playback, focus]);

  return (
    <p className="summary" role="status" aria-live="polite">
      {text}
    </p>
  );
}

/** One or two sentences on a scene at a step. */
export function summaryOf(
  scene: Scene,
  focus: number,
  trajectories: readonly Trajectory[],
  step: number,
): string {
  const names = runNames(scene.runs);
  const readings = trajectories.map((trajectory) => readingAt(trajectory, step));
  const focused = readings[focus];
  if (!focused) return scene.runs.length === 0 ? say.noRuns : say.summaryNone;
  const { outcome } = trajectories[focus];
  const ended = outcome && step >= outcome.step ? outcomeWord(outcome) : '';
  const first = say.summary(
    names[focus],
    formatCount(focused.step),
    formatCount(scene.steps),
    formatMeasure(focused.loss),
    ended === '' ? null : ended,
  );
  const standing = readings.map((reading, i) => {
    const end = trajectories[i].outcome;
    return end?.kind === 'diverged' && end.step <= step ? null : reading;
  });
  const others = leaderSentence(scene, names, standing);
  return others === '' ? first : `${first} ${others}`;
}

type Readings = readonly ReturnType<typeof readingAt>[];

/** Who is nearest the minimizer, or lowest where none is known; nothing where there is no one to compare. */
function leaderSentence(scene: Scene, names: readonly string[], readings: Readings): string {
  const { minimizers } = createProblem(scene.problem);
  const visible = readings.flatMap((reading, i) =>
    reading && !scene.runs[i].hidden && Number.isFinite(reading.loss) ? [{ reading, name: names[i] }] : [],
  );
  if (visible.length < 2) return '';
  if (minimizers.length !== 1) {
    const lowest = visible.reduce((best, next) => (next.reading.loss < best.reading.loss ? next : best));
    return say.leader(lowest.name, formatMeasure(lowest.reading.loss));
  }
  const { point } = minimizers[0];
  const distance = ({ reading }: (typeof visible)[number]) =>
    Math.hypot(...point.map((x, i) => x - reading.point[i]));
  const nearest = visible.reduce((best, next) => (distance(next) < distance(best) ? next : best));
  const place = `(${point.map(formatCoordinate).join(', ')})`;
  return say.leaderNear(nearest.name, formatMeasure(distance(nearest)), place);
}

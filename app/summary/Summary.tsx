import { useEffect, useState } from 'react';
import { createProblem } from '../../src/problems/createProblem.ts';
import type { fitOfRun } from '../data/fitText.ts';
import type { cloudText } from '../noise/cloudText.ts';
import { isComplete } from '../noise/cloud.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { NARROW } from '../ui/useMedia.ts';
import { usePlaying } from '../ui/usePlaying.ts';
import { summaryOf } from './summaryText.ts';

/** Sentences wait until the hand and the playhead rest, so that a screen reader is not flooded. */
const REST_MILLISECONDS = 400;
/** While runs stream or play nothing rests for long: after this many milliseconds a sentence is due all the same. */
const LONGEST_WAIT = 1000;

/** What is on screen, in words: the focused run at the step, and who is ahead. */
export function Summary() {
  const { store, session, playback, clouds } = useApp();
  const focus = useAppState((state) => state.focus);
  const playing = usePlaying();
  const [text, setText] = useState('');

  useEffect(() => {
    let timer = 0;
    let isOver = false;
    // Most scenes have no cloud: its words are fetched with the first one.
    let say: typeof cloudText | null = null;
    // And most problems have no data.
    let sayFit: typeof fitOfRun | null = null;
    const fetchFit = async () => {
      const words = await import('../data/fitText.ts');
      sayFit = words.fitOfRun;
      if (!isOver) update();
    };
    const fetchWords = async () => {
      const words = await import('../noise/cloudText.ts');
      say = words.cloudText;
      if (!isOver) update();
    };
    const update = () => {
      const trajectories = session.trajectories();
      // Under a moving hand; one that holds still has whole runs.
      const isPassing = trajectories.some(({ isLight, outcome }) => isLight || outcome === null);
      if (store.getState().moving && isPassing) return;
      const step = Math.floor(playback.playhead);
      const { scene } = store.getState();
      const hasData = createProblem(scene.problem).samples > 0;
      const fit = hasData && sayFit ? sayFit(trajectories[focus], step, matchMedia(NARROW).matches) : '';
      const sentences = summaryOf(scene, focus, trajectories, step, fit);
      const cloud = clouds.shown();
      const isThere = cloud !== null && isComplete(cloud.members);
      setText(isThere && say ? `${sentences} ${say(cloud, step)}` : sentences);
      if (isThere && !say) void fetchWords().catch(() => undefined);
      if (hasData && !sayFit) void fetchFit().catch(() => undefined);
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
    const stops = [
      playback.subscribe(schedule),
      session.subscribe(schedule),
      clouds.subscribe(schedule),
      store.subscribe((state, before) => {
        schedule();
        // A sentence on what is no longer there would be a lie.
        if (state.runIds !== before.runIds || state.scene.problem.id !== before.scene.problem.id) update();
      }),
    ];
    schedule();
    return () => {
      isOver = true;
      window.clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [store, session, playback, clouds, focus]);

  return (
    // While playing it changes every second: too much to be read aloud.
    <p className="summary" role="status" aria-live={playing ? 'off' : 'polite'}>
      {text}
    </p>
  );
}

import { noiseMessages as say } from '../../src/messages/noise.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import { SpecSlider } from '../controls/SpecSlider.tsx';
import { slotOf } from '../plane/slots.ts';
import { beginGesture, endGesture } from '../store/actions.ts';
import type { State } from '../store/store.ts';
import { setCloud } from '../store/viewActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { runNames } from '../ui/names.ts';
import { cloudText } from './cloudText.ts';
import { CLOUD } from './noiseSpecs.ts';
import { seedAfter } from './seeds.ts';
import { useAtPlayhead } from './useAtPlayhead.ts';

/** How many seeds the focused run is shown with, which, and what they come to at the playhead. */
export function CloudPart() {
  const { store } = useApp();
  const count = useAppState(({ cloud }) => cloud);
  const slot = useAppState(({ scene, focus }) => scene.runs[focus]?.slot ?? null);
  const words = useAppState(wordsOf);
  return (
    <section aria-labelledby="cloud-title">
      <h2 id="cloud-title">{say.cloud}</h2>
      <p className="noise-words">{words}</p>
      <div className="spec-controls">
        <SpecSlider
          spec={CLOUD}
          value={count}
          {...(slot !== null && { color: slotOf(slot).color })}
          onChange={(next) => setCloud(store, next)}
          onBegin={() => beginGesture(store)}
          onEnd={() => endGesture(store)}
        />
      </div>
      {count > 1 && <Standing />}
    </section>
  );
}

function Standing() {
  const { clouds } = useApp();
  const step = useAtPlayhead();
  const isMoving = useAppState(({ moving }) => moving);
  const cloud = clouds.shown();
  if (!cloud) return isMoving ? <p className="noise-standing">{say.waits}</p> : null;
  return <p className="noise-standing">{cloudText(cloud, step)}</p>;
}

function wordsOf({ scene: { runs, sampling, problem }, focus, cloud }: State): string {
  const run = runs[focus];
  if (!run) return say.noRun;
  if (cloud === 0) return say.off(createProblem(problem).samples > 0);
  if (cloud === 1) return say.one;
  const name = runNames(runs)[focus];
  if (run.hidden) return say.hidden(name);
  const seed = (k: number) => String(seedAfter(sampling.seed, k));
  if (cloud === 2) return say.whichTwo(name, seed(0), seed(1));
  const sentence = say.which(name, seed(0), seed(1), seed(cloud - 1));
  return seedAfter(sampling.seed, cloud - 1) < sampling.seed ? `${sentence} ${say.wraps}` : sentence;
}

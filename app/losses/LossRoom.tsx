import { Suspense, useEffect, useRef, type ComponentType } from 'react';
import { lossRoomMessages as say } from '../../src/messages/lossRoom.ts';
import { LOSS_TOPICS, type TopicId } from '../../src/losses/topics/registry.ts';
import { openLosses } from '../store/lossActions.ts';
import { useApp } from '../ui/AppContext.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { lazyPart } from '../ui/lazyPart.tsx';
import '../styles/losses.css';

/** Each page is fetched when it is first opened. */
const PAGES: Readonly<Record<TopicId, ComponentType>> = {
  curves: lazyPart(async () => (await import('./curves/CurvesPage.tsx')).CurvesPage),
  softmax: lazyPart(async () => (await import('./softmax/SoftmaxPage.tsx')).SoftmaxPage),
  coin: lazyPart(async () => (await import('./coin/CoinPage.tsx')).CoinPage),
  divergence: lazyPart(async () => (await import('./divergence/DivergencePage.tsx')).DivergencePage),
  likelihood: lazyPart(async () => (await import('./likelihood/LikelihoodPage.tsx')).LikelihoodPage),
  backpropagation: lazyPart(
    async () => (await import('./backpropagation/BackpropagationPage.tsx')).BackpropagationPage,
  ),
};

/** The losses of the lectures: a page a topic. */
export function LossRoom({ topic }: { topic: TopicId }) {
  const { store } = useApp();
  const { name, lesson } = LOSS_TOPICS[topic];
  const Page = PAGES[topic];
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    document.title = say.title(name);
  }, [name]);
  // A page begins at its top, and its tab is in view where they do not all fit.
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
    current.current?.closest('main')?.scrollTo(0, 0);
  }, [topic]);
  return (
    <>
      <div className="loss-head">
        <h1>{name}</h1>
        <nav className="loss-topics" aria-label={say.topics}>
          {(Object.keys(LOSS_TOPICS) as TopicId[]).map((id) => (
            <button
              key={id}
              type="button"
              ref={id === topic ? current : undefined}
              aria-current={id === topic ? 'page' : undefined}
              onClick={() => openLosses(store, id)}
            >
              {LOSS_TOPICS[id].name}
            </button>
          ))}
        </nav>
        <p className="loss-lesson">{lesson}</p>
      </div>
      <ErrorBoundary key={topic}>
        <Suspense fallback={<p className="loss-coming">{say.coming}</p>}>
          <Page />
        </Suspense>
      </ErrorBoundary>
    </>
  );
}

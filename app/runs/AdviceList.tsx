import { adviceOn, type Advice } from '../../src/engine/advice.ts';
import type { Run } from '../../src/scene/scene.ts';
import { useAppState } from '../ui/AppContext.ts';

/** What is to be said of a combination, where it is chosen. It is read out when it comes. */
export function AdviceList({ run, about }: { run: Run; about: Advice['about'] }) {
  const sampling = useAppState(({ scene }) => scene.sampling);
  const steps = useAppState(({ scene }) => scene.steps);
  const texts = adviceOn({ sampling, steps }, run).filter((advice) => advice.about === about);
  return (
    <div className="advice" role="status">
      {texts.map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}

import { useEffect, useRef } from 'react';
import { problemMessages as say } from '../../src/messages/problems.ts';
import type { ProblemId } from '../../src/problems/registry.ts';
import { chooseProblem } from '../store/problemActions.ts';
import { useApp } from '../ui/AppContext.ts';
import { PresentProblem } from './PresentProblem.tsx';
import type { Gallery } from './ProblemOption.tsx';
import { ProblemPicker, type PickerHandle } from './ProblemPicker.tsx';

/** The problem on the map with all that can be changed of it, and below it the others. */
export function ProblemSheet({ gallery, close }: { gallery: Gallery; close: () => void }) {
  const { store } = useApp();
  const sheet = useRef<HTMLDivElement>(null);
  const picker = useRef<PickerHandle>(null);

  // Where the sheet was opened before it had arrived, the focus waits around it.
  useEffect(() => {
    if (sheet.current?.parentElement === document.activeElement) picker.current?.enter();
  }, []);

  const choose = (id: ProblemId) => {
    // The one on the map stays as it was changed; "Reset" is beside it.
    if (id !== store.getState().scene.problem.id) chooseProblem(store, id);
    close();
  };
  return (
    <div ref={sheet} className="problem-parts">
      <PresentProblem onAll={() => picker.current?.show()} />
      <section className="all-problems" aria-labelledby="all-problems">
        <h2 id="all-problems">{say.allProblems}</h2>
        <ProblemPicker gallery={gallery} onChoose={choose} ref={picker} />
      </section>
    </div>
  );
}

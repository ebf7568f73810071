import { formsOfRun } from '../../src/lectures/forms.ts';
import { readingMessages as say } from '../../src/messages/reading.ts';
import type { ReadingView, Run } from '../../src/scene/scene.ts';
import { Segments } from '../controls/Segments.tsx';
import { readSteps } from '../store/viewActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';

/** In whose form the rule is shown: the product's own, or as a lecture prints it. Nothing where no lecture does. */
export function FormSwitch({ run }: { run: Run }) {
  const { store } = useApp();
  const form = useShownForm(run);
  const lectures = formsOfRun(run);
  if (lectures.length === 0) return null;
  return (
    <div className="step-forms">
      <Segments
        symbol=""
        label={say.form}
        segments={[
          { key: 'own', text: say.ownForm },
          ...lectures.map((lecture) => ({ key: lecture, text: lecture })),
        ]}
        chosen={form}
        onChoose={(key) => readSteps(store, { form: key as ReadingView['form'] })}
      />
    </div>
  );
}

/** The chosen form, or the product's own where the lecture does not print this run's rule. */
export function useShownForm(run: Run): ReadingView['form'] {
  const form = useAppState(({ reading }) => reading?.form ?? 'own');
  return form !== 'own' && formsOfRun(run).includes(form) ? form : 'own';
}

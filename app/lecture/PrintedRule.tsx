import { useState } from 'react';
import { differences, following, printedOf, type Part } from '../../src/lectures/forms.ts';
import type { PrintedForm } from '../../src/lectures/printedForm.ts';
import { lectureMessages as say } from '../../src/messages/lectures.ts';
import type { Run } from '../../src/scene/scene.ts';
import { useShownForm } from '../reading/FormSwitch.tsx';
import '../styles/lecture.css';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { changeText } from './changeText.ts';
import { replaceRun } from './lectureActions.ts';
import { PrintedFormView } from './PrintedFormView.tsx';

/** A run's rule as the chosen lecture prints it, form by form; nothing where the product's own form is chosen. */
export function PrintedRule({ run }: { run: Run }) {
  const { store } = useApp();
  const lecture = useShownForm(run);
  const id = useAppState(({ scene, runIds }) => runIds[scene.runs.indexOf(run)]);
  const n = useAppState(({ scene }) => scene.start.length);
  const [said, setSaid] = useState<{ readonly run: Run; readonly text: string } | null>(null);
  if (lecture === 'own') return null;
  const parts = printedOf(run, lecture);
  const use = (part: Part, form: PrintedForm) => {
    const now = following(run, part, form, n);
    replaceRun({ store }, id, now);
    setSaid({ run: now, text: changeText(run, now, part, differences(run, part, form, n)) });
  };
  return (
    <section className="printed-rule" aria-label={say.printedIn(lecture)}>
      {parts.map(({ part, name, forms }) =>
        forms.map((form, i) => (
          <PrintedFormView
            key={`${part} ${i}`}
            name={name}
            form={form}
            follows={differences(run, part, form, n).length === 0}
            onUse={() => use(part, form)}
          />
        )),
      )}
      <p className="printed-said" role="status">
        {said?.run === run ? said.text : ''}
      </p>
    </section>
  );
}

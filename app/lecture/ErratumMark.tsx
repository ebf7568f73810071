import { useId, useState } from 'react';
import { errataOf, type Erratum } from '../../src/lectures/errata.ts';
import { lectureMessages as say } from '../../src/messages/lectures.ts';
import type { Run } from '../../src/scene/scene.ts';

import { useShownForm } from '../reading/FormSwitch.tsx';
import '../styles/lecture.css';
import { useApp } from '../ui/AppContext.ts';
import { Icon } from '../ui/icons.tsx';
import { useMedia } from '../ui/useMedia.ts';
import { showDifference } from './lectureActions.ts';
import { Prose } from './Prose.tsx';
import { SlideWords } from './SlideWords.tsx';

/** The notes on slides that concern a run's rule: those of the lecture that is shown, or of all. */
export function ErratumMarks({ run }: { run: Run }) {
  const form = useShownForm(run);
  const errata = errataOf(run, form === 'own' ? null : form);
  if (errata.length === 0) return null;
  return (
    <section className="errata" aria-label={say.notes}>
      <h3>{say.notes}</h3>
      <ul>
        {errata.map((erratum) => (
          <li key={erratum.id}>
            <ErratumMark erratum={erratum} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A quiet mark that opens what is to be said of a slide, and the scene that shows it. */
export function ErratumMark({ erratum }: { erratum: Erratum }) {
  const app = useApp();
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const [open, setOpen] = useState(false);
  const id = useId();
  const { lectures, title, caption } = erratum;
  return (
    <>
      <button
        type="button"
        className="erratum-mark"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <NoteIcon />
        {say.note(lectures, title)}
      </button>
      {open && (
        <div id={id} className="erratum">
          <SlideWords slide={erratum} />
          <p className="printed-remark">
            <Prose text={say.inTheScene(caption)} />
          </p>
          <button
            type="button"
            className="printed-use"
            aria-label={say.showNamed(title)}
            onClick={() => showDifference(app, erratum, still)}
          >
            {say.show}
          </button>
        </div>
      )}
    </>
  );
}

/** A line under which something is put in. */
function NoteIcon() {
  return (
    <Icon>
      <path d="M3.5 6.5h13M3.5 15.5h4M12.5 15.5h4M7.5 14.5 10 10.5l2.5 4" />
    </Icon>
  );
}

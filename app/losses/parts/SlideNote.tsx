import { useId, useState, type ReactNode } from 'react';
import { lectureMessages as say } from '../../../src/messages/lectures.ts';
import type { Lecture } from '../../../src/specs/citation.ts';
import { Tex } from '../../formulas/Tex.tsx';
import { Prose } from '../../lecture/Prose.tsx';
import '../../styles/lecture.css';
import { Icon } from '../../ui/icons.tsx';

export interface SlideNoteProps {
  readonly lectures: readonly Lecture[];
  /** What it is about, in a few words: it stands on the button. */
  readonly title: string;
  /** Where on the slides. */
  readonly at: string;
  /** What is to be said, kindly. */
  readonly sentence: string;
  /** TeX of what is printed, and of what is meant. */
  readonly printed: string;
  readonly corrected: string;
  /** Below them: a button that shows the difference, say. */
  readonly children?: ReactNode;
}

/** A quiet mark beside a formula that opens what is to be said of a slide: an erratum of a lecture, on a page of losses. */
export function SlideNote({ lectures, title, at, sentence, printed, corrected, children }: SlideNoteProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="slide-note">
      <button
        type="button"
        className="erratum-mark"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <Icon>
          <path d="M3.5 6.5h13M3.5 15.5h4M12.5 15.5h4M7.5 14.5 10 10.5l2.5 4" />
        </Icon>
        {say.note(lectures, title)}
      </button>
      {open && (
        <div id={id} className="erratum">
          <p className="erratum-sentence">
            <Prose text={sentence} />
          </p>
          <p className="printed-place">{at}</p>
          <h4>{say.printed}</h4>
          <Tex tex={String.raw`\displaystyle ${printed}`} className="printed-line" fits />
          <h4>{say.corrected}</h4>
          <Tex tex={String.raw`\displaystyle ${corrected}`} className="printed-line" fits />
          {children}
        </div>
      )}
    </div>
  );
}

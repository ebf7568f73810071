import { useId, useState, type ReactNode } from 'react';
import type { LossErratum } from '../../../src/lectures/lossErrata.ts';
import { lectureMessages as say } from '../../../src/messages/lectures.ts';
import { Tex } from '../../formulas/Tex.tsx';
import { Prose } from '../../lecture/Prose.tsx';
import '../../styles/lecture.css';
import { Icon } from '../../ui/icons.tsx';

/**
 * A quiet mark beside a formula that opens what is to be said of a slide.
 * @param children below it: a button that shows the difference, say
 */
export function SlideNote({ erratum, children }: { erratum: LossErratum; children?: ReactNode }) {
  const { lecture, title, at, sentence, printed, corrected } = erratum;
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
        {say.note([lecture], title)}
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

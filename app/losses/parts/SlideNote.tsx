import { useId, useState, type ReactNode } from 'react';
import type { LossErratum } from '../../../src/lectures/lossErrata.ts';
import { lectureMessages as say } from '../../../src/messages/lectures.ts';
import { SlideWords } from '../../lecture/SlideWords.tsx';
import '../../styles/lecture.css';
import { Icon } from '../../ui/icons.tsx';

/**
 * A quiet mark beside a formula that opens what is to be said of a slide.
 * @param children below it: a button that shows the difference, say
 */
export function SlideNote({ erratum, children }: { erratum: LossErratum; children?: ReactNode }) {
  const { lecture, title } = erratum;
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
          <SlideWords slide={erratum} />
          {children}
        </div>
      )}
    </div>
  );
}

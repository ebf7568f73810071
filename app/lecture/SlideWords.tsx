import type { Erratum } from '../../src/lectures/errata.ts';
import { lectureMessages as say } from '../../src/messages/lectures.ts';
import { Tex } from '../formulas/Tex.tsx';
import { Prose } from './Prose.tsx';

/** What is to be said of a slide: a sentence, its place, the formula as printed and the corrected one. */
export function SlideWords({ slide }: { slide: Pick<Erratum, 'sentence' | 'at' | 'printed' | 'corrected'> }) {
  const { sentence, at, printed, corrected } = slide;
  return (
    <>
      <p className="erratum-sentence">
        <Prose text={sentence} />
      </p>
      <p className="printed-place">{at}</p>
      <h4>{say.printed}</h4>
      <Tex tex={String.raw`\displaystyle ${printed}`} className="printed-line" fits />
      <h4>{say.corrected}</h4>
      <Tex tex={String.raw`\displaystyle ${corrected}`} className="printed-line" fits />
    </>
  );
}

import { LOSS_ERRATA } from '../../../src/lectures/lossErrata.ts';
import { lecturesOfLoss, PRINTED_LOSSES } from '../../../src/lectures/lossForms.ts';
import type { LossId } from '../../../src/losses/registry.ts';
import { lossRoomMessages as say } from '../../../src/messages/lossRoom.ts';
import type { Lecture } from '../../../src/specs/citation.ts';
import { Segments } from '../../controls/Segments.tsx';
import { PrintedFormView } from '../../lecture/PrintedFormView.tsx';
import '../../styles/lecture.css';
import { SlideNote } from './SlideNote.tsx';

/** The product's own form of a loss, or that of a lecture. */
export type LossFormChoice = 'own' | Lecture;

/** What was chosen, or the product's own form where that lecture does not print this loss. */
export function shownForm(id: LossId, chosen: LossFormChoice): LossFormChoice {
  return chosen !== 'own' && lecturesOfLoss(id).includes(chosen) ? chosen : 'own';
}

/** In whose form a loss is read. Nothing where no lecture prints it. */
export function LossFormSwitch({
  id,
  chosen,
  onChoose,
}: {
  id: LossId;
  chosen: LossFormChoice;
  onChoose: (form: string) => void;
}) {
  const lectures = lecturesOfLoss(id);
  if (lectures.length === 0) return null;
  return (
    <Segments
      symbol=""
      label={say.form}
      segments={[
        { key: 'own', text: say.ownForm },
        ...lectures.map((lecture) => ({ key: lecture, text: lecture })),
      ]}
      chosen={shownForm(id, chosen)}
      onChoose={onChoose}
    />
  );
}

/** A loss as a lecture prints it, with the places. */
export function PrintedLoss({ id, name, lecture }: { id: LossId; name: string; lecture: Lecture }) {
  return PRINTED_LOSSES[id]
    .filter((form) => form.lecture === lecture)
    .map((form) => <PrintedFormView key={`${form.at} ${form.title ?? ''}`} name={name} form={form} />);
}

/** The notes on slides that concern a loss: those of the lecture that is shown, or of all. */
export function LossNotes({ id, form }: { id: LossId; form: LossFormChoice }) {
  return LOSS_ERRATA.filter(
    ({ concerns, lecture }) => concerns.includes(id) && (form === 'own' || form === lecture),
  ).map((erratum) => <SlideNote key={erratum.id} erratum={erratum} />);
}

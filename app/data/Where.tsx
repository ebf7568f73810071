import { dataPanelMessages as say } from '../../src/messages/dataPanel.ts';
import { slotOf } from '../plane/slots.ts';
import { useAppState } from '../ui/AppContext.ts';
import { formatCount } from '../ui/formatNumber.ts';
import { runNames } from '../ui/names.ts';

/** What is drawn, and at which point the gradients are taken. */
export function Where({ step, words }: { step: number; words: (where: string) => string }) {
  const runs = useAppState(({ scene }) => scene.runs);
  const focus = useAppState((state) => state.focus);
  if (focus >= runs.length) return <p className="data-fit">{words(say.atStart)}</p>;
  return (
    <p className="data-fit" style={{ color: `var(${slotOf(runs[focus].slot).color})` }}>
      {words(say.where(runNames(runs)[focus], formatCount(step)))}
    </p>
  );
}

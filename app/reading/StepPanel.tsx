import { useLayoutEffect, useRef, type CSSProperties } from 'react';
import { readingMessages as say } from '../../src/messages/reading.ts';
import { RuleIdeas } from '../formulas/RuleIdeas.tsx';
import { RuleSources } from '../formulas/RuleSources.tsx';
import { ErratumMarks } from '../lecture/ErratumMark.tsx';
import { slotOf } from '../plane/slots.ts';
import { closeReading } from '../store/viewActions.ts';
import '../styles/step-lines.css';
import '../styles/reading.css';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { CloseIcon } from '../ui/icons.tsx';
import { runNames } from '../ui/names.ts';
import { ArrowTable } from './ArrowTable.tsx';
import { CurvaturePart } from './CurvaturePart.tsx';
import { useLitTerms } from './litTerms.ts';
import { StepFoot } from './StepFoot.tsx';
import { StepHead } from './StepHead.tsx';
import { StepNote } from './StepNote.tsx';
import { StepRule } from './StepRule.tsx';
import { StepSettings } from './StepSettings.tsx';
import { StepVoice } from './StepVoice.tsx';
import { TermList } from './TermList.tsx';
import { WhySentence } from './WhySentence.tsx';

/**
 * The focused run's step at the playhead: every equation of its update with the step's own numbers. What changes from step
 * to step is written by its parts around React.
 * @param onShown is given the heading once it is there
 */
export function StepPanel({ onShown }: { onShown: (heading: HTMLElement) => void }) {
  const { store } = useApp();
  const focus = useAppState((state) => state.focus);
  const run = useAppState(({ scene }) => scene.runs[focus]);
  const id = useAppState(({ runIds }) => runIds[focus]);
  const name = useAppState(({ scene }) => runNames(scene.runs)[focus]);
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useLitTerms(panel);
  // Before it is seen: whoever sees it may press a key.
  useLayoutEffect(() => {
    if (heading.current) onShown(heading.current);
  }, [onShown]);
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      closeReading(store);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [store]);

  if (!run)
    return (
      <section ref={panel} className="step-panel" aria-labelledby="step-title">
        <div className="step-head">
          <h2 id="step-title" ref={heading} tabIndex={-1}>
            {say.noName}
          </h2>
          <button type="button" className="quiet" aria-label={say.close} onClick={() => closeReading(store)}>
            <CloseIcon />
          </button>
        </div>
        <p className="step-empty">{say.noRuns}</p>
      </section>
    );
  const style: CSSProperties & Record<'--run-color', string> = {
    '--run-color': `var(${slotOf(run.slot).color})`,
  };
  return (
    <section ref={panel} className="step-panel" aria-labelledby="step-title" style={style}>
      <StepHead id={id} run={run} heading={heading} />
      <div className="step-body">
        <StepNote key={id} id={id} />
        <WhySentence />
        <StepRule id={id} run={run} />
        <ErratumMarks run={run} />
        <ArrowTable />
        <TermList run={run} />
        <CurvaturePart />
        <RuleIdeas run={run} />
        <RuleSources run={run} />
      </div>
      <StepSettings id={id} run={run} />
      <StepFoot id={id} />
      <StepVoice id={id} name={name} />
    </section>
  );
}

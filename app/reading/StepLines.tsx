import { useEffect, useRef, useState } from 'react';
import { readingMessages as say } from '../../src/messages/reading.ts';
import type { ReadLine } from '../../src/reading/reading.ts';
import { spokenLine, spokenTex } from '../../src/reading/speech.ts';
import { taskOf, type Run } from '../../src/scene/scene.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import type { SymbolicLine } from './linePieces.ts';
import { createLineView, fitLines, type LineView } from './lineView.ts';
import { dressTerms, useLit } from './litTerms.ts';
import { renderReading } from './readingKatex.ts';
import { readingOf } from './readingOf.ts';
import { RoleArrow } from './RoleArrow.tsx';
import { ruleStructure } from './ruleStructure.ts';
import { stepAt } from './stepSource.ts';
import { useStepFrame } from './useStepFrame.ts';

/** What takes long to hear is said of a step that stays, and its places close up around their numbers. */
const REST_MILLISECONDS = 400;
/** What has become a little too wide is set smaller when it has been so for this long. */
const FIT_MILLISECONDS = 120;
/** The numbers of a run that was just focused are awaited so long, before its rule is shown without them. */
const LATE_MILLISECONDS = 250;

/** Every line of a run's rule with the numbers of the step. React renders where the rule changes; numbers go around it. */
export function StepLines({ id, run }: { id: number; run: Run }) {
  const { playback } = useApp();
  const scene = useAppState((state) => state.scene);
  const mode = useAppState(({ reading }) => reading?.numbers ?? 'both');
  const [structure, setStructure] = useState(() => ruleStructure(taskOf(scene, run)));
  const root = useRef<HTMLDivElement>(null);
  const views = useRef<{ key: string; lines: LineView[] }>({ key: '', lines: [] });
  const timers = useRef({ rest: 0, late: 0, fit: 0 });
  const isLoose = useRef(false);
  const lit = useLit();
  const fit = () => {
    isLoose.current = false;
    fitLines(views.current.lines);
  };

  const show = (next: typeof structure, lines: readonly (SymbolicLine | ReadLine)[]) => {
    if (next.key !== structure.key) {
      setStructure(next);
      return;
    }
    if (views.current.key !== next.key) {
      const dress = (element: HTMLElement) => dressTerms(element, next.terms, lit.current);
      const elements = root.current?.querySelectorAll<HTMLElement>('.step-line') ?? [];
      const made: LineView[] = [];
      for (const element of elements)
        made[Number(element.dataset.line)] = createLineView(element, renderReading, dress);
      views.current = { key: next.key, lines: made };
    }
    const changes = views.current.lines.map((view, i) => view.show(lines[i], mode));
    // Measuring holds up the frame: a number that has grown waits until the hand rests.
    isLoose.current ||= changes.includes('wider');
    window.clearTimeout(timers.current.fit);
    if (changes.includes('typeset')) fit();
    else if (isLoose.current) timers.current.fit = window.setTimeout(fit, FIT_MILLISECONDS);
    window.clearTimeout(timers.current.rest);
    timers.current.rest = window.setTimeout(() => {
      const shown = views.current.lines;
      if (shown.filter((view) => view.settle()).length > 0) fitLines(shown);
      speak(shown, lines);
    }, REST_MILLISECONDS);
  };

  useStepFrame((step) => {
    window.clearTimeout(timers.current.late);
    const showSymbols = () => {
      const next = ruleStructure(taskOf(scene, run));
      show(next, next.lines);
    };
    if (step?.runId === id) show(ruleStructure(step.task), readingOf(step).lines);
    else if (stepAt(playback.playhead) === 0) showSymbols();
    else timers.current.late = window.setTimeout(showSymbols, LATE_MILLISECONDS);
  });

  useEffect(() => {
    const { current } = timers;
    return () => {
      window.clearTimeout(current.rest);
      window.clearTimeout(current.late);
      window.clearTimeout(current.fit);
    };
  }, []);

  useEffect(() => {
    const place = root.current;
    if (!place) return;
    const resized = new ResizeObserver(() => fitLines(views.current.lines));
    resized.observe(place);
    return () => resized.disconnect();
  }, []);

  return (
    <div ref={root} className={`step-lines in-${mode}`} role="group" aria-label={say.equations}>
      {structure.sections.map(({ heading, role, aside, lines }) => (
        <section key={`${structure.key} ${lines.join()}`} className="step-section">
          <h3 data-role={role ?? undefined}>
            {role && <RoleArrow role={role} />}
            {heading}
            {aside !== '' && <small>{aside}</small>}
          </h3>
          {lines.map((i) => (
            <div key={i} className="step-line" data-line={i}>
              <span className="visually-hidden" />
              <span className="step-formula" aria-hidden="true" />
              <small className="step-remarks" />
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

/** Writes what a screen reader says of each line. */
function speak(views: readonly LineView[], lines: readonly (SymbolicLine | ReadLine)[]): void {
  for (const [i, { element }] of views.entries()) {
    const line = lines[i];
    const { left, right } = line.symbols;
    const text = 'left' in line ? spokenLine(line) : spokenTex(String.raw`${left} \leftarrow ${right}`);
    const place = element.querySelector('.visually-hidden');
    if (place && place.textContent !== text) place.textContent = text;
  }
}

import { useRef, type RefObject } from 'react';
import { readingMessages as say } from '../../src/messages/reading.ts';
import type { Run } from '../../src/scene/scene.ts';
import { Menu } from '../controls/Menu.tsx';
import { closeReading, focusRun } from '../store/viewActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { formatCount } from '../ui/formatNumber.ts';
import { CloseIcon, StepBackIcon, StepForwardIcon } from '../ui/icons.tsx';
import { runNames } from '../ui/names.ts';
import { Swatch } from '../ui/Swatch.tsx';
import { useFrame } from '../ui/useFrame.ts';
import { stepAt } from './stepSource.ts';
import { useStepFrame } from './useStepFrame.ts';

interface StepHeadProps {
  readonly id: number;
  readonly run: Run;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** Whose step it is and which one, with the way to another run, another step, and out. */
export function StepHead({ id, run, heading }: StepHeadProps) {
  const { store, playback, steps } = useApp();
  const runs = useAppState(({ scene }) => scene.runs);
  const focus = useAppState((state) => state.focus);
  const number = useRef<HTMLSpanElement>(null);
  const names = runNames(runs);

  // The step that is on the page, even where the playhead is elsewhere.
  const write = () => {
    const current = steps.current();
    const step = current?.runId === id ? current.step : stepAt(playback.playhead);
    const text = formatCount(step);
    if (number.current && number.current.textContent !== text) number.current.textContent = text;
  };
  useFrame(write);
  useStepFrame(write);

  const seek = (direction: 1 | -1) => {
    const from = stepAt(playback.playhead);
    playback.seek(Math.min(playback.steps, Math.max(0, from + direction)));
  };
  return (
    <div className="step-head">
      {runs.length > 1 ? (
        <Menu
          button={<Swatch slot={run.slot} />}
          buttonClass="step-run"
          buttonLabel={say.chooseRun(names[focus])}
          label={say.runs}
          items={runs.map((other, i) => ({
            key: String(i),
            text: names[i],
            icon: <Swatch slot={other.slot} crossed={other.hidden} />,
            checked: i === focus,
            onChoose: () => focusRun(store, i),
          }))}
        />
      ) : (
        <Swatch slot={run.slot} />
      )}
      <h2 id="step-title" ref={heading} tabIndex={-1}>
        {say.heading(names[focus])}
        <span ref={number} />
      </h2>
      <button type="button" className="quiet" aria-label={say.previous} onClick={() => seek(-1)}>
        <StepBackIcon />
      </button>
      <button type="button" className="quiet" aria-label={say.next} onClick={() => seek(1)}>
        <StepForwardIcon />
      </button>
      <button type="button" className="quiet" aria-label={say.close} onClick={() => closeReading(store)}>
        <CloseIcon />
      </button>
    </div>
  );
}

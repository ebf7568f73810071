import { useRef } from 'react';
import { transportMessages as say } from '../../src/messages/transport.ts';
import { ChartTabs } from '../charts/ChartTabs.tsx';
import { Hint } from '../help/Hint.tsx';
import { useAppState } from '../ui/AppContext.ts';
import { NARROW, useMedia } from '../ui/useMedia.ts';
import { LoopButton } from './LoopButton.tsx';
import { PlaybackSettings } from './PlaybackSettings.tsx';
import { Scrubber } from './Scrubber.tsx';
import { SpeedMenu } from './SpeedMenu.tsx';
import { StepField } from './StepField.tsx';
import { StepsField } from './StepsField.tsx';
import { TransportButtons } from './TransportButtons.tsx';

/** With more steps than these, their numbers take the room of the word before them. */
const LONGEST_WITH_WORD = 99_999;

/** Play, step and scrub; on a phone what is rarely needed is behind the number of the step. */
export function Transport() {
  const isNarrow = useMedia(NARROW);
  const isLong = useAppState(({ scene }) => scene.steps > LONGEST_WITH_WORD);
  const scrubber = useRef<HTMLInputElement>(null);
  if (isNarrow)
    return (
      <section className="transport" aria-label={say.transport}>
        <TransportButtons ends={false} />
        <Scrubber ref={scrubber} />
        <PlaybackSettings />
      </section>
    );
  return (
    <section className="transport" aria-label={say.transport}>
      <div className="transport-row">
        <TransportButtons ends />
        <p className="step-count">
          {!isLong && say.step} <StepField onDone={() => scrubber.current?.focus()} /> {say.of} <StepsField />
          <Hint id="start" />
          <Hint id="play" />
        </p>
        <div className="transport-view">
          <ChartTabs />
          <div className="transport-pace">
            <SpeedMenu />
            <LoopButton />
          </div>
        </div>
      </div>
      <Scrubber ref={scrubber} />
    </section>
  );
}

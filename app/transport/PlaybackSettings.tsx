import { useRef } from 'react';
import { transportMessages as say } from '../../src/messages/transport.ts';
import { Popover } from '../controls/Popover.tsx';
import { fieldWidth } from '../footer/fieldWidth.ts';
import { setSpeed } from '../store/viewActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { formatCount, formatSetting } from '../ui/formatNumber.ts';
import { ToEndIcon, ToStartIcon } from '../ui/icons.tsx';
import { useFrame } from '../ui/useFrame.ts';
import { LoopButton } from './LoopButton.tsx';
import { SPEEDS } from './pace.ts';
import { StepField } from './StepField.tsx';
import { StepsField } from './StepsField.tsx';

/** The number of the step on a phone, and behind it what has no room beside it. */
export function PlaybackSettings() {
  const { playback } = useApp();
  const steps = useAppState(({ scene }) => scene.steps);
  const count = useRef<HTMLElement>(null);
  useFrame(() => {
    if (count.current) count.current.textContent = formatCount(Math.floor(playback.playhead));
  });
  return (
    <Popover
      label={say.settingsTitle}
      align="end"
      buttonClass="step-count"
      sheetClass="playback-settings"
      button={
        <>
          <span className="visually-hidden">{say.step} </span>
          <b ref={count} style={{ minWidth: fieldWidth(formatCount(steps)) }} />
          <span aria-hidden="true">/</span>
          <span className="visually-hidden"> {say.of} </span>
          <span>{formatCount(steps)}</span>
          <span className="visually-hidden"> {say.settings}</span>
        </>
      }
    >
      {(close) => <Settings close={close} />}
    </Popover>
  );
}

function Settings({ close }: { close: () => void }) {
  const { playback, store } = useApp();
  const speed = useAppState((state) => state.speed);
  return (
    <>
      <p className="settings-line">
        {say.step} <StepField onDone={close} /> {say.of} <StepsField />
        <span className="settings-ends">
          <button type="button" className="quiet" aria-label={say.toStart} onClick={() => playback.seek(0)}>
            <ToStartIcon />
          </button>
          <button
            type="button"
            className="quiet"
            aria-label={say.toEnd}
            onClick={() => playback.seek(playback.steps)}
          >
            <ToEndIcon />
          </button>
        </span>
      </p>
      <fieldset className="settings-line settings-speed">
        <legend>{say.speed}</legend>
        {SPEEDS.map((offered) => (
          <label key={offered} className={offered === speed ? 'segment chosen' : 'segment'}>
            <input
              type="radio"
              name="speed"
              className="visually-hidden"
              checked={offered === speed}
              data-autofocus={offered === speed || undefined}
              onChange={() => setSpeed(store, offered)}
            />
            {say.factor(formatSetting(offered))}
          </label>
        ))}
      </fieldset>
      <p className="settings-line">
        <LoopButton words />
      </p>
    </>
  );
}

import { useRef, type ReactNode } from 'react';
import { appMessages as say } from '../../src/messages/app.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { formatCount } from '../ui/formatNumber.ts';
import { PauseIcon, PlayIcon, StepBackIcon, StepForwardIcon, ToEndIcon, ToStartIcon } from '../ui/icons.tsx';
import { useFrame } from '../ui/useFrame.ts';
import { usePlaying } from '../ui/usePlaying.ts';

/** Play, step and scrub. */
export function Transport() {
  const { playback } = useApp();
  const steps = useAppState(({ scene }) => scene.steps);
  const playing = usePlaying();
  const count = useRef<HTMLElement>(null);
  const shortCount = useRef<HTMLElement>(null);
  const scrubber = useRef<HTMLInputElement>(null);

  useFrame(() => {
    const step = Math.floor(playback.playhead);
    const input = scrubber.current;
    if (count.current) count.current.textContent = formatCount(step);
    if (shortCount.current) shortCount.current.textContent = formatCount(step);
    if (!input) return;
    input.value = String(playback.playhead);
    input.style.setProperty('--part', String(steps === 0 ? 0 : playback.playhead / steps));
    input.setAttribute('aria-valuetext', say.stepOf(formatCount(step), formatCount(steps)));
  });

  return (
    <section className="transport" aria-label={say.transport}>
      <div className="transport-buttons">
        <TransportButton label={say.toStart} className="wide-only" onClick={() => playback.seek(0)}>
          <ToStartIcon />
        </TransportButton>
        <TransportButton label={say.stepBack} onClick={() => playback.seek(Math.ceil(playback.playhead) - 1)}>
          <StepBackIcon />
        </TransportButton>
        <button
          type="button"
          className="play"
          aria-label={playing ? say.pause : say.play}
          onClick={() => (playing ? playback.pause() : playback.play())}
        >
          {playing ? <PauseIcon /> : <PlayIcon />}
        </button>
        <TransportButton
          label={say.stepForward}
          onClick={() => playback.seek(Math.floor(playback.playhead) + 1)}
        >
          <StepForwardIcon />
        </TransportButton>
        <TransportButton label={say.toEnd} className="wide-only" onClick={() => playback.seek(steps)}>
          <ToEndIcon />
        </TransportButton>
      </div>
      <p className="step-count wide-only">
        {say.step} <b ref={count} /> {say.of} {formatCount(steps)}
      </p>
      <input
        ref={scrubber}
        className="scrubber"
        type="range"
        aria-label={say.scrubber}
        min={0}
        max={steps}
        step={1}
        disabled={steps === 0}
        defaultValue={0}
        onChange={(event) => playback.seek(Number(event.currentTarget.value))}
      />
      <p className="step-count narrow-only" aria-hidden="true">
        <b ref={shortCount} />/{formatCount(steps)}
      </p>
    </section>
  );
}

function TransportButton(props: {
  label: string;
  onClick: () => void;
  children: ReactNode;
  className?: string;
}) {
  return (
    <button
      type="button"
      className={`quiet ${props.className ?? ''}`}
      aria-label={props.label}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  );
}

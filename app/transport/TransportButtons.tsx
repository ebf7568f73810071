import type { ReactNode } from 'react';
import { transportMessages as say } from '../../src/messages/transport.ts';
import { useApp } from '../ui/AppContext.ts';
import { PauseIcon, PlayIcon, StepBackIcon, StepForwardIcon, ToEndIcon, ToStartIcon } from '../ui/icons.tsx';
import { usePlaying } from '../ui/usePlaying.ts';
import { togglePlaying } from './playbackMoves.ts';

/** @param ends whether there is room for the buttons that go to the start and to the end */
export function TransportButtons({ ends }: { ends: boolean }) {
  const { playback, hints } = useApp();
  const playing = usePlaying();
  const go = (move: () => void) => () => {
    move();
    hints.done('play');
  };
  const back = go(() => playback.seek(Math.ceil(playback.playhead) - 1));
  const forward = go(() => playback.seek(Math.floor(playback.playhead) + 1));
  return (
    <div className="transport-buttons">
      {ends && (
        <IconButton label={say.toStart} onClick={go(() => playback.seek(0))}>
          <ToStartIcon />
        </IconButton>
      )}
      <IconButton label={say.stepBack} onClick={back}>
        <StepBackIcon />
      </IconButton>
      <button
        type="button"
        className="play"
        aria-label={playing ? say.pause : say.play}
        onClick={go(() => togglePlaying(playback))}
      >
        {playing ? <PauseIcon /> : <PlayIcon />}
      </button>
      <IconButton label={say.stepForward} onClick={forward}>
        <StepForwardIcon />
      </IconButton>
      {ends && (
        <IconButton label={say.toEnd} onClick={go(() => playback.seek(playback.steps))}>
          <ToEndIcon />
        </IconButton>
      )}
    </div>
  );
}

function IconButton({
  label,
  onClick,
  children,
}: {
  label: string;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button type="button" className="quiet" aria-label={label} title={label} onClick={onClick}>
      {children}
    </button>
  );
}

import { useRef, type Ref } from 'react';
import { transportMessages as say } from '../../src/messages/transport.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { formatCount } from '../ui/formatNumber.ts';
import { useFrame } from '../ui/useFrame.ts';

/** The playhead on a line, to be dragged. It runs along outside React. */
export function Scrubber({ ref }: { ref: Ref<HTMLInputElement> }) {
  const { playback, hints } = useApp();
  const steps = useAppState(({ scene }) => scene.steps);
  const line = useRef<HTMLDivElement>(null);

  useFrame(() => {
    const input = line.current?.querySelector('input');
    if (!input) return;
    input.value = String(playback.playhead);
    input.style.setProperty('--part', String(steps === 0 ? 0 : playback.playhead / steps));
    const text = say.stepOf(formatCount(Math.floor(playback.playhead)), formatCount(steps));
    if (input.getAttribute('aria-valuetext') !== text) input.setAttribute('aria-valuetext', text);
  });

  return (
    <div ref={line} className="scrubber-line">
      <input
        ref={ref}
        className="scrubber"
        type="range"
        aria-label={say.scrubber}
        min={0}
        max={steps}
        step={1}
        disabled={steps === 0}
        defaultValue={0}
        // It is the playhead itself, so keys do to it what they do everywhere.
        data-keys="page"
        onChange={(event) => {
          playback.seek(Number(event.currentTarget.value));
          hints.done('play');
        }}
      />
    </div>
  );
}

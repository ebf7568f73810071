import { useRef } from 'react';
import { dataPanelMessages as say } from '../../src/messages/dataPanel.ts';
import { useApp } from '../ui/AppContext.ts';
import { formatCount } from '../ui/formatNumber.ts';
import { useFrame } from '../ui/useFrame.ts';
import type { Ringed } from './ringed.ts';

/** So many numbers of samples are read out. */
const MOST_NUMBERS = 16;

/** Which batch is ringed; at rest with the numbers of its samples, for those who do not see the rings. */
export function BatchWords({ ringed }: { ringed: Ringed }) {
  const { playback } = useApp();
  const shown = useRef<HTMLSpanElement>(null);
  const spoken = useRef<HTMLSpanElement>(null);
  const written = useRef<{ batch: unknown; isPlaying: boolean } | null>(null);
  useFrame(() => {
    const isPlaying = playback.playing;
    const batch = ringed.at(playback.playhead, isPlaying);
    const now = written.current;
    if (now && now.batch === batch && now.isPlaying === isPlaying) return;
    written.current = { batch, isPlaying };
    if (!shown.current || !spoken.current) return;
    if (!batch) {
      shown.current.textContent = '';
      spoken.current.textContent = '';
      return;
    }
    const { step, size, ringed: samples, isCut } = batch;
    const sizeText = say.sampleCount(size, formatCount(size));
    shown.current.textContent = isCut
      ? say.batchFrom(formatCount(step), sizeText, formatCount(samples.length))
      : say.batch(formatCount(step), sizeText);
    const numbers = Array.from(samples.subarray(0, MOST_NUMBERS), (i) => formatCount(i + 1));
    const more = samples.length - numbers.length;
    spoken.current.textContent = isPlaying
      ? ''
      : say.batchWords(
          formatCount(size),
          isCut || samples.length === size ? null : formatCount(samples.length),
          numbers,
          more > 0 ? formatCount(more) : null,
        );
  }, true);
  return (
    <p className="data-batch">
      <span ref={shown} />
      <span ref={spoken} className="visually-hidden" />
    </p>
  );
}

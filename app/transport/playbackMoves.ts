import type { Playback } from './playback.ts';

/** Plays what rests, and pauses what plays. */
export function togglePlaying(playback: Playback): void {
  if (playback.playing) playback.pause();
  else playback.play();
}

/** The step where the next (`1`) or last (`−1`) tenth of the run begins, seen from the playhead. */
export function nextTenth({ playhead, steps }: Playback, direction: 1 | -1): number {
  const tenths = Array.from({ length: 11 }, (_, i) => Math.round((i * steps) / 10));
  return direction > 0
    ? (tenths.find((step) => step > playhead) ?? steps)
    : (tenths.findLast((step) => step < playhead) ?? 0);
}

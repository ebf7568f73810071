import type { Playback } from './playback.ts';

/** Elements that use a key themselves: keys go first to the focused control. */
function takesKey(target: EventTarget | null, key: string): boolean {
  if (!isElement(target)) return false;
  if (target.matches('input, textarea, select, [contenteditable="true"]')) {
    // A range takes arrows and Home/End, but has no use for space.
    return !(target.matches('input[type="range"]') && key === ' ');
  }
  return key === ' ' && target.matches('button, a, summary, [role="button"]');
}

/** The document and the window receive keys too, and match nothing. */
function isElement(target: EventTarget | null): target is Element {
  return target !== null && 'matches' in target;
}

/**
 * Keys of the whole page: space plays and pauses, arrows step, Home and End go to the ends.
 * @returns a function that ends listening
 */
export function listenToKeys(
  page: Pick<Document, 'addEventListener' | 'removeEventListener'>,
  playback: Playback,
) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (takesKey(event.target, event.key)) return;
    switch (event.key) {
      case ' ':
        // Held down, it would flicker between the two.
        if (event.repeat) break;
        if (playback.playing) playback.pause();
        else playback.play();
        break;
      case 'ArrowLeft':
        playback.seek(Math.ceil(playback.playhead) - 1);
        break;
      case 'ArrowRight':
        playback.seek(Math.floor(playback.playhead) + 1);
        break;
      case 'Home':
        playback.seek(0);
        break;
      case 'End':
        playback.seek(playback.steps);
        break;
      default:
        return;
    }
    event.preventDefault();
  };
  page.addEventListener('keydown', onKeyDown);
  return () => page.removeEventListener('keydown', onKeyDown);
}

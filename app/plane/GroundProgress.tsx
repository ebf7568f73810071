import { useImperativeHandle, useRef, type Ref } from 'react';
import { mapMessages as say } from '../../src/messages/map.ts';

/** Written into the page around React: it moves several times a second. */
export interface GroundProgressHandle {
  /** @param done the part that is computed, 0 to 1; null when all is there */
  show(done: number | null): void;
}

/** A thin line along the map's upper edge, there while a surface takes long. */
export function GroundProgress({ ref }: { ref: Ref<GroundProgressHandle> }) {
  const track = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  useImperativeHandle(
    ref,
    () => ({
      show(done) {
        if (!track.current || !bar.current) return;
        track.current.hidden = done === null;
        // Rounded down: 100 is when all is there.
        track.current.setAttribute('aria-valuenow', String(Math.floor(100 * (done ?? 0))));
        bar.current.style.transform = `scaleX(${done ?? 0})`;
      },
    }),
    [],
  );
  return (
    <div
      ref={track}
      className="ground-progress"
      role="progressbar"
      aria-label={say.groundProgress}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
      hidden
    >
      <div ref={bar} />
    </div>
  );
}
